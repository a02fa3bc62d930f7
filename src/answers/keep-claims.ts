import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { claimInput, claimWords } from './claim-input.ts'
import { countClaims, getClaim, markConfirmed, markRemoved, saveClaim, saveClaims } from './claim-store.ts'
import { MOST_CLAIMS } from './claim.ts'
import { TooManyClaims } from './errors.ts'
import { mayAnswerFor } from './who-may.ts'

/** Says that the organisation has a capability. */
export function addClaim(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<Id<'claim'>> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const words = await claimWords(tx, organisation, parse(claimInput, input))
    if ((await countClaims(tx, organisation)) >= MOST_CLAIMS) throw new TooManyClaims()
    const [claim] = await saveClaims(tx, [{ ...words, organisation }])
    if (!claim) throw new Error('One claim was saved, yet none came back.')
    await tx.emit('claim.changed', { organisation, claim })
    return claim
  })
}

/** Changes it, which also confirms it. Its proof stays. */
export function changeClaim(ctx: Ctx, organisation: Id<'organisation'>, claim: Id<'claim'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    await getClaim(tx, organisation, claim)
    await saveClaim(tx, organisation, claim, await claimWords(tx, organisation, parse(claimInput, input)))
    await tx.emit('claim.changed', { organisation, claim })
  })
}

/** Takes it off the page. It can be brought back, with its proof, for 30 days. */
export function removeClaim(ctx: Ctx, organisation: Id<'organisation'>, claim: Id<'claim'>, back = false): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const { removedAt } = await getClaim(tx, organisation, claim)
    if (!!removedAt !== back) return
    await markRemoved(tx, organisation, claim, back ? null : tx.now)
    await tx.emit('claim.changed', { organisation, claim })
  })
}

/** "All still true": of one claim, or of all of them. */
export function confirmClaims(ctx: Ctx, organisation: Id<'organisation'>, claim?: Id<'claim'>): Promise<number> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    if (claim) await getClaim(tx, organisation, claim)
    const confirmed = await markConfirmed(tx, organisation, claim)
    if (claim) await tx.emit('claim.changed', { organisation, claim })
    return confirmed
  })
}
