import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { findOrganisation, getOrganisationToKeep, mayDecideWhoSees } from '../organisations/index.ts'
import { NotVisiblePartner } from './errors.ts'
import { markPartnerEnded, savePartnerCounted } from './sight-store.ts'

/** Our organisation counts another as partner, which shows it what is for partners. The other is not told, and need not count us. */
export function countPartner(ctx: Ctx, organisation: Id<'organisation'>, partner: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayDecideWhoSees)
    if (partner === organisation || !(await findOrganisation(tx, partner))) throw new NotVisiblePartner()
    await savePartnerCounted(tx, organisation, partner)
    await audit(tx, { chain: `organisation:${organisation}`, act: 'partner.counted', subject: partner })
    await tx.emit('partner.counted', { organisation, partner })
  })
}

export function endPartner(ctx: Ctx, organisation: Id<'organisation'>, partner: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayDecideWhoSees)
    if (!(await markPartnerEnded(tx, organisation, partner))) return
    await audit(tx, { chain: `organisation:${organisation}`, act: 'partner.ended', subject: partner })
    await tx.emit('partner.ended', { organisation, partner })
  })
}
