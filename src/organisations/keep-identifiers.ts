import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { identifierInput } from './identifier.ts'
import { getOrganisationToKeep } from './keep.ts'
import { addIdentifierRow, removeIdentifierRow } from './store.ts'
import { mayEdit } from './who-may.ts'

/** Adds a number from a public register, in the form that register keeps it. Adding it twice changes nothing. */
export function addIdentifier(ctx: Ctx, id: Id<'organisation'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayEdit)
    const { scheme, value } = parse(identifierInput, input)
    await addIdentifierRow(tx, id, scheme, value)
    await tx.emit('organisation.changed', { organisation: id })
  })
}

export function removeIdentifier(ctx: Ctx, id: Id<'organisation'>, identifier: { scheme: string; value: string }): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayEdit)
    await removeIdentifierRow(tx, id, identifier.scheme, identifier.value)
    await tx.emit('organisation.changed', { organisation: id })
  })
}
