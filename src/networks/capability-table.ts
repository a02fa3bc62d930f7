import { parse as parseCsv } from 'csv-parse/sync'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid, Refusal, type Problem } from '../kit/refusal.ts'
import { MOST_CAPABILITIES, MOST_SYNONYMS, pathOf, synonymsOf, type Capability } from './capability.ts'

/** A vocabulary as a table: read from whatever columns somebody's spreadsheet has, and written so that it can be read again. */

export const MOST_BYTES = 2_000_000
const MEANINGS = ['title', 'code', 'path', 'parent', 'synonyms'] as const
export type Meaning = (typeof MEANINGS)[number]
export type Columns = Readonly<Partial<Record<Meaning, number>>>

/** The words people put over such columns. */
const GUESSES: Readonly<Record<Meaning, RegExp>> = {
  title: /^(title|name|capabilit(y|ies)|label|skill|preferred ?label|description|service)$/,
  code: /^(code|id|number|ref(erence)?|notation|soc|sic|cpv|nomis)$/,
  path: /^(path|full ?path|breadcrumb|hierarchy|tree)$/,
  parent: /^(parent|broader|category|group|belongs to|parent ?(title|name|code))$/,
  synonyms: /^(synonyms?|other words|alt(ernative)? ?labels?|aliases|also (known|called) as|keywords)$/,
}

export class TableTooLarge extends Refusal {
  readonly kind = 'too-large'
  constructor() { super('This table is larger than 2 MB.', 'Split it, or take away columns that are not needed. Nothing has been changed.') }
}

/** Rows of cells, however the file writes them. */
export function readTable(text: string): readonly (readonly string[])[] {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new TableTooLarge()
  if (text.includes('\u0000') || !text.isWellFormed()) throw unreadable('it holds characters that no table has')
  try {
    const delimiter = [',', ';', '\t'].sort((a, b) => countIn(text, b) - countIn(text, a))[0]
    // Without `columns`, records are arrays of cells.
    return parseCsv(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 20_000, to: MOST_CAPABILITIES + 2 })
  } catch (error) {
    throw unreadable(error instanceof Error ? (/line (\d+)/.exec(error.message)?.[0] ?? 'a cell is longer than a page or has no end') : 'something is wrong in it')
  }
}

const unreadable = (why: string) => new Invalid([{ field: 'file', sentence: `This table cannot be read: ${why}. Save it as CSV with UTF-8 and try again.` }])

function countIn(text: string, delimiter: string): number {
  return (text.slice(0, text.search(/[\r\n]|$/)).split(delimiter)).length
}

/** Which column means what, from the first row. Unknown ones are left out. */
export function guessColumns(head: readonly string[]): Columns {
  const plain = head.map((cell) => cell.trim().toLowerCase())
  return Object.fromEntries(MEANINGS.flatMap((meaning) => {
    const at = plain.findIndex((cell) => GUESSES[meaning].test(cell))
    return at < 0 ? [] : [[meaning, at]]
  }))
}

export type Planned = { readonly id: Id<'capability'>; readonly title: string; readonly parent?: Id<'capability'>; readonly code?: string; readonly synonyms: readonly string[]; readonly path: string }
export type Changed = { readonly id: Id<'capability'>; readonly code?: string; readonly synonyms: readonly string[]; readonly path: string }
export type Plan = { readonly columns: Columns; readonly added: readonly Planned[]; readonly changed: readonly Changed[]; readonly same: number }

/**
 * What taking in a table would do: rows match by their path; new ones are added with whatever families they need, known ones get
 * the table's code and synonyms. Every row that cannot be taken is named; then none is.
 */
export function planImport(rows: readonly (readonly string[])[], known: readonly Capability[], chosen?: Columns): Plan {
  const [head = [], ...body] = rows
  const columns = chosen ?? guessColumns(head)
  if (columns.title === undefined && columns.path === undefined) throw new Invalid([{ field: 'file', sentence: 'No column is called "title" or "path". The first row names the columns: title, code, parent or path, synonyms.' }])
  if (body.length === 0) throw new Invalid([{ field: 'file', sentence: 'There is a row of names and nothing below it.' }])
  if (body.length + known.length > MOST_CAPABILITIES) throw new Invalid([{ field: 'file', sentence: `A network can have ${MOST_CAPABILITIES.toLocaleString('en-GB')} capabilities at most.` }])
  const read = body.map((cells, index) => readRow(cells, columns, index + 2))
  const problems: Problem[] = read.flatMap((row) => row.problems)
  const located = problems.length ? [] : locate(read, columns, problems)
  if (problems.length) throw new Invalid(inShort(problems), 'Some rows cannot be taken, so none was.')
  return merge(located, known, columns)
}

type RowRead = { readonly line: number; readonly title: string; readonly path?: readonly string[]; readonly parent?: string; readonly code?: string; readonly synonyms: readonly string[]; readonly problems: readonly Problem[] }

