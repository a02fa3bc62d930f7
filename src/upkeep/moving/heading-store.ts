import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { headingKey, type Columns } from './columns.ts'
import type { Kind } from './shape.ts'

/** What each heading meant last time in this network; empty where it was left out. */
export async function readHeadings(tx: Tx, network: Id<'network'>, kind: Kind): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.selectFrom('import_heading').select(['heading', 'field']).where('network_id', '=', network).where('kind', '=', kind).limit(2_000).execute()
  return new Map(rows.map((row) => [row.heading, row.field]))
}

export async function saveHeadings(tx: Tx, network: Id<'network'>, kind: Kind, head: readonly string[], columns: Columns): Promise<void> {
  const said = new Map(head.flatMap((heading, place): readonly [string, string][] => (headingKey(heading) === '' ? [] : [[headingKey(heading), columns[place] ?? '']])))
  if (said.size === 0) return
  await tx.db.insertInto('import_heading').values([...said].map(([heading, field]) => ({ network_id: network, kind, heading, field, saved_at: tx.now })))
    .onConflict((at) => at.columns(['network_id', 'kind', 'heading']).doUpdateSet((row) => ({ field: row.ref('excluded.field'), saved_at: row.ref('excluded.saved_at') }))).execute()
}
