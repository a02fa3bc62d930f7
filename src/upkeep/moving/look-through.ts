import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import { byField } from './columns.ts'
import type { Draft } from './draft-store.ts'
import { ColumnsFirst } from './errors.ts'
import { listRows, saveProblems } from './row-store.ts'
import { shapeOf } from './shapes.ts'
import type { Planned } from './shape.ts'

/** Looking many rows through takes longer than a transaction usually may rest between two questions. */
export async function allowTime(tx: Tx): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '120s'`.execute(tx.db)
}

/** What a table would do now, row by row, with the organiser's eyes. Rows left out do nothing. */
export async function planDraft(tx: Tx, draft: Draft): Promise<readonly Planned[]> {
  const { columns } = draft
  if (!columns) throw new ColumnsFirst()
  await allowTime(tx)
  const rows = (await listRows(tx, draft)).filter((row) => !row.leftOut).map((row) => byField(row, columns))
  const plan = await shapeOf(draft.kind).planner(tx, draft.network)
  return plan(rows)
}

/** Looks every row through and marks those that need somebody. Answers with how many do. */
export async function lookThrough(tx: Tx, draft: Draft): Promise<number> {
  const planned = await planDraft(tx, draft)
  await saveProblems(tx, draft, planned)
  return planned.filter((row) => Object.keys(row.problems).length > 0).length
}
