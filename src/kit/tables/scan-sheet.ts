import { inWords, NotATable, TableTooLarge, type Limits } from './table.ts'

/** What to know of a sheet's XML before it is read: that it keeps within bounds, and which cells hold a formula without what it came to. */
export function scanSheet(xml: Buffer, limits: Limits): { readonly unanswered: ReadonlySet<string> } {
  const unanswered = new Set<string>()
  let rows = 0, cells = 0, at = 0
  while (at >= 0 && at < xml.length) {
    const open = nextTag(xml, at)
    if (!open) break
    at = open.end
    const row = Number(/\sr="[A-Z]{0,3}([0-9]{1,9})"/.exec(open.tag)?.[1] ?? 0)
    rows = Math.max(open.is === 'row' ? rows + 1 : rows, row) // parsers make every row up to the last, filled or not
    if (rows > limits.rows + 1_000) throw new TableTooLarge(`This table has more than ${inWords(limits.rows)} rows.`, 'Delete what stands far below the table, or split it. Nothing has been changed.') // empty rows are allowed for
    if (open.is === 'row') continue
    cells += 1
    if (cells > limits.cells) throw new TableTooLarge(`This sheet has more than ${inWords(limits.cells)} cells.`)
    const address = /\sr="([A-Z]{1,3})([0-9]{1,7})"/.exec(open.tag)
    if (address && columnNumber(address[1] ?? '') > limits.columns) throw new TableTooLarge(`This table has more than ${limits.columns} columns.`, 'Take away those that are not needed. Nothing has been changed.')
    if (open.tag.endsWith('/>')) continue
    const close = xml.indexOf('</c>', at)
    if (close < 0) throw new NotATable('This spreadsheet is damaged: a cell has no end.', 'Open it, save it again and bring it once more.')
    const inside = xml.subarray(at, close) // searching beyond the cell would walk the whole sheet for each
    if (address && inside.includes('<f') && isUnanswered(inside)) unanswered.add(`${address[1]}${address[2]}`)
    at = close
  }
  return { unanswered }
}

function isUnanswered(cell: Buffer): boolean {
  return !cell.includes('<v') || cell.includes('<v/>') || cell.includes('<v></v>')
}

type Tag = { readonly is: 'row' | 'cell'; readonly tag: string; readonly end: number }

/** The next `<row` or `<c`, whichever comes first. */
function nextTag(xml: Buffer, from: number): Tag | undefined {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
    const isRow = xml[at + 1] === 0x72 && xml[at + 2] === 0x6f && xml[at + 3] === 0x77 && isEdge(xml[at + 4])
    const isCell = xml[at + 1] === 0x63 && isEdge(xml[at + 2])
    if (!isRow && !isCell) continue
    const end = xml.indexOf('>', at)
    if (end < 0 || end - at > 2_000) throw new NotATable('This spreadsheet is damaged.', 'Open it, save it again and bring it once more.')
    return { is: isRow ? 'row' : 'cell', tag: xml.subarray(at, end + 1).toString('latin1'), end: end + 1 }
  }
  return undefined
}

const isEdge = (byte: number | undefined) => byte === 0x20 || byte === 0x3e || byte === 0x2f || byte === 0x0a || byte === 0x0d || byte === 0x09

export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

export function columnLetters(number: number): string {
  return number <= 0 ? '' : columnLetters(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26))
}
