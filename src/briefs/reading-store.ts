import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { isUs } from './scope.ts'
import type { FoundInFile } from './tender/found.ts'

/** What was read out of a text or a file, kept until it is used: ours alone, for a week. */
export type Reading = { readonly id: Id<'reading'>; readonly network: Id<'network'>; readonly brief?: Id<'brief'>; readonly found: FoundInFile; readonly madeAt: Date }

export class NoReading extends NotFound {
  constructor() { super('What was read is no longer there.', 'Paste the text once more.') }
}

export async function saveReading(tx: Tx, made: { organisation: Id<'organisation'>; network: Id<'network'>; brief?: Id<'brief'>; found: FoundInFile }): Promise<Id<'reading'>> {
  const id = newId<'reading'>()
  await tx.db.insertInto('brief_reading').values({ organisation_id: made.organisation, network_id: made.network, id, brief_id: made.brief, found: JSON.stringify(made.found), made_at: tx.now, made_by: tx.actor.person }).execute()
  return id
}

export async function getReading(tx: Tx, network: Id<'network'>, id: Id<'reading'>): Promise<Reading> {
  const row = await tx.db.selectFrom('brief_reading as r').where('r.network_id', '=', network).where('r.id', '=', id).where(isUs(tx, 'r.organisation_id')).selectAll('r').executeTakeFirst()
  if (!row) throw new NoReading()
  return { id: row.id as Id<'reading'>, network, brief: (row.brief_id ?? undefined) as Id<'brief'> | undefined, found: row.found as unknown as FoundInFile, madeAt: row.made_at } // columns of those ids; written by saveReading
}

/** False where somebody else was faster. */
export async function deleteReading(tx: Tx, network: Id<'network'>, id: Id<'reading'>): Promise<boolean> {
  const { numDeletedRows } = await tx.db.deleteFrom('brief_reading').where('network_id', '=', network).where('id', '=', id).where(sql<boolean>`${isUs(tx, 'brief_reading.organisation_id')}`).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export async function deleteReadingsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('brief_reading').where('made_at', '<', before).execute()
}
