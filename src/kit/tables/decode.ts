import { NotATable } from './table.ts'

/** The text of a file: UTF-8, UTF-16 with its mark, or Windows-1252 where it clearly is that. Anything else is refused, never guessed. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes)
  const text = tryUtf8(bytes)
  if (text !== undefined) return text
  if (looksLikeWindows1252(bytes)) return new TextDecoder('windows-1252').decode(bytes)
  throw unreadable()
}

const unreadable = () => new NotATable('Some letters in this file cannot be read.', 'Save it again as CSV UTF-8 (in Excel: Save as, CSV UTF-8), or as .xlsx.')

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) // takes the mark at the start away
  } catch {
    return undefined
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw unreadable()
  }
}

/** What older spreadsheets write above the plain letters: £ € ‘ ’ “ ” – — • … © ® ° ½ ¼ ¾ · and the letters from À to ÿ. */
const LIKELY = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa9, 0xae, 0xb0, 0xb7, 0xbc, 0xbd, 0xbe])

/**
 * Clearly Windows-1252: nothing in it that only another encoding would write, and nothing that reads as a letter of UTF-8. A file with
 * both was damaged on its way, and reading on would put wrong letters into people's names.
 */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false
    if (byte < 0x80) continue
    const next = bytes[at + 1] ?? 0
    if (byte >= 0xc2 && byte <= 0xf4 && next >= 0x80 && next <= 0xbf) return false // the beginning of a letter in UTF-8
    if (!LIKELY.has(byte) && !(byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7)) return false
  }
  return true
}
