import { plainLetters } from '../kit/plain-letters.ts'

/** A name as somebody types it: capitals, accents, spaces and apostrophes, straight or curled, make no difference. */

/** Signs that do not count; `membership.listed_plain` is made without them. */
const PASSED_OVER = ' \u00a0\t\n\r\'’‘'

const LONGEST = 200

/** The whole of it, and its words, as names are compared. */
export function asTyped(typed: string): { readonly whole: string; readonly words: readonly string[] } {
  const text = plainLetters(typed.slice(0, LONGEST).toWellFormed().replaceAll('\u0000', ' '))
  const words = text.split(/\s+/).map(squash).filter(Boolean)
  return { whole: words.join(''), words: words.slice(0, 6) }
}

/** Whether a name is just this, or at least holds every word of it. */
export function fitsName(name: string, typed: string): 'exactly' | 'partly' | undefined {
  const { whole } = asTyped(name), wanted = asTyped(typed)
  if (wanted.words.length === 0) return undefined
  if (whole === wanted.whole) return 'exactly'
  return wanted.words.every((word) => whole.includes(word)) ? 'partly' : undefined
}

const squash = (word: string) => word.replaceAll(new RegExp(`[${PASSED_OVER}]`, 'g'), '')
