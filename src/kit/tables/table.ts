import { Refusal } from '../refusal.ts'

/** A sheet of somebody's: a row of names over rows of cells, all of them text. What a cell holds is data and is never worked out. */
export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
  readonly from: 'csv' | 'xlsx' | 'vcard'
}

export type TableRow = {
  /** Where it stands in the file, as a spreadsheet counts: the names are row 1. */
  readonly number: number
  readonly cells: readonly string[]
  /** What is wrong with a cell before anybody asks what it means, by its place. */
  readonly problems?: Readonly<Record<number, string>>
}

export type Limits = { readonly bytes: number; readonly rows: number; readonly columns: number; readonly cell: number; readonly cells: number }

/** What a page takes. A terminal may ask for more rows. */
export const LIMITS: Limits = { bytes: 10 * 1024 * 1024, rows: 50_000, columns: 200, cell: 5_000, cells: 2_000_000 }
export const LIMITS_AT_A_TERMINAL: Limits = { ...LIMITS, bytes: 100 * 1024 * 1024, rows: 200_000, cells: 5_000_000 }

export const ACCEPTED = 'We take a spreadsheet (.xlsx), CSV with commas, semicolons or tabs, and vCard.'

/** The file cannot be read as a table. Nothing of it was kept. */
export class NotATable extends Refusal {
  readonly kind = 'invalid'
  constructor(because: string, next = ACCEPTED) { super(because, next, [{ field: 'file', sentence: `${because} ${next}` }]) }
}

/** More than can be taken in one go. */
export class TableTooLarge extends Refusal {
  readonly kind = 'invalid'
  constructor(because: string, next = 'Split it in parts, or take away what is not needed. Nothing has been changed.') { super(because, next, [{ field: 'file', sentence: `${because} ${next}` }]) }
}

export const inWords = (count: number): string => count.toLocaleString('en-GB')

export function mustFit({ rows, columns }: { rows: number; columns: number }, limits: Limits): void {
  if (rows > limits.rows) throw new TableTooLarge(`This table has more than ${inWords(limits.rows)} rows.`)
  if (columns > limits.columns) throw new TableTooLarge(`This table has more than ${limits.columns} columns.`, 'Take away those that are not needed. Nothing has been changed.')
}

/** Empty cells at the end say nothing; empty rows neither. */
export function withoutTail(cells: readonly string[]): readonly string[] {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end -= 1
  return end === cells.length ? cells : cells.slice(0, end)
}

/** Puts the first filled row above the others as their names, and names what no cell may hold. */
export function tableOf(from: Table['from'], filled: readonly TableRow[], limits: Limits): Table {
  const [first, ...rows] = filled
  if (!first) throw new NotATable('There is nothing in this file.')
  if (rows.length === 0) throw new NotATable('There is a row of names and nothing below it.', 'The first row names the columns; each row below it is one thing.')
  mustFit({ rows: rows.length, columns: filled.reduce((widest, { cells }) => Math.max(widest, cells.length), 0) }, limits)
  return { from, head: first.cells.map((cell) => cell.slice(0, 200)), rows: rows.map((row) => withProblems(row, limits)) }
}

function withProblems(row: TableRow, limits: Limits): TableRow {
  const problems: Record<number, string> = { ...row.problems }
  let cells = row.cells
  row.cells.forEach((cell, place) => {
    const wrong = wrongWith(cell, limits)
    if (!wrong) return
    problems[place] = wrong
    cells = cells.with(place, plainly(cell).slice(0, limits.cell))
  })
  return Object.keys(problems).length > 0 ? { number: row.number, cells, problems } : row
}

function wrongWith(cell: string, limits: Limits): string | undefined {
  if (cell.length > limits.cell) return `This cell is longer than ${inWords(limits.cell)} characters. What is shown is its beginning.`
  if (cell.includes('\u0000') || !cell.isWellFormed()) return 'This cell held characters that cannot be kept. Look whether what is left is right.'
  return undefined
}

function plainly(cell: string): string {
  return cell.replaceAll('\u0000', '').toWellFormed()
}
