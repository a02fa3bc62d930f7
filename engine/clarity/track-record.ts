import type { Fact } from './answer.ts'
import { NUMBER_WORDS, UNITS } from './lexicon/figures.ts'
import type { Token } from './tokens.ts'

/**
 * Signs in the words that something has been done and could be checked: shares counted ("24 of our
 * last 26"), a change from one figure to another, things made or placed since a year, a client who
 * comes back, a paper with its number. Each sign counts once, however often it stands there.
 */
export type Sign = 'share' | 'change' | 'since' | 'done' | 'none failed' | 'paper' | 'client'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const MOVED = words('went rose fell grew cut down up doubled risen fallen')
const IRREGULAR = words('made found kept done built sold lent taught won sent held use uses came come stayed run ran given')
const NOT_DONE = words('assured committed dedicated experienced trusted combined satisfied allowed needed based listed aged skilled talented tailored guaranteed required expected supposed')
const PAPER = words('certified accredited approved licensed licence license permit registered rated audited audit inspected award awarded patent patented certificate checked')
const HAVE = words('have has had we')
const JOINS = words('in of out')
const THEM = words('them those these ours mine')
const PERIOD = words('year month week season summer winter spring autumn harvest term quarter')
const CLIENT = words('has have asks ask booked books ordered orders used counted measured says said recommends tells hired')

const isNumber = (token: Token | undefined): boolean => token !== undefined && (token.isNumber || NUMBER_WORDS.has(token.lower))

export function signsOfRecord(tokens: readonly Token[], facts: readonly (Fact & { readonly token: number })[]): ReadonlySet<Sign> {
  const signs = new Set<Sign>()
  for (const fact of facts) {
    const here = tokens[fact.token]?.sentence
    const near = (by: number): Token | undefined => {
      const token = tokens[fact.token + by]
      return token?.sentence === here ? token : undefined
    }
    const around = (from: number, to: number): readonly Token[] =>
      Array.from({ length: to - from + 1 }, (_, by) => near(from + by)).filter((token) => token !== undefined)
    if (fact.kind === 'number' || fact.kind === 'money') addCount(signs, around, near)
    if (isNamed(fact) && around(-6, 6).some((token) => PAPER.has(token.lower))) signs.add('paper')
    if (fact.kind === 'name' && (around(1, 4).some((token) => CLIENT.has(token.lower)) || around(-4, -1).some((token) => token.lower === 'ask'))) signs.add('client')
  }
  return signs
}

const isNamed = (fact: Fact): boolean => fact.kind === 'name' || fact.kind === 'credential'

function addCount(signs: Set<Sign>, around: (from: number, to: number) => readonly Token[], near: (by: number) => Token | undefined): void {
  if (isShare(near)) signs.add('share')
  if (around(1, 16).some((token, at, all) => (token.lower === 'none' && all[at - 1]?.lower !== 'to') || (token.lower === 'not' && all[at + 1]?.lower === 'one'))) signs.add('none failed')
  if (near(-1)?.lower === 'from' && around(1, 4).some(isNumber) && around(-5, -2).some((token) => MOVED.has(token.lower))) signs.add('change')
  if (around(1, 7).some((token, at, all) => isSince(token, all[at + 1]))) signs.add('since')
  if (clause(around(1, 4)).some(isDone) || around(-3, -1).some((token, at, all) => isDone(token) && HAVE.has(all[at - 1]?.lower ?? ''))) signs.add('done')
}

/** A share, not a speed ("12 guests in four hours"): "9 in 10", "24 of our last 26", "four out of five". */
function isShare(near: (by: number) => Token | undefined): boolean {
  if (near(1)?.lower === 'of' && THEM.has(near(2)?.lower ?? '')) return true
  const at = JOINS.has(near(1)?.lower ?? '') ? 1 : UNITS.has(near(1)?.lower ?? '') ? 2 : 0
  if (at === 0 || !JOINS.has(near(at)?.lower ?? '')) return false
  return [1, 2, 3].some((by) => isNumber(near(at + by)) && !isYear(near(at + by)) && !UNITS.has(near(at + by + 1)?.lower ?? ''))
}

function isSince(token: Token, next: Token | undefined): boolean {
  if (token.lower === 'since') return true
  if (token.lower === 'so') return next?.lower === 'far'
  if (token.lower === 'last') return next !== undefined && (PERIOD.has(next.lower) || isNumber(next))
  return token.lower === 'in' && isYear(next)
}

/** Up to the next comma. */
function clause(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token) => /[,;:]/u.test(token.gap))
  return end === -1 ? tokens : tokens.slice(0, end)
}

const isYear = (token: Token | undefined): boolean => /^(?:19|20)\d\d$/u.test(token?.lower ?? '')
const isDone = (token: Token): boolean => IRREGULAR.has(token.lower) || (/^[a-z]{3,}ed$/u.test(token.lower) && !NOT_DONE.has(token.lower))
