import { Invalid } from '../kit/refusal.ts'

export type SentFile = { readonly name: string; readonly bytes: Uint8Array }
export const MOST_FILE = 10 * 1024 * 1024
export const FILES_TAKEN = 'Published tenders (.json, Open Contracting) and plain text (.txt), up to 10 MB.'

/** The letters of a file, as Windows and everybody else write them. What is no text is refused in words. */
export function textIn({ bytes }: SentFile): string {
  if (bytes.byteLength > MOST_FILE) throw refused('This file is larger than 10 MB. Send the part that says what is wanted.')
  const written = decoded(bytes)
  if (written.includes('\u0000')) throw refused('This file is not plain text. Open it, copy all of it, and paste it below.')
  return written
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export function jsonIn(written: string, field: string): unknown {
  try {
    return JSON.parse(written.replace(/^\uFEFF/, ''))
  } catch {
    throw new Invalid([{ field, sentence: 'This begins like JSON and then cannot be read. Fetch the file once more, or paste the words of the tender.' }])
  }
}

const refused = (sentence: string): Invalid => new Invalid([{ field: 'file', sentence }])
