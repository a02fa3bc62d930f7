import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Taken } from './tables.ts'

export type TakenRows = { readonly taken: Taken; readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }
const MOST = 100_000

/** The rows of one table that are this organisation's, with the asker's own eyes. */
export async function readTaken(tx: Tx, organisation: Id<'organisation'>, taken: Taken): Promise<TakenRows> {
  const columns = taken.columns.split(' ')
  const owned = sql.join(taken.owner.map((column) => sql`${sql.ref(column)} = ${organisation}`), sql` or `)
  const whose = taken.through ? sql`${sql.ref(taken.through.by)} in (select id from ${sql.table(taken.through.table)} where ${owned})` : owned
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(taken.table)} where (${whose}) order by 1 limit ${MOST}`.execute(tx.db)
  return { taken, columns, rows: rows.map((row) => columns.map((column) => row[column])) }
}

/** A value as a person reads it in a table. */
export function asCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(asCell).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}
