import type { Range } from './answer.ts'
import { rangeOf } from './numbers.ts'
import type { Token } from './tokens.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const BETTER = words('better best faster fastest quicker quickest cheaper cheapest longer longest safer safest stronger cleaner lighter warmer fresher easier sooner simpler smoother finer hotter higher lower fewer')
const NOBODY = words('just anyone anybody most ever any the everyone everybody others other you your we before competitors competition rest')
const OTHERS = words('most other ordinary typical normal conventional big usual average')
const AGAINST = words('against unlike versus compared usually normally average instead where')

/** Words that claim to be better. */
export function findBetter(tokens: readonly Token[]): readonly Range[] {
  return tokens.filter((token) => BETTER.has(token.lower)).map((token) => rangeOf(token))
}

/**
 * Whether the answer says better than whom or what: "than the supermarkets", "where most firms ask
 * two weeks", "against half in the county". "Than anyone" compares with nobody.
 */
export function isCompared(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const rest = tokens.slice(at + 1, at + 8).filter((near) => near.sentence === token.sentence)
    if (token.lower === 'than') return saysWhom(rest)
    if (token.lower === 'down' || token.lower === 'up') return rest[0]?.lower === 'from' && rest.some((near) => near.isNumber)
    if (token.lower === 'where') return rest.some((near) => OTHERS.has(near.lower) || near.isNumber)
    if (token.lower === 'when') return rest.some((near) => OTHERS.has(near.lower) || near.lower === 'half')
    if (token.lower === 'most') return rest.length > 1 && /[^s]s$/u.test(rest[0]?.lower ?? '')
    return AGAINST.has(token.lower) && rest.length > 1
  })
}

function saysWhom(rest: readonly Token[]): boolean {
  const first = rest[0]
  if (!first || first.isNumber) return false
  if (first.lower === 'the') return !NOBODY.has(rest[1]?.lower ?? 'rest')
  return !NOBODY.has(first.lower)
}
