import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { organisationInput } from './input.ts'
import { getOrganisationToKeep } from './keep.ts'
import { markResting, saveOrganisation } from './store.ts'
import { mayEdit } from './who-may.ts'

/** Changes what the page, the contact and the place say. Who sees them is another matter: `say-who-sees` in networks. */
export function editOrganisation(ctx: Ctx, id: Id<'organisation'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayEdit)
    await saveOrganisation(tx, id, parse(organisationInput, input))
    await tx.emit('organisation.changed', { organisation: id })
  })
}

/** Asks not to be disturbed for a while, or is back. */
export function restOrganisation(ctx: Ctx, id: Id<'organisation'>, rests: boolean): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayEdit)
    await markResting(tx, id, rests ? tx.now : null)
    await tx.emit('organisation.changed', { organisation: id })
  })
}
