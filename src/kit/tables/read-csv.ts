import { CsvError, parse } from 'csv-parse'
import { Readable } from 'node:stream'
import { unguarded } from './cells.ts'
import { inWords, mustFit, NotATable, TableTooLarge, tableOf, withoutTail, type Limits, type Table, type TableRow } from './table.ts'

const PIECE = 64 * 1024

/** Reads CSV piece by piece, so that a large file never holds up anybody else's page, and stops at the first limit it meets. */
export async function readCsv(text: string, limits: Limits): Promise<Table> {
  const parser = parse({ delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, max_record_size: limits.columns * limits.cell, info: true })
  const rows: TableRow[] = []
  let cells = 0
  try {
    // With `info`, each record says which one it is in the file.
    for await (const { record, info } of Readable.from(inPieces(text)).pipe(parser) as AsyncIterable<{ record: string[]; info: { records: number } }>) {
      const kept = withoutTail(record.map((cell) => unguarded(cell.trim())))
      if (kept.length === 0) continue
      cells += kept.length
      rows.push({ number: info.records, cells: kept })
      mustFit({ rows: rows.length - 1, columns: kept.length }, limits)
      if (cells > limits.cells) throw new TableTooLarge(`This table has more than ${inWords(limits.cells)} filled cells.`)
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error) : error
  }
  return tableOf('csv', rows, limits)
}

function* inPieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

function unreadable(error: CsvError): NotATable {
  const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new NotATable('A quotation mark is opened in this file and never closed.', 'Look for a lone " in it, or save it again from your spreadsheet.')
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new NotATable(`One row${line} is longer than any table's.`, 'Look for a lone " in it, or save it again from your spreadsheet.')
  return new NotATable(`This cannot be read as CSV${line}: a quotation mark stands where none belongs.`, 'Save it again from your spreadsheet as CSV UTF-8.')
}

/** The mark that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const counts = new Map([[',', 0], [';', 0], ['\t', 0]])
  let quoted = false
  let lines = 0
  for (let at = 0; at < Math.min(text.length, 20_000) && lines < 5; at += 1) {
    const letter = text.charAt(at)
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === '\n') lines += 1
    else if (!quoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ','
}
