import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { ActForItFirst, getOrganisationToKeep, mayEdit } from '../../organisations/index.ts'
import { mustBeSomeone } from '../../people/index.ts'
import type { Note } from './notes-part.ts'

export type KeptNote = { readonly id: Id<'kept note'>; readonly kind: Note['kind']; readonly about: string; readonly says: string; readonly on?: string }
export const AT_A_TIME = 50

/** What a file told of bonds with others: for our own people alone. Fifty at a time. */
export function listKeptNotes(ctx: Ctx, page: number): Promise<{ notes: readonly KeptNote[]; more: boolean }> {
  mustBeSomeone(ctx.actor)
  const { organisation } = ctx.actor
  if (!organisation) throw new ActForItFirst()
  return ctx.read(async (tx) => {
    await getOrganisationToKeep(tx, organisation, ({ role }) => !!role)
    const rows = await tx.db.selectFrom('kept_note').select(['id', 'kind', 'about', 'says', 'on_day']).where('organisation_id', '=', organisation).orderBy('kind').orderBy('on_day', 'desc').orderBy('id').limit(AT_A_TIME + 1).offset((page - 1) * AT_A_TIME).execute()
    return { notes: rows.slice(0, AT_A_TIME).map((row) => ({ id: row.id as Id<'kept note'>, kind: row.kind as Note['kind'], about: row.about, says: row.says, on: row.on_day ?? undefined })), more: rows.length > AT_A_TIME } // columns of those ids and words
  })
}

/** Throws one away. */
export function throwNoteAway(ctx: Ctx, id: Id<'kept note'>): Promise<void> {
  mustBeSomeone(ctx.actor)
  const { organisation } = ctx.actor
  if (!organisation) throw new ActForItFirst()
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayEdit)
    const { numDeletedRows } = await tx.db.deleteFrom('kept_note').where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound()
  })
}
