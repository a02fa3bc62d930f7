import { createHash } from 'node:crypto'
import type { Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { readTable } from '../../kit/tables/read-table.ts'
import type { Limits } from '../../kit/tables/table.ts'
import { byField, guessColumns } from './columns.ts'
import { saveDraft } from './draft-store.ts'
import { allowTime } from './look-through.ts'
import type { Doing, Kind, SourceRow, Tell } from './shape.ts'
import { shapeOf } from './shapes.ts'
import { takeIn, waitForOtherTables } from './take-in.ts'

export type TableBrought = { readonly counts: Readonly<Record<Doing, number>>; readonly leftOut: readonly { readonly name: string; readonly because: string }[] }

/**
 * A table that came out of a house, in one go and in the caller's transaction: ids of another house mean nothing here, so such rows go by
 * number, name and address. What cannot be taken is left out and said. It can be taken back like any table. For callers that asked who may.
 */
export async function bringTable(tx: Tx, network: { readonly id: Id<'network'> }, kind: Kind, file: { readonly name: string; readonly bytes: Buffer }, limits: Limits, tell: Tell): Promise<TableBrought> {
  const shape = shapeOf(kind)
  const table = await readTable(file.bytes, limits)
  await waitForOtherTables(tx, network.id)
  await allowTime(tx)
  const columns = guessColumns(table.head, shape.fields)
  const known = new Set((await shape.listAll(tx, network.id)).flatMap((row) => row['id'] ?? []))
  const rows = table.rows.map((row) => ofThisHouse(byField({ number: row.number, cells: row.cells, unreadable: row.problems }, columns), known))
  const planned = await (await shape.planner(tx, network.id))(rows)
  const good = planned.filter((row) => Object.keys(row.problems).length === 0)
  const draft = { id: newId<'import'>(), network: network.id, kind, fileName: file.name, sha256: createHash('sha256').update(file.bytes).digest('hex'), head: table.head, rowCount: table.rows.length }
  await saveDraft(tx, draft)
  const counts = await takeIn(tx, draft, good, tell)
  return { counts, leftOut: planned.filter((row) => Object.keys(row.problems).length > 0).map((row) => ({ name: row.name || `Row ${row.number}`, because: Object.values(row.problems).join(' ') })) }
}

function ofThisHouse(row: SourceRow, known: ReadonlySet<string>): SourceRow {
  const id = row.cells['id']
  return id && !known.has(id) ? { ...row, cells: { ...row.cells, id: '' } } : row
}
