import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/** What an organiser may know: how many jobs that members did together came to an end. As the house, once it asked who organises. */
export async function countOutcomesIn(tx: Tx, network: Id<'network'>, since: Date): Promise<number> {
  if (tx.actor.by !== 'house') throw new Error('Only the house counts the outcomes of everyone.')
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from outcome o where o.network_id = ${network}::uuid and o.noted_at >= ${since}::timestamptz`.execute(tx.db)
  return rows[0]?.count ?? 0
}