function readRow(cells: readonly string[], columns: Columns, line: number): RowRead {
  const cell = (meaning: Meaning) => { const at = columns[meaning]; return at === undefined ? '' : unquoted(cells[at] ?? '') }
  const steps = cell('path').split(/\s*[>/›»|]\s*/).filter(Boolean)
  const title = cell('title') || (steps.at(-1) ?? '')
  const path = columns.path === undefined || steps.length === 0 ? undefined : steps.at(-1)?.toLowerCase() === title.toLowerCase() ? steps : [...steps, title]
  const synonyms = synonymsOf(cell('synonyms'))
  const says = (sentence: string): Problem => ({ field: 'file', sentence: `Row ${line}: ${sentence}` })
  const problems = [
    ...(title === '' ? [says('it has no title.')] : []),
    ...([title, ...steps].some((word) => word.length > 120) ? [says('a title can have 120 characters at most.')] : []),
    ...(cell('code').length > 40 ? [says('a code can have 40 characters at most.')] : []),
    ...(synonyms.length > MOST_SYNONYMS || synonyms.some((word) => word.length > 120) ? [says(`${MOST_SYNONYMS} synonyms are the most, of 120 characters each.`)] : []),
    ...((path?.length ?? 0) > 12 ? [says('the path is deeper than 12 steps.')] : []),
  ]
  return { line, title, path, parent: cell('parent') || undefined, code: cell('code') || undefined, synonyms, problems }
}

type Located = { readonly path: readonly string[]; readonly code?: string; readonly synonyms: readonly string[] }

/** A parent is named by title or code of another row, wherever that stands; a chain of parents is a path. */
function locate(rows: readonly RowRead[], columns: Columns, problems: Problem[]): readonly Located[] {
  const byName = new Map<string, RowRead>()
  for (const row of rows) for (const name of [row.code, row.title]) if (name && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), row)
  const pathTo = (row: RowRead, seen: ReadonlySet<RowRead>): readonly string[] | undefined => {
    if (row.path) return row.path
    if (columns.parent === undefined || !row.parent) return [row.title]
    const parent = byName.get(row.parent.toLowerCase())
    if (!parent) return [row.parent, row.title] // a family named only here
    if (seen.has(parent) || seen.size > 12) return undefined
    const above = pathTo(parent, new Set([...seen, parent]))
    return above && [...above, row.title]
  }
  return rows.flatMap((row) => {
    const path = pathTo(row, new Set([row]))
    if (!path) problems.push({ field: 'file', sentence: `Row ${row.line}: "${row.title.slice(0, 60)}" is placed below itself, or too deep.` })
    return path ? [{ path, code: row.code, synonyms: row.synonyms }] : []
  })
}

function merge(rows: readonly Located[], known: readonly Capability[], columns: Columns): Plan {
  const keyOf = (path: readonly string[]) => path.map((step) => step.toLowerCase()).join(' > ')
  const byId = new Map(known.map((one) => [one.id, one]))
  const existing = new Map(known.map((one) => [pathOf(byId, one).toLowerCase(), one]))
  const added = new Map<string, Planned>()
  const changed = new Map<string, Changed>()
  let same = 0
  const idOf = (path: readonly string[]): Id<'capability'> | undefined => {
    if (path.length === 0) return undefined
    const key = keyOf(path)
    const there = existing.get(key) ?? added.get(key)
    if (there) return there.id
    const parent = idOf(path.slice(0, -1))
    const planned = { id: newId<'capability'>(), title: path.at(-1) ?? '', parent, synonyms: [], path: path.join(' > ') }
    added.set(key, planned)
    return planned.id
  }
  for (const row of rows) {
    const key = keyOf(row.path)
    const id = idOf(row.path)
    const fresh = added.get(key)
    const there = existing.get(key)
    if (fresh) added.set(key, { ...fresh, code: row.code ?? fresh.code, synonyms: row.synonyms.length ? row.synonyms : fresh.synonyms })
    else if (id && there && differs(there, row, columns)) changed.set(key, { id, code: columns.code === undefined ? there.code : row.code, synonyms: columns.synonyms === undefined ? there.synonyms : row.synonyms, path: row.path.join(' > ') })
    else same += 1
  }
  return { columns, added: [...added.values()], changed: [...changed.values()], same }
}

function differs(there: Capability, row: Located, columns: Columns): boolean {
  return (columns.code !== undefined && there.code !== row.code) || (columns.synonyms !== undefined && there.synonyms.join('\n') !== row.synonyms.join('\n'))
}

/** The first ten by name, and how many more. */
function inShort(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.slice(0, 10).map((problem) => problem.sentence)
  const more = problems.length - first.length
  return [{ field: 'file', sentence: [...first, ...(more > 0 ? [`And ${more} rows more.`] : [])].join(' ') }]
}

/** The vocabulary as CSV. A cell that a spreadsheet would run as a formula gets a quote before it; reading takes it off again. */
export function writeTable(capabilities: readonly Capability[]): string {
  const byId = new Map(capabilities.map((one) => [one.id, one]))
  const lines = capabilities.map((one) => [one.code ?? '', one.title, pathOf(byId, one), one.synonyms.join('; ')])
  const sorted = lines.sort((a, b) => (a[2] ?? '').localeCompare(b[2] ?? '', 'en-GB'))
  return `\ufeff${[['code', 'title', 'path', 'synonyms'], ...sorted].map((cells) => cells.map(safeCell).join(',')).join('\r\n')}\r\n`
}

export function safeCell(value: string): string {
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n;\t']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function unquoted(value: string): string {
  const text = value.trim()
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
