import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { choice, id as idField, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation, getOrganisationToKeep, mayDecideWhoSees } from '../organisations/index.ts'
import { NotVisiblePartner } from './errors.ts'
import { PARTS } from './sight.ts'
import { markGrantWithdrawn, saveGrant } from './sight-store.ts'

const grantInput = z.strictObject({
  to: idField<'organisation'>('That organisation'),
  part: choice('what to show', PARTS),
  reason: text('The reason', 300),
  untilOn: z.iso.date('Until when is a date. Write it as 2027-03-02.'),
})

const MOST_DAYS = 366

/** Shows one part to one organisation until the end of a day, and says why. It ends by itself. */
export function giveSight(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<Id<'grant'>> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayDecideWhoSees)
    const { to, part, reason, untilOn } = parse(grantInput, input)
    const until = new Date(`${untilOn}T23:59:59.999Z`)
    if (until <= tx.now) throw new Invalid([{ field: 'untilOn', sentence: 'That day has passed. Choose a later one.' }])
    if (until.getTime() > tx.now.getTime() + MOST_DAYS * 86_400_000) throw new Invalid([{ field: 'untilOn', sentence: 'A year is the longest; give it again when it ends.' }])
    if (to === organisation || !(await findOrganisation(tx, to))) throw new NotVisiblePartner()
    const grant = await saveGrant(tx, { organisation, kind: part, subject: organisation, to, reason, until })
    await audit(tx, { chain: `organisation:${organisation}`, act: 'sight.given', subject: to, detail: { grant, part, until: until.toISOString() } })
    await tx.emit('sight.changed', { organisation })
    return grant
  })
}

export function withdrawSight(ctx: Ctx, organisation: Id<'organisation'>, grant: Id<'grant'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayDecideWhoSees)
    if (!(await markGrantWithdrawn(tx, organisation, grant))) return
    await audit(tx, { chain: `organisation:${organisation}`, act: 'sight.withdrawn', subject: grant })
    await tx.emit('sight.changed', { organisation })
  })
}
