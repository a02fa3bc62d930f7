import { z } from 'zod'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { WeakPassword } from './errors.ts'

const LEAST = 10
const MOST = 200

/** A password as it is typed in to sign in: nothing is asked of it, since it may be older than today's rules. */
export const typedPassword = (name: string) => z.string(`${name} is missing.`).min(1, `${name} is missing.`).max(MOST, `${name} can have ${MOST} characters at most.`)

/** A password being chosen: long enough, and not one that everybody tries first. No rules about signs and capitals. */
export const newPassword = z.string('Choose a password.')
  .min(LEAST, `A password needs ${LEAST} characters or more. Three or four unrelated words work well.`)
  .max(MOST, `A password can have ${MOST} characters at most.`)
  .refine((password) => password.isWellFormed() && !password.includes('\u0000'), 'This password holds characters that cannot be kept.')
  .refine((password) => !isCommon(password), 'Many people use this password, so it would be guessed. Three or four unrelated words work well.')

/** Refuses a password made of the person's own name or address. */
export function refuseOwnWords(password: string, own: { name: string; email: string }, field = 'password'): void {
  const bare = plain(password)
  const words = [plain(own.name), plain(own.email), plain(own.email.split('@')[0] ?? '')].filter((word) => word.length >= 4)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), bare)
  if (left.length < bare.length && left.length < 4) throw new WeakPassword(field, 'This is your name or address with little added, so it would be guessed. Choose something unrelated.')
}

function isCommon(password: string): boolean {
  const bare = plain(password)
  const withoutEnd = bare.replace(/\d{1,4}$/, '')
  return COMMON_PASSWORDS.has(bare) || COMMON_PASSWORDS.has(withoutEnd) || new Set(bare).size < 4 || isRun(bare)
}

/** 12345678910, abcdefghijk, and the rows of a keyboard. */
function isRun(bare: string): boolean {
  return ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].some((row) => row.includes(bare) || [...row].reverse().join('').includes(bare))
}

/** Small letters and digits, with the usual disguises taken off. */
function plain(text: string): string {
  const disguises: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': '', '€': 'e' }
  return [...text.toLowerCase()].map((letter) => disguises[letter] ?? letter).join('').replaceAll(/[^\p{L}\p{N}]/gu, '')
}
