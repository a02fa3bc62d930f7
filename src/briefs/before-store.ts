import { sql } from 'kysely'
import { asHouse, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { isOpen, type Brief } from './brief.ts'
import { saidBy, type Said } from './changes.ts'

/** Remembers what an open brief said, before the first of several changes; in the transaction of the change. */
export function rememberBefore(tx: Tx, brief: Brief): Promise<void> {
  if (!isOpen(brief)) return Promise.resolve()
  return asHouse(tx).transaction(async (house) => {
    await house.db.insertInto('brief_before').values({ network_id: brief.network, brief_id: brief.id, said: JSON.stringify(saidBy(brief)), since: house.now }).onConflict((at) => at.doNothing()).execute()
  })
}

export type Before = { readonly network: Id<'network'>; readonly brief: Id<'brief'>; readonly said: Said; readonly since: Date }

/** Those that nobody has touched since `still`, and those under change since `long`; some at a time. For the house. */
export async function takeBefore(house: Tx, still: Date, long: Date, most: number): Promise<readonly Before[]> {
  const rows = await house.db.selectFrom('brief_before as w').innerJoin('brief as b', (join) => join.onRef('b.network_id', '=', 'w.network_id').onRef('b.id', '=', 'w.brief_id'))
    .where(sql<boolean>`(b.changed_at <= ${still} or w.since <= ${long})`).select(['w.network_id', 'w.brief_id', 'w.said', 'w.since']).orderBy('w.since').orderBy('w.brief_id').limit(most).forUpdate('w').skipLocked().execute()
  for (const row of rows) await house.db.deleteFrom('brief_before').where('network_id', '=', row.network_id).where('brief_id', '=', row.brief_id).execute()
  return rows.map((row) => ({ network: row.network_id as Id<'network'>, brief: row.brief_id as Id<'brief'>, said: row.said as unknown as Said, since: row.since })) // columns of those ids; written by rememberBefore alone
}
