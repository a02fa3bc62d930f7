import { DAYS, MONTHS, MONTHS_ALSO_WORDS, SEASONS } from './lexicon/figures.ts'
import type { Token } from './tokens.ts'

const CLOCK = /^\d{1,2}(?:[.:]\d\d)?(?:am|pm)$/u
const EVERY: ReadonlySet<string> = new Set('every each a per'.split(' '))
const TURN: ReadonlySet<string> = new Set('day week month year fortnight term season'.split(' '))
const BEFORE_MONTH: ReadonlySet<string> = new Set('in by from until to of since before after every each next last and through mid late early during'.split(' '))

/** Whether this word says when: a day, month, season, hour, or how often. */
export function isWhen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (MONTHS.has(token.lower) || DAYS.has(token.lower) || SEASONS.has(token.lower) || CLOCK.test(token.lower)) return true
  if (MONTHS_ALSO_WORDS.has(token.lower)) return isMonth(tokens, at, token)
  // "365 days a year" is no date
  return TURN.has(token.lower) && EVERY.has(tokens[at - 1]?.lower ?? '') && !/^(?:days|hours)$/u.test(tokens[at - 2]?.lower ?? '')
}

function isMonth(tokens: readonly Token[], at: number, token: Token): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before?.isNumber || after?.isNumber) return true
  return BEFORE_MONTH.has(before?.lower ?? '') && (token.capital !== 'none' || token.lower === 'march')
}
