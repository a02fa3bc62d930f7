import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

/** Members of a network by their number in a register. For the house. */
export async function listByNumber(tx: Tx, network: Id<'network'>, scheme: string): Promise<ReadonlyMap<string, Id<'organisation'>>> {
  const rows = await tx.db.selectFrom('identifier as i').innerJoin('membership as m', 'm.organisation_id', 'i.organisation_id').where('m.network_id', '=', network).where('m.left_at', 'is', null).where('i.scheme', '=', scheme).select(['i.value', 'i.organisation_id']).execute()
  return new Map(rows.map((row) => [row.value, row.organisation_id as Id<'organisation'>])) // a column of organisation ids
}

export async function findNetworkBySlug(tx: Tx, slug: string): Promise<Id<'network'> | undefined> {
  const row = await tx.db.selectFrom('network').select('id').where('slug', '=', slug).executeTakeFirst()
  return row?.id as Id<'network'> | undefined // a column of network ids
}

/** Whether any of these projects is a job here already. For the house. */
export async function holdsAnyOf(tx: Tx, references: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select exists (select 1 from job where reference = any (${references}::text[])) as held`.execute(tx.db)
  return rows[0]?.held === true
}
