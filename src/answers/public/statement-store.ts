import type { Tx } from '../../kit/ctx.ts'
import { codeOf } from '../../kit/database/transaction.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { oursOf } from '../scope.ts'
import { UseNameTaken } from './errors.ts'
import { partsFrom, type StatementPart, type StatementUse } from './statement.ts'

/** The uses its own people have named, by name. */
export async function listUses(tx: Tx, organisation: Id<'organisation'>): Promise<readonly StatementUse[]> {
  const rows = await tx.db.selectFrom('statement_use as u').innerJoin('organisation as o', 'o.id', 'u.organisation_id')
    .where('u.organisation_id', '=', organisation).where((at) => at(oursOf(tx, 'o'), '=', true)).select(['u.id', 'u.name', 'u.parts']).orderBy('u.name').orderBy('u.id').limit(100).execute()
  return rows.map((row) => ({ id: row.id as Id<'statement-use'>, name: row.name, parts: partsFrom(row.parts) })) // a column of those ids
}

/** Remembers the parts under a name; the same name again means the new ones. */
export async function putUse(tx: Tx, organisation: Id<'organisation'>, name: string, parts: readonly StatementPart[]): Promise<void> {
  const fresh = { name, parts: [...parts], saved_at: tx.now, saved_by: tx.actor.person ?? null }
  const { numUpdatedRows } = await tx.db.updateTable('statement_use').set(fresh).where('organisation_id', '=', organisation).where((at) => at(at.fn<string>('lower', ['name']), '=', name.toLowerCase())).executeTakeFirst()
  if (numUpdatedRows > 0n) return
  try {
    await tx.db.insertInto('statement_use').values({ organisation_id: organisation, id: newId<'statement-use'>(), ...fresh }).execute()
  } catch (error) {
    if (codeOf(error) === '23505') throw new UseNameTaken()
    throw error
  }
}

export async function deleteUse(tx: Tx, organisation: Id<'organisation'>, id: Id<'statement-use'>): Promise<void> {
  await tx.db.deleteFrom('statement_use').where('organisation_id', '=', organisation).where('id', '=', id).execute()
}
