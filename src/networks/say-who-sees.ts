import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { choice, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { byTheHouse, getOrganisationToKeep, mayDecideWhoSees, SIGHT_WORDS } from '../organisations/index.ts'
import { refreshCopies } from './member-store.ts'
import { saveWhoSees } from './sight-store.ts'

const whoSeesInput = z.strictObject({
  page: choice('who sees your page', SIGHT_WORDS),
  contact: choice('who sees your phone and e-mail', SIGHT_WORDS),
  place: choice('who sees your place', SIGHT_WORDS),
})

/** Says who sees which part. It counts from this very moment everywhere: the copies on member lists change in the same transaction. */
export async function sayWhoSees(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<void> {
  await ctx.read((tx) => getOrganisationToKeep(tx, organisation, mayDecideWhoSees))
  const words = parse(whoSeesInput, input)
  await byTheHouse(ctx).transaction(async (tx) => {
    await saveWhoSees(tx, organisation, words)
    await refreshCopies(tx, organisation)
    await audit(tx, { chain: `organisation:${organisation}`, act: 'sight.changed', subject: organisation, detail: words })
    await tx.emit('sight.changed', { organisation })
  })
}
