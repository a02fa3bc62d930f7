import { guarded } from './cells.ts'

/** One row of a CSV file, as every spreadsheet reads it and none runs it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** The mark at the start tells Excel that this is UTF-8. */
export const CSV_MARK = '\ufeff'

export function writeCsv(head: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [CSV_MARK + csvLine(head)]
  for (const row of rows) lines.push(csvLine(row))
  return lines.join('')
}

function cellOf(value: string): string {
  const safe = guarded(value)
  return /[",\r\n;\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
