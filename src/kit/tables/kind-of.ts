import { NotATable, type Table } from './table.ts'

/** What a file is, by what stands in it: names and types given by a browser say nothing. */
export function kindOf(bytes: Uint8Array): Table['from'] {
  if (bytes.length === 0) throw new NotATable('This file is empty.')
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096))
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'xlsx'
  for (const { mark, says, next } of OTHERS) if (start.subarray(0, mark.length).equals(mark)) throw new NotATable(says, next)
  const text = start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase()
  if (text.startsWith('begin:vcard')) return 'vcard'
  if (MARKUP.test(text)) throw new NotATable('This is a web page or a drawing, not a table.')
  if (text.startsWith('{\\rtf')) throw new NotATable('This is a letter, not a table.')
  if (/^[[{]\s*["[{]/.test(text)) throw new NotATable('This is JSON, not a table.')
  return 'csv'
}

const MARKUP = /^<(!doctype|\?xml|html|head|body|svg|script|table|div|!--)/

const OTHERS: readonly { mark: Buffer; says: string; next?: string }[] = [
  { mark: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), says: 'This is an older Excel file, or one with a password.', next: 'Open it and save it as .xlsx without a password, or as CSV.' },
  { mark: Buffer.from('%PDF'), says: 'This is a PDF, not a table.' },
  { mark: Buffer.from([0x89, 0x50, 0x4e, 0x47]), says: 'This is a picture, not a table.' },
  { mark: Buffer.from([0xff, 0xd8, 0xff]), says: 'This is a picture, not a table.' },
  { mark: Buffer.from('GIF8'), says: 'This is a picture, not a table.' },
  { mark: Buffer.from('RIFF'), says: 'This is a picture or a recording, not a table.' },
  { mark: Buffer.from([0x1f, 0x8b]), says: 'This file is packed.', next: 'Unpack it first and bring what is in it.' },
  { mark: Buffer.from([0x50, 0x4b, 0x05, 0x06]), says: 'This is an empty ZIP file.' },
  { mark: Buffer.from('7z'), says: 'This file is packed.', next: 'Unpack it first and bring what is in it.' },
  { mark: Buffer.from('Rar!'), says: 'This file is packed.', next: 'Unpack it first and bring what is in it.' },
  { mark: Buffer.from([0x7f, 0x45, 0x4c, 0x46]), says: 'This is a program, not a table.' },
  { mark: Buffer.from('SQLite format'), says: 'This is a database, not a table.' },
]
