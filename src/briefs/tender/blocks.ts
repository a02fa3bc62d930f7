/**
 * A pasted text as blocks: what is a heading, what an item of a list, a line of a table, running words. Each rule looks at one line and
 * its neighbours, so that a hundred pages take time in proportion and no more.
 */
export type Block =
  /** Smaller depths stand above greater ones. */
  | { readonly is: 'heading'; readonly text: string; readonly depth: number; /** Numbered, so that it may be a part by itself. */ readonly numbered?: boolean }
  | { readonly is: 'item'; readonly text: string; readonly depth: number; readonly lot?: boolean }
  | { readonly is: 'row'; readonly cells: readonly string[] }
  | { readonly is: 'words'; readonly text: string }

type Line = { readonly text: string; readonly indent: number; readonly blankBefore: boolean }

const LOT = /^(?:lot|work ?package|wp|package|part|task|deliverable|phase|module|workstream|stream)\s*(?:no\.?\s*)?(?:\d{1,3}(?:\.\d{1,2})?|[a-h]|[ivx]{1,5})\b\s*[-.:)–—]*\s*(.*)$/i
const NUMBERED = /^\(?((?:\d{1,3}\.){0,5}\d{1,3}|[a-z]|[ivx]{1,5})[.):]\s*(\S.*)$/i
const DOTTED = /^(\d{1,3}(?:\.\d{1,3}){1,5})\s+(\S.*)$/
const BULLET = /^(?:[•●▪◦‣∙·*+o–—-]\s+(?:\[[ xX]?\]\s+)?|\[[ xX]?\]\s+)(\S.*)$/
const MARKDOWN = /^(#{1,6})\s+(\S.*)$/
const SHORT = 80

export function blocksOf(written: string): readonly Block[] {
  const lines = joinWrapped(linesOf(written))
  return lines.flatMap((line, at) => blockOf(line, lines[at - 1], lines[at + 1]))
}

function linesOf(written: string): readonly Line[] {
  let blankBefore = true
  return written.normalize('NFC').replaceAll(/\r\n?|[\u2028\u2029\f\v]/g, '\n').replaceAll('\u00AD', '').replaceAll(/[\u00A0\u2007\u202F]/g, ' ').split('\n').flatMap((raw) => {
    const text = raw.trim()
    if (text === '' || /^[-=_*~.|+\s]+$/.test(text)) { blankBefore = true; return [] } // empty, or a line drawn under something
    const line = { text: raw.includes('\t') ? raw.trim() : text.replaceAll(/ {2,}/g, '  '), indent: raw.length - raw.trimStart().length, blankBefore }
    blankBefore = false
    return [line]
  })
}

/** Text out of mails and PDFs breaks lines at eighty letters: a line that begins small goes with the one before it. */
function joinWrapped(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before && !line.blankBefore && goesOn(before.text, line) && before.text.length < 4000) joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` }
    else joined.push(line)
  }
  return joined
}

function goesOn(before: string, { text }: Line): boolean {
  if (/[.:;!?]$/.test(before) || isMarked(text) || cellsOf(text) || cellsOf(before)) return false
  return /^[\p{Ll}(&£\d]/u.test(text) && (/^[\p{Ll}(&]/u.test(text) || before.length > 50)
}

function isMarked(text: string): boolean {
  return LOT.test(text) || NUMBERED.test(text) || DOTTED.test(text) || BULLET.test(text) || MARKDOWN.test(text)
}

function blockOf(line: Line, before: Line | undefined, after: Line | undefined): readonly Block[] {
  const { text } = line
  const cells = cellsOf(text)
  if (cells) return [{ is: 'row', cells }]
  const markdown = MARKDOWN.exec(text)
  if (markdown) return [headingOrLot(markdown[2] ?? '', markdown[1]?.length ?? 1)]
  const lot = LOT.exec(text)
  if (lot && (lot[1] ?? '').length > 2) return [{ is: 'item', text: lot[1] ?? '', depth: 1, lot: true }]
  const bullet = BULLET.exec(text)
  if (bullet) return [{ is: 'item', text: bullet[1] ?? '', depth: 20 + line.indent }]
  const numbered = DOTTED.exec(text) ?? NUMBERED.exec(text)
  if (numbered && !/^\d{1,2}[.:]\d{2}\b/.test(text)) return numberedBlock(numbered[1] ?? '', numbered[2] ?? '', line, before, after)
  if (isHeading(line, before, after)) return [{ is: 'heading', text: text.replace(/:$/, ''), depth: text.endsWith(':') ? 10 : 1 }]
  return [{ is: 'words', text }]
}

function headingOrLot(text: string, depth: number): Block {
  const lot = LOT.exec(text)
  return lot && (lot[1] ?? '').length > 2 ? { is: 'item', text: lot[1] ?? '', depth: 1, lot: true } : { is: 'heading', text, depth }
}

/** "2. Scope" over "2.1 ..." or over running words is a heading; "2. Sixty brackets" among its like is an item. */
function numberedBlock(number: string, text: string, line: Line, before: Line | undefined, after: Line | undefined): readonly Block[] {
  const depth = /^\d/.test(number) ? number.split('.').length : 12
  if (text.length > SHORT || /[.;]$/.test(text)) return [{ is: 'item', text, depth: depth + 2 }]
  const next = after && (DOTTED.exec(after.text) ?? NUMBERED.exec(after.text))
  const deeper = next?.[1] && /^\d/.test(number) ? next[1].split('.').length > depth || !/^\d/.test(next[1]) : false
  const overWords = !!after && !next && !(before && !line.blankBefore && follows(numberOf(before.text), number)) && (BULLET.test(after.text) || after.text.length > 40 || after.indent > line.indent)
  return deeper || overWords || text.endsWith(':') ? [{ is: 'heading', text: text.replace(/:$/, ''), depth: depth + 2, numbered: true }] : [{ is: 'item', text, depth: depth + 2 }]
}

const numberOf = (text: string): string => (DOTTED.exec(text) ?? NUMBERED.exec(text))?.[1] ?? ''

/** "11" right under "10" goes on with a list, whatever words come after it and whatever it sounds like: "11. Safety documents and conditions of use". */
function follows(before: string, number: string): boolean {
  const [one, other] = [before.split('.'), number.split('.')]
  if (one.length !== other.length || one.slice(0, -1).join('.') !== other.slice(0, -1).join('.')) return false
  const [last = '', next = ''] = [one.at(-1), other.at(-1)]
  return /^\d+$/.test(last) ? Number(next) === Number(last) + 1 : last.length === 1 && next.length === 1 && next.charCodeAt(0) === last.charCodeAt(0) + 1
}

function isHeading({ text, blankBefore }: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (text.length > 120 || !after) return false
  if (text.endsWith(':')) return true
  if (text.length > SHORT || /[.,;!?]$/.test(text) || /:\s/.test(text)) return false
  if (/\p{Lu}{3}/u.test(text) && text === text.toUpperCase()) return true
  return blankBefore && !!before && /^\p{Lu}/u.test(text) && text.split(/\s+/).length <= 8
}

/** The cells of a line that was copied out of a table; nothing where it is no such line. */
function cellsOf(text: string): readonly string[] | undefined {
  const by = text.includes('\t') ? '\t' : / \| |^\|.*\|$/.test(text) ? '|' : undefined
  if (!by) return undefined
  const cells = text.replace(/^\||\|$/g, '').split(by).map((cell) => cell.trim())
  return cells.filter(Boolean).length >= 2 ? cells : undefined
}
