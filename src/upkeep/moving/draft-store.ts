import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { TableRow } from '../../kit/tables/table.ts'
import type { Columns } from './columns.ts'
import { NoSuchImport } from './errors.ts'
import type { Doing, Kind } from './shape.ts'

/** A table on its way in, seen by the organiser who brought it: row-level security asks once more. */
export type Draft = {
  readonly id: Id<'import'>
  readonly network: Id<'network'>
  readonly kind: Kind
  readonly fileName: string
  readonly sha256: string
  readonly head: readonly string[]
  readonly columns?: Columns
  readonly rowCount: number
  readonly madeAt: Date
  readonly work?: Id<'work'>
  readonly doneAt?: Date
  readonly counts: Readonly<Record<Doing, number>>
  readonly undone?: { readonly at: Date; readonly said: string }
}

export type NewDraft = Pick<Draft, 'id' | 'network' | 'kind' | 'fileName' | 'sha256' | 'head' | 'rowCount'>

export async function saveDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx.db.insertInto('import_draft').values({
    network_id: draft.network, id: draft.id, kind: draft.kind, organiser_id: tx.actor.person ?? null, file_name: draft.fileName.slice(0, 200), file_sha256: draft.sha256,
    head: [...draft.head], row_count: draft.rowCount, made_at: tx.now,
  }).execute()
}

/** The rows as they came. The house writes them, after the draft was written as the organiser. */
export async function saveRows(tx: Tx, draft: Pick<Draft, 'id' | 'network'>, rows: readonly TableRow[]): Promise<void> {
  const told = rows.map((row) => ({ n: row.number, c: row.cells, u: row.problems ?? null }))
  await sql`insert into import_row (network_id, draft_id, number, cells, unreadable)
    select ${draft.network}, ${draft.id}, r.n, array(select jsonb_array_elements_text(r.c)), nullif(r.u, 'null'::jsonb) from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(n int, c jsonb, u jsonb)`.execute(tx.db)
}

const COLUMNS = ['id', 'network_id', 'kind', 'file_name', 'file_sha256', 'head', 'columns', 'row_count', 'made_at', 'work_id', 'done_at', 'new_count', 'changed_count', 'same_count', 'kept_count', 'undone_at', 'undo_said'] as const

const mine = (tx: Tx) => (tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`organiser_id = ${tx.actor.person ?? null}`)

export async function getDraft(tx: Tx, network: Id<'network'>, id: Id<'import'>): Promise<Draft> {
  const row = await tx.db.selectFrom('import_draft').select(COLUMNS).where('network_id', '=', network).where('id', '=', id).where(mine(tx)).executeTakeFirst()
  if (!row) throw new NoSuchImport()
  return fromRow(row)
}

/** Held until the end of the transaction, so that pressing twice is one after the other. */
export async function holdDraft(tx: Tx, network: Id<'network'>, id: Id<'import'>): Promise<Draft> {
  await tx.db.selectFrom('import_draft').select('id').where('network_id', '=', network).where('id', '=', id).where(mine(tx)).forUpdate().executeTakeFirst()
  return getDraft(tx, network, id)
}

export async function listDrafts(tx: Tx, network: Id<'network'>, most = 20): Promise<readonly Draft[]> {
  const rows = await tx.db.selectFrom('import_draft').select(COLUMNS).where('network_id', '=', network).where(mine(tx)).orderBy('made_at', 'desc').orderBy('id').limit(most).execute()
  return rows.map(fromRow)
}

export async function saveColumns(tx: Tx, draft: Draft, columns: Columns): Promise<void> {
  await tx.db.updateTable('import_draft').set({ columns: [...columns] }).where('network_id', '=', draft.network).where('id', '=', draft.id).execute()
}

export async function markGoing(tx: Tx, draft: Draft, work: Id<'work'>): Promise<void> {
  await tx.db.updateTable('import_draft').set({ work_id: work }).where('network_id', '=', draft.network).where('id', '=', draft.id).execute()
}

export async function markDone(tx: Tx, draft: Pick<Draft, 'id' | 'network'>, counts: Readonly<Record<Doing, number>>): Promise<void> {
  await tx.db.updateTable('import_draft').set({ done_at: tx.now, new_count: counts.new, changed_count: counts.changed, same_count: counts.same, kept_count: counts.kept })
    .where('network_id', '=', draft.network).where('id', '=', draft.id).execute()
}

export async function markUndone(tx: Tx, draft: Draft, said: string): Promise<void> {
  await tx.db.updateTable('import_draft').set({ undone_at: tx.now, undo_said: said }).where('network_id', '=', draft.network).where('id', '=', draft.id).execute()
}

export async function deleteDraft(tx: Tx, draft: Draft): Promise<void> {
  await tx.db.deleteFrom('import_draft').where('network_id', '=', draft.network).where('id', '=', draft.id).execute()
}

/** Rows of tables brought before a day: they may hold addresses, and nothing is taken back any more. */
export async function deleteOldDrafts(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('import_draft').where('made_at', '<', before).execute()
}

type Row = {
  id: string; network_id: string; kind: string; file_name: string; file_sha256: string; head: string[]; columns: string[] | null; row_count: number; made_at: Date; work_id: string | null
  done_at: Date | null; new_count: number; changed_count: number; same_count: number; kept_count: number; undone_at: Date | null; undo_said: string | null
}

function fromRow(row: Row): Draft {
  return {
    id: row.id as Id<'import'>, network: row.network_id as Id<'network'>, kind: row.kind as Kind, // columns of those kinds
    fileName: row.file_name, sha256: row.file_sha256, head: row.head, columns: row.columns ?? undefined, rowCount: row.row_count, madeAt: row.made_at,
    work: (row.work_id ?? undefined) as Id<'work'> | undefined, doneAt: row.done_at ?? undefined, // a column of work ids
    counts: { new: row.new_count, changed: row.changed_count, same: row.same_count, kept: row.kept_count },
    undone: row.undone_at ? { at: row.undone_at, said: row.undo_said ?? '' } : undefined,
  }
}

