import { parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../kit/refusal.ts'

/** What is given is no register, and why. Nothing of it was kept. */
export class NotARegister extends Refusal {
  readonly kind = 'invalid'
  constructor(because: string, field = '') {
    const next = 'A register is four tables: projects, organisations, participations and euroscivoc, as .csv or packed as .csv.gz.'
    super(because, next, [{ field, sentence: `${because} ${next}` }])
  }
}

/** How large a table may be once it is unpacked, and how many times larger than its file. */
export type Bounds = { readonly bytes: number; readonly ratio: number }
export const AT_A_TERMINAL: Bounds = { bytes: 1_000_000_000, ratio: 1_000 }
export const FOR_A_PAGE: Bounds = { bytes: 200 * 1024 * 1024, ratio: 100 }

const MOST_ROWS = 1_000_000

export type Cell = (column: string) => string

/** Every row below the names, one after the other; a table that cannot be read to its end is refused in a sentence. */
export async function eachRow(folder: string, table: string, needed: readonly string[], take: (cell: Cell) => void, bounds: Bounds = AT_A_TERMINAL): Promise<void> {
  let places: ReadonlyMap<string, number> | undefined
  let rows = 0
  for await (const record of recordsOf(folder, table, bounds)) {
    if (!places) {
      places = placesOf(record, table, needed)
      continue
    }
    rows += 1
    if (rows > MOST_ROWS) throw new NotARegister(`${table}.csv has more than a million rows.`, table)
    const known = places
    take((column) => record[known.get(column) ?? -1] ?? '')
  }
  if (rows === 0) throw new NotARegister(`${table}.csv has no rows.`, table)
}

/** Only the names of the columns: enough to tell a register from something else at once. */
export async function lookAtColumns(folder: string, table: string, needed: readonly string[], bounds: Bounds): Promise<void> {
  for await (const record of recordsOf(folder, table, bounds)) return void placesOf(record, table, needed)
  throw new NotARegister(`${table}.csv has no rows.`, table)
}

function placesOf(head: readonly string[], table: string, needed: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(head.map((name, at) => [name.trim().toLowerCase(), at]))
  const absent = needed.find((name) => !places.has(name))
  if (absent !== undefined) throw new NotARegister(`${table}.csv has no column called ${absent}. Its columns are: ${head.slice(0, 12).map((name) => name.slice(0, 40)).join(', ')}.`, table)
  return places
}

async function* recordsOf(folder: string, table: string, bounds: Bounds): AsyncGenerator<readonly string[]> {
  const found = await fileOf(folder, table)
  if (!found) throw new NotARegister(`There is no ${table}.csv.`, table)
  if (found.size > bounds.bytes) throw new NotARegister(`${table}.csv is larger than can be taken.`, table)
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 })
  const file = createReadStream(found.path)
  const unpacked = found.packed ? file.pipe(createGunzip()) : file
  const counted = unpacked.pipe(countedTo(Math.min(bounds.bytes, found.packed ? Math.max(found.size * bounds.ratio, 1_000_000) : bounds.bytes), table))
  file.on('error', (error) => parser.destroy(error))
  unpacked.on('error', (error) => parser.destroy(error))
  counted.on('error', (error) => parser.destroy(error))
  try {
    yield* counted.pipe(parser) as AsyncIterable<readonly string[]>
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new NotARegister(found.packed && isOfPacking(error) ? `${table}.csv.gz is damaged: it cannot be unpacked to its end.` : `${table}.csv cannot be read as CSV.`, table)
  } finally {
    file.destroy()
  }
}

type Found = { readonly path: string; readonly size: number; readonly packed: boolean }

/** By its content: what begins like gzip is unpacked, whatever it is called. */
async function fileOf(folder: string, table: string): Promise<Found | undefined> {
  for (const path of [join(folder, `${table}.csv.gz`), join(folder, `${table}.csv`)]) {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) continue
    const handle = await open(path)
    const first = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close())
    return { path, size: found.size, packed: first.buffer[0] === 0x1f && first.buffer[1] === 0x8b }
  }
  return undefined
}

function countedTo(most: number, table: string): Transform {
  let size = 0
  return new Transform({
    transform(piece: Buffer, _, next) {
      size += piece.length
      if (size > most) return next(new NotARegister(`${table}.csv unpacks to more than can be taken.`, table))
      return next(piece.includes(0) ? new NotARegister(`${table}.csv cannot be read as CSV.`, table) : null, piece)
    },
  })
}

const isOfPacking = (error: unknown) => error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
