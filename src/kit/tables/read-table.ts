import { decode } from './decode.ts'
import { kindOf } from './kind-of.ts'
import { readCsv } from './read-csv.ts'
import { readVcard } from './read-vcard.ts'
import { readXlsx } from './read-xlsx.ts'
import { inWords, LIMITS, TableTooLarge, type Limits, type Table } from './table.ts'

/** Reads whatever table was handed in, by what it is and not by what it is called: within bounds, or not at all. */
export async function readTable(bytes: Buffer, limits: Limits = LIMITS): Promise<Table> {
  if (bytes.length > limits.bytes) throw new TableTooLarge(`This file is larger than ${inWords(limits.bytes / 1024 / 1024)} MB.`)
  const kind = kindOf(bytes)
  if (kind === 'xlsx') return readXlsx(bytes, limits)
  const text = decode(bytes)
  return kind === 'vcard' ? readVcard(text, limits) : readCsv(text, limits)
}
