import type { Range } from './answer.ts'
import { EMPTY_AFTER, MONTHS, NUMBER_WORDS } from './lexicon/figures.ts'
import type { Token } from './tokens.ts'

/** What a number at this place is: nothing, one that says nothing, money, a year or a count. */
export type Figure = 'none' | 'empty' | 'money' | 'year' | 'count'

const YEAR = /^(?:1[5-9]\d\d|20\d\d)(?:s)?$/u
const BEFORE_YEAR: ReadonlySet<string> = new Set('in since from to by until and before after early late spring summer autumn winter'.split(' '))
const FOUNDED: ReadonlySet<string> = new Set('established founded est'.split(' '))

export function figureAt(tokens: readonly Token[], at: number): Figure {
  const token = tokens[at]
  if (!token || !(token.isNumber || NUMBER_WORDS.has(token.lower))) return 'none'
  if (/[£€$]\s*$/u.test(token.gap) || token.gap.endsWith('£')) return 'money'
  if (isYear(tokens, at, token)) return isFounding(tokens, at) ? 'empty' : 'year'
  return saysNothing(tokens, at, token) ? 'empty' : 'count'
}

function isYear(tokens: readonly Token[], at: number, token: Token): boolean {
  if (!YEAR.test(token.lower)) return false
  const before = tokens[at - 1]
  return token.lower.endsWith('s') || (before !== undefined && (BEFORE_YEAR.has(before.lower) || FOUNDED.has(before.lower) || MONTHS.has(before.lower) || before.isNumber || before.lower === 'may' || before.lower === 'march'))
}

/** "Established 1987" tells a customer nothing about the work. */
function isFounding(tokens: readonly Token[], at: number): boolean {
  return [1, 2].some((back) => FOUNDED.has(tokens[at - back]?.lower ?? ''))
}

function saysNothing(tokens: readonly Token[], at: number, token: Token): boolean {
  const next = tokens[at + 1]
  // a telephone number says how to reach us, not what we do
  if (/^0\d{3,}$/u.test(token.lower) || /^0\d{3,}$/u.test(tokens[at - 1]?.lower ?? '')) return true
  if (token.lower === '1' || token.lower === '365' || token.lower === '360') return true
  if (token.lower === '24' && (next?.gap === '/' || next?.lower.startsWith('hour'))) return true
  if (token.lower === '7' && token.gap === '/') return true
  if (Number(token.lower) >= 100 && (next ? next.gap.startsWith('%') || next.lower === 'percent' : false)) return true
  if (Number(token.lower) >= 100 && isPerCent(tokens, at)) return true
  return [1, 2, 3, 4].some((by) => isEmptied(tokens, at, by))
}

function isPerCent(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.lower === 'per' && tokens[at + 2]?.lower === 'cent'
}

/** "20 years of combined experience": the word that empties a number stands within four words, or two when no years are named. */
function isEmptied(tokens: readonly Token[], at: number, by: number): boolean {
  const token = tokens[at + by]
  if (!token || token.sentence !== tokens[at]?.sentence || !EMPTY_AFTER.has(token.lower)) return false
  return by <= 2 || /^years?$/u.test(tokens[at + 1]?.lower ?? '')
}

/** Where a token stands. */
export const rangeOf = (first: Token, last: Token = first): Range => ({ start: first.start, end: last.end })
