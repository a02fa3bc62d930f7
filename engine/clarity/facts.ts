import type { Fact, FactKind, Range } from './answer.ts'
import { CREDENTIALS } from './lexicon/figures.ts'
import { figureAt, rangeOf } from './numbers.ts'
import { isGeneral } from './concrete.ts'
import { AUDIENCE } from './lexicon/people.ts'
import type { Token } from './tokens.ts'
import { isWhen } from './when.ts'
import { isPlace } from './where.ts'

/** The facts of a sentence in order, and the numbers in it that say nothing. `token` counts from its first. */
export type Facts = { readonly facts: readonly (Fact & { readonly token: number })[]; readonly empty: readonly Range[] }

const LONGEST_NAME = 4
const CODE = /^[A-Z]{1,4}$/u

export function findFacts(tokens: readonly Token[]): Facts {
  const facts: (Fact & { readonly token: number })[] = []
  const empty: Range[] = []
  const add = (kind: FactKind, at: number, token: Token): void => { facts.push({ kind, token: at, ...rangeOf(token) }) }
  tokens.forEach((token, at) => {
    const figure = figureAt(tokens, at)
    if (figure === 'empty') empty.push(rangeOf(token))
    else if (figure === 'money') add('money', at, token)
    else if (figure === 'year' || isWhen(tokens, at)) add('date', at, token)
    else if (figure === 'count') add('number', at, token)
    else if (CREDENTIALS.has(token.lower) || isCode(tokens, at)) add('credential', at, token)
    else if (isPlace(tokens, at)) add('place', at, token)
    else if (isName(tokens, at)) add('name', at, token)
  })
  return { facts, empty }
}

/** "NS-0417", "W-1184": letters, a hyphen, a number. */
function isCode(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return CODE.test(tokens[at]?.text ?? '') && next?.gap === '-' && next.isNumber
}

/** A capital inside a sentence, in a run short enough to be a name and not a headline. */
function isName(tokens: readonly Token[], at: number): boolean {
  if (!mayBeName(tokens[at])) return false
  let first = at
  let last = at
  // stops as soon as the run is too long: a text of capitals only would else be walked over and over
  while (last - first < LONGEST_NAME && isCapitalised(tokens[first - 1], tokens[at])) first--
  while (last - first < LONGEST_NAME && isCapitalised(tokens[last + 1], tokens[at])) last++
  return last - first < LONGEST_NAME
}

function mayBeName(token: Token | undefined): boolean {
  return token !== undefined && token.capital === 'first' && !token.opens && token.lower.length > 2 && !isGeneral(token.lower) && !AUDIENCE.has(token.lower)
}

function isCapitalised(token: Token | undefined, beside: Token | undefined): boolean {
  return token !== undefined && token.capital !== 'none' && token.sentence === beside?.sentence
}
