import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../atlas/rows.ts'
import { readTables } from '../evaluate/read-tables.ts'
import { rowsFrom } from '../evaluate/rows-from-tables.ts'
import { inventedNetwork } from './invented.ts'

export type Network = { readonly name: string; readonly organisations: number; readonly rows: () => Iterable<Row> }

/** The sizes the table is read at: invented ones with the real data's skew, and the real network where its data is at hand. */
export function networks(sizes: readonly number[], folder = join(import.meta.dirname, '../../../shared/data/cordis')): Network[] {
  return sizes.map((organisations): Network => {
    if (organisations !== 30_000 || !existsSync(join(folder, 'projects.csv.gz'))) return { name: `${organisations.toLocaleString('en-GB')} invented`, organisations, rows: () => inventedNetwork(organisations) }
    const tables = readTables(folder)
    const rows = rowsFrom(tables, tables.projects)
    return { name: '30,000 real', organisations: tables.organisations.length, rows: () => rows }
  })
}
