import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Network } from '../../networks/index.ts'
import { LIMITS } from '../../kit/tables/table.ts'
import { holdDraft, getDraft, type Draft } from './draft-store.ts'
import { ColumnsFirst } from './errors.ts'
import { lookThrough } from './look-through.ts'
import { openDraft } from './match-columns.ts'
import { countRows, listRowsToMend, saveMended, type DraftRow } from './row-store.ts'
import { getNetworkToMove } from './who-may.ts'

export const AT_A_TIME = 25

export type ToMend = { readonly network: Network; readonly draft: Draft; readonly rows: readonly DraftRow[]; readonly toMend: number; readonly leftOut: number }

/** The rows that need somebody, a screenful at a time. */
export function readRowsToMend(ctx: Ctx, slug: string, id: Id<'import'>): Promise<ToMend> {
  return ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, getDraft)
    if (!draft.columns) throw new ColumnsFirst()
    return { network, draft, rows: await listRowsToMend(tx, draft, AT_A_TIME), ...await countRows(tx, draft) }
  })
}

/** What somebody typed for one row, by field, or that it stays out. */
export type Mended = { readonly number: number; readonly leaveOut: boolean; readonly cells: Readonly<Record<string, string>> }

/** Types over cells that could not be taken, and looks everything through again. Answers with how many rows still need somebody. */
export function mendRows(ctx: Ctx, slug: string, id: Id<'import'>, mended: readonly Mended[]): Promise<number> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, holdDraft)
    if (!draft.columns) throw new ColumnsFirst()
    const rows = new Map((await listRowsToMend(tx, draft, 1_000)).map((row) => [row.number, row]))
    for (const one of mended) {
      const row = rows.get(one.number)
      if (row) await saveMended(tx, draft, typedOver(row, one, draft.columns))
    }
    return lookThrough(tx, draft)
  })
}

/** Leaves out every row that still needs somebody. */
export function leaveOutTheRest(ctx: Ctx, slug: string, id: Id<'import'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, holdDraft)
    // Leaving one out may free another that was about the same; those are good then, so it ends.
    for (let rows = await listRowsToMend(tx, draft, 1_000); rows.length > 0; rows = await listRowsToMend(tx, draft, 1_000)) {
      for (const row of rows) await saveMended(tx, draft, { ...row, leftOut: true })
    }
    await lookThrough(tx, draft)
  })
}

function typedOver(row: DraftRow, { cells, leaveOut }: Mended, columns: readonly string[]): DraftRow {
  const next = columns.map((_, place) => row.cells[place] ?? '')
  const unreadable: Record<string, string> = { ...row.unreadable }
  columns.forEach((field, place) => {
    const typed = field === '' ? undefined : cells[field]
    if (typed === undefined) return
    next[place] = typed.replaceAll('\u0000', '').toWellFormed().slice(0, LIMITS.cell)
    delete unreadable[place] // somebody has looked at it
  })
  return { ...row, cells: next, unreadable: Object.keys(unreadable).length > 0 ? unreadable : undefined, leftOut: leaveOut }
}
