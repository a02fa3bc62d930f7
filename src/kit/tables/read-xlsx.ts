import { unguarded } from './cells.ts'
import { packZip } from './pack-zip.ts'
import { columnLetters, scanSheet } from './scan-sheet.ts'
import { NotATable, tableOf, withoutTail, type Limits, type Table, type TableRow } from './table.ts'
import { unpackZip } from './unpack-zip.ts'

const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/

/**
 * The first sheet of a spreadsheet. It is unpacked and counted first, its cells are counted next, and only then does a parser see it, in
 * a thread of its own. A formula counts for what it last came to; one that never came to anything is named.
 */
export async function readXlsx(bytes: Buffer, limits: Limits): Promise<Table> {
  const files = await unpackZip(bytes, (name) => NEEDED.test(name))
  const first = firstSheet(files)
  const { unanswered } = scanSheet(files.get(first) ?? Buffer.alloc(0), limits)
  const rows = await parsed(packZip(onlySheet(files, first)))
  return tableOf('xlsx', rows.flatMap((cells, place) => rowOf(cells, place + 1, unanswered)), limits)
}

async function parsed(packed: Buffer): Promise<readonly (readonly unknown[])[]> {
  const { readSheet } = await import('read-excel-file/node') // a tenth of a second to read: only for those who bring a spreadsheet
  try {
    return await readSheet(packed, 1, { trim: true, parseNumber: shortNumber })
  } catch {
    throw damaged()
  }
}

const damaged = () => new NotATable('This spreadsheet is damaged, or is not one.', 'Open it, save it as .xlsx and bring it once more. CSV and vCard are taken too.')

function rowOf(cells: readonly unknown[], number: number, unanswered: ReadonlySet<string>): readonly TableRow[] {
  const problems: Record<number, string> = {}
  const words = cells.map((cell, place) => {
    if (unanswered.has(`${columnLetters(place + 1)}${number}`)) problems[place] = 'This cell holds a formula that was never worked out. Type what it should say.'
    const written = textOf(cell)
    if (ERRORS.has(written)) problems[place] = `This cell holds the mistake ${written} from your spreadsheet. Type what it should say.`
    return unguarded(written)
  })
  const last = Math.max(-1, ...Object.keys(problems).map(Number))
  const kept = withoutTail(words)
  if (kept.length === 0 && last < 0) return []
  return [{ number, cells: last >= kept.length ? words.slice(0, last + 1) : kept, ...(last >= 0 ? { problems } : {}) }]
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', 'VALUE_MISSING', 'VALUE_INVALID', 'FORMAT_INVALID', 'TYPE_INVALID'])

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return (typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '').trim()
}

/** Spreadsheets keep 1.10 as 1.1000000000000001, and a long telephone number as 4.41722E+11. */
function shortNumber(written: string): string {
  if (/^-?\d+(\.\d+)?[eE][+-]?\d{1,2}$/.test(written)) return Number(written).toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 20 })
  return /^-?\d+\.\d{12,}$/.test(written) ? String(Number(Number(written).toPrecision(12))) : written
}

/** The sheet that comes first in the workbook's own list, by way of its relation. */
function firstSheet(files: ReadonlyMap<string, Buffer>): string {
  const workbook = files.get('xl/workbook.xml')?.subarray(0, 2_000_000).toString('utf8') ?? ''
  const relation = /<(?:\w+:)?sheet\s[^>]{0,500}?r:id="([^"]{1,100})"/.exec(workbook)?.[1]
  const relations = files.get('xl/_rels/workbook.xml.rels')?.subarray(0, 2_000_000).toString('utf8') ?? ''
  const target = [...relations.matchAll(/<Relationship\s[^>]{0,1000}>/g)].map(([tag]) => tag).find((tag) => relation !== undefined && tag.includes(`Id="${relation}"`))
  const path = /Target="([^"]{1,300})"/.exec(target ?? '')?.[1] ?? ''
  const name = path.startsWith('/') ? path.slice(1) : `xl/${path}`
  if (files.has(name)) return name
  const only = [...files.keys()].find((file) => file.startsWith('xl/worksheets/'))
  if (!only) throw damaged()
  return only
}

/** The other sheets stay out, so that nothing uncounted is parsed; the list of sheets may name them all the same. */
function onlySheet(files: ReadonlyMap<string, Buffer>, sheet: string): ReadonlyMap<string, Buffer> {
  return new Map([...files].filter(([name]) => !name.startsWith('xl/worksheets/') || name === sheet))
}
