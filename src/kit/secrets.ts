import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A secret someone carries: `gh_<kind>_<id>_<secret><check>`. The id finds the row, only the SHA-256 of the secret is stored, and the
 * check lets us refuse a mistyped or cut-off one without asking the database.
 */
export type Secret = { readonly id: string; readonly text: string; readonly hash: Buffer }

const LETTERS = /^gh_([a-z]+)_([0-9a-f]{24})_([A-Za-z0-9]{43})([0-9a-f]{6})$/

export function newSecret(kind: string): Secret {
  return secretOf(kind, randomBytes(12).toString('hex'), letters(randomBytes))
}

/**
 * A secret that can be shown again: made from its id by a key kept outside the database, so that whoever reads the database alone
 * still cannot use it. `id` is 24 hexadecimal digits, or absent for a new one.
 */
export function derivedSecret(kind: string, key: Buffer, id: string = randomBytes(12).toString('hex')): Secret {
  return secretOf(kind, id, letters(streamFrom(key, `${kind} ${id}`)))
}

function secretOf(kind: string, id: string, secret: string): Secret {
  const body = `gh_${kind}_${id}_${secret}`
  return { id, text: body + checkOf(body), hash: hashSecret(secret) }
}

export function readSecret(kind: string, text: string): { id: string; hash: Buffer } | undefined {
  const found = LETTERS.exec(text)
  if (!found) return undefined
  const [, foundKind, id = '', secret = '', check = ''] = found
  const sound = foundKind === kind && check === checkOf(text.slice(0, -6))
  return sound ? { id, hash: hashSecret(secret) } : undefined
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function checkOf(body: string): string {
  return createHash('sha256').update(`check ${body}`).digest('hex').slice(0, 6)
}

/** Letters and digits only, so that a double click selects the whole; 43 of them carry 256 bits. */
function letters(bytes: (count: number) => Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  let text = ''
  while (text.length < 43) {
    for (const byte of bytes(64)) if (byte < 248 && text.length < 43) text += alphabet[byte % 62]
  }
  return text
}

function streamFrom(key: Buffer, label: string): () => Buffer {
  let block = 0
  return () => createHmac('sha512', key).update(`${label} ${(block += 1)}`).digest()
}
