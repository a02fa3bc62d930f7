import { argon2 as derive, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon2 = promisify(derive)

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane; about 50 ms of one core. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const WRITTEN = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** The password as it is kept: Argon2id with its cost and salt, in the usual way of writing it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await argon2('argon2id', { message: sameLetters(password), nonce: salt, tagLength: 32, ...COST })
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

/** Where there is no password to compare with, the same work is done in vain, so that time does not tell. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = WRITTEN.exec(stored ?? NOBODYS) ?? []
  const expected = Buffer.from(hash, 'base64')
  const got = await argon2('argon2id', {
    message: sameLetters(password), nonce: Buffer.from(salt, 'base64'), tagLength: expected.length,
    memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism),
  })
  return timingSafeEqual(got, expected) && stored !== undefined
}

const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(32))}`

/** An é typed on a phone and one typed on a desk may differ in bytes. */
function sameLetters(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'))
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
