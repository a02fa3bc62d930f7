import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

export type Changes = {
  /** How the database stands now, as PostgreSQL writes a snapshot. */
  readonly readAs: string
  /** Whether this transaction has written something itself, which nobody else may come to see. */
  readonly writing: boolean
  /** Ids by kind; absent where there are too many to go through one by one. */
  readonly touched?: ReadonlyMap<string, ReadonlySet<string>>
}

/** So many are brought in one by one; beyond that a new atlas is quicker. */
const MOST = 500

/**
 * What has become visible since the database was read as `since`, in one statement: lines are found by the transaction that wrote them
 * and told apart by that snapshot, so one that ended late is not passed over.
 */
export async function readChanges(tx: Tx, network: Id<'network'>, since: string | undefined): Promise<Changes> {
  const { rows: [row] } = await sql<{ read_as: string; writing: boolean; touched: [string, string | null][] | null }>`
    select pg_current_snapshot()::text as read_as, pg_current_xact_id_if_assigned() is not null as writing,
      ${since === undefined ? sql`null` : sql`(select json_agg(json_build_array(c.kind, c.id)) from (
        select distinct kind, id from atlas_change where changed_in >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(changed_in, ${since}::pg_snapshot)
          and (network_id is null or network_id = ${network}) limit ${MOST + 1}) c)`} as touched`.execute(tx.db)
  if (!row) throw new Error('PostgreSQL did not say how it stands.')
  const touched = row.touched ?? []
  const tooMany = touched.length > MOST || touched.some(([kind]) => kind === 'places')
  return { readAs: row.read_as, writing: row.writing, ...(tooMany ? {} : { touched: byKind(touched) }) }
}

function byKind(touched: readonly [string, string | null][]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...Map.groupBy(touched, ([kind]) => kind)].map(([kind, each]) => [kind, new Set(each.flatMap(([, id]) => (id === null ? [] : [id])))]))
}

/** Lines that every node has long read. One that has not asked for so long makes its atlases anew. For the house. */
export async function forgetChanges(tx: Tx): Promise<void> {
  await sql`delete from atlas_change where noted_at < now() - interval '1 day'`.execute(tx.db)
}
