import ICAL from 'ical.js'
import { NotATable, tableOf, TableTooLarge, type Limits, type Table, type TableRow } from './table.ts'

/** The columns a card becomes, under names that people would have given them. */
const COLUMNS = ['Name', 'Organisation', 'E-mail', 'Phone', 'Website', 'Street', 'Town', 'Postcode', 'Note'] as const

const MOST_OF_A_CARD = 200_000

/** Address cards, one a row. Each is read by itself: one that cannot be read is named and does not spoil the others. */
export async function readVcard(text: string, limits: Limits): Promise<Table> {
  const cards = text.split(/^begin:vcard[ \t]*\r?$/gim).slice(1)
  if (cards.length === 0) throw new NotATable('There is no card in this file.')
  if (cards.length > limits.rows) throw new TableTooLarge(`This file has more than ${limits.rows.toLocaleString('en-GB')} cards.`)
  const rows: TableRow[] = []
  for (const [place, card] of cards.entries()) {
    if (place % 200 === 199) await new Promise((go) => { setImmediate(go) }) // others get their turn
    rows.push(rowOf(card, place + 2, limits))
  }
  return tableOf('vcard', [{ number: 1, cells: [...COLUMNS] }, ...rows], limits)
}

function rowOf(card: string, number: number, limits: Limits): TableRow {
  const end = card.search(/^end:vcard/im)
  const lines = end < 0 ? '' : withoutPictures(card.slice(0, end))
  const fields = lines && lines.length <= MOST_OF_A_CARD ? fieldsOf(lines) : undefined
  if (!fields) return { number, cells: [''], problems: { 0: 'This card cannot be read. Type who it is, or leave it out.' } }
  return { number, cells: fields.map((field) => field.slice(0, limits.cell + 1)) }
}

/** Photographs, logos and keys come as pages of letters; they are not read at all. */
function withoutPictures(card: string): string {
  return card.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/).filter((line) => line !== '' && !/^([\w-]+\.)?(photo|logo|sound|key)[;:]/i.test(line)).join('\r\n')
}

function fieldsOf(lines: string): readonly string[] | undefined {
  try {
    const version = /^version:/im.test(lines) ? '' : 'VERSION:3.0\r\n'
    const card = new ICAL.Component(ICAL.parse(`BEGIN:VCARD\r\n${version}${lines}\r\nEND:VCARD`) as never) // its types know calendars only; a card has the same shape
    const first = (name: string) => plain(card.getFirstPropertyValue(name))
    const address = parts(card.getFirstPropertyValue('adr'))
    const name = first('fn') || parts(card.getFirstPropertyValue('n')).slice(0, 2).reverse().join(' ').trim()
    const organisation = parts(card.getFirstPropertyValue('org'))[0] ?? ''
    return [organisation || name, organisation, first('email').replace(/^mailto:/i, ''), first('tel').replace(/^tel:/i, ''), first('url'), address[2] ?? '', address[3] ?? '', address[5] ?? '', first('note')].map((cell) => cell.trim())
  } catch {
    return undefined
  }
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return parts(value).join(' ')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '' // dates and the like, which nobody is reached by
}

function parts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(plain) : typeof value === 'string' ? value.split(';') : []
}

