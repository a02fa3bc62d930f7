import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Draft } from './draft-store.ts'
import type { Cells, Doing, Done, Planned } from './shape.ts'

export type DraftRow = { readonly number: number; readonly cells: readonly string[]; readonly unreadable?: Cells; readonly leftOut: boolean; readonly problems?: Cells }

const of = (tx: Tx, draft: Pick<Draft, 'id' | 'network'>) => tx.db.selectFrom('import_row').where('network_id', '=', draft.network).where('draft_id', '=', draft.id)

/** Every row of a table, in its order. Those left out come along, so that they can come back. */
export async function listRows(tx: Tx, draft: Draft): Promise<readonly DraftRow[]> {
  const found: DraftRow[] = []
  for (let after = 0; ;) {
    const rows = await of(tx, draft).where('number', '>', after).select(['number', 'cells', 'unreadable', 'problems', 'left_out_at']).orderBy('number').limit(10_000).execute()
    found.push(...rows.map(fromRow))
    if (rows.length < 10_000) return found
    after = rows.at(-1)?.number ?? after
  }
}

/** The first rows that need somebody, after a place in the table. */
export async function listRowsToMend(tx: Tx, draft: Draft, most: number): Promise<readonly DraftRow[]> {
  const rows = await of(tx, draft).where('problems', 'is not', null).where('left_out_at', 'is', null).select(['number', 'cells', 'unreadable', 'problems', 'left_out_at']).orderBy('number').limit(most).execute()
  return rows.map(fromRow)
}

export async function listSamples(tx: Tx, draft: Draft, most = 3): Promise<readonly DraftRow[]> {
  return (await of(tx, draft).select(['number', 'cells', 'unreadable', 'problems', 'left_out_at']).orderBy('number').limit(most).execute()).map(fromRow)
}

export async function countRows(tx: Tx, draft: Draft): Promise<{ toMend: number; leftOut: number }> {
  const row = await of(tx, draft).select([sql<number>`count(*) filter (where problems is not null and left_out_at is null)`.as('to_mend'), sql<number>`count(*) filter (where left_out_at is not null)`.as('left_out')]).executeTakeFirstOrThrow()
  return { toMend: row.to_mend, leftOut: row.left_out }
}

/** What somebody typed over cells, which can then be read again. */
export async function saveMended(tx: Tx, draft: Draft, row: DraftRow): Promise<void> {
  await tx.db.updateTable('import_row').set({ cells: [...row.cells], unreadable: row.unreadable ? JSON.stringify(row.unreadable) : null, left_out_at: row.leftOut ? tx.now : null })
    .where('network_id', '=', draft.network).where('draft_id', '=', draft.id).where('number', '=', row.number).execute()
}

/** Brings the problems of all rows up to a plan: those that have any are marked, all others are free of them. */
export async function saveProblems(tx: Tx, draft: Draft, planned: readonly Planned[]): Promise<void> {
  const wrong = planned.filter((row) => Object.keys(row.problems).length > 0)
  await tx.db.updateTable('import_row').set({ problems: null }).where('network_id', '=', draft.network).where('draft_id', '=', draft.id).where('problems', 'is not', null).execute()
  for (let at = 0; at < wrong.length; at += 5_000) {
    const told = JSON.stringify(wrong.slice(at, at + 5_000).map(({ number, problems }) => ({ n: number, p: problems })))
    await sql`update import_row i set problems = r.p from jsonb_to_recordset(${told}::jsonb) as r(n int, p jsonb)
      where i.network_id = ${draft.network} and i.draft_id = ${draft.id} and i.number = r.n`.execute(tx.db)
  }
}

/** Keeps what each row did, for taking it back; a row that was never kept before, such as one brought at a terminal, is kept with it. */
export async function saveOutcomes(tx: Tx, draft: Pick<Draft, 'id' | 'network'>, planned: readonly Planned[]): Promise<void> {
  const told = planned.map((row) => ({ n: row.number, d: row.does, s: row.subject, b: row.does === 'changed' ? row.before ?? null : null, a: row.does === 'new' || row.does === 'changed' ? row.after : null }))
  await sql`insert into import_row (network_id, draft_id, number, cells, does, subject_id, before, after)
    select ${draft.network}, ${draft.id}, r.n, '{}', r.d, r.s, nullif(r.b, 'null'::jsonb), nullif(r.a, 'null'::jsonb) from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(n int, d text, s uuid, b jsonb, a jsonb)
    on conflict (network_id, draft_id, number) do update set does = excluded.does, subject_id = excluded.subject_id, before = excluded.before, after = excluded.after`.execute(tx.db)
}

export async function listDone(tx: Tx, draft: Draft): Promise<readonly Done[]> {
  const rows = await of(tx, draft).where('does', 'in', ['new', 'changed']).select(['number', 'does', 'subject_id', 'before', 'after']).orderBy('number').execute()
  return rows.map((row) => ({ number: row.number, does: row.does as Doing, subject: row.subject_id ?? '', before: (row.before ?? undefined) as Cells | undefined, after: (row.after ?? {}) as Cells })) // as saveOutcomes wrote them
}

type Row = { number: number; cells: string[]; unreadable: unknown; problems: unknown; left_out_at: Date | null }

function fromRow(row: Row): DraftRow {
  return { number: row.number, cells: row.cells, unreadable: (row.unreadable ?? undefined) as Cells | undefined, problems: (row.problems ?? undefined) as Cells | undefined, leftOut: row.left_out_at !== null } // as they were saved
}
