import { ALSO_WORDS, PLACE_SHAPE, PLACES, POSTCODE, TOO_WIDE } from './lexicon/places.ts'
import { DAYS, MONTHS } from './lexicon/figures.ts'
import { isGeneral } from './concrete.ts'
import type { Token } from './tokens.ts'

const LEADS: ReadonlySet<string> = new Set('in near round around at from across between within inside outside above below to off of through north south east west by beyond for'.split(' '))
const STRONG: ReadonlySet<string> = new Set('in near round around at across between within inside outside above below north south east west beyond'.split(' '))
const MAY_STAND_BETWEEN: ReadonlySet<string> = new Set('the north south east west mid greater upper lower inner central and or'.split(' '))
const ROAD = /^[MAB]\d{1,4}$/u

/**
 * Whether this word names a place that the sentence puts something in. "Salisbury florist, cheap
 * flowers Salisbury" names places and says nothing, so a bare place in a row of names is not enough.
 */
export function isPlace(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.lower.length < 2 || TOO_WIDE.has(token.lower) || MONTHS.has(token.lower) || DAYS.has(token.lower)) return false
  if (POSTCODE.test(token.text) || ROAD.test(token.text)) return led(tokens, at, LEADS)
  const isCapital = token.capital !== 'none' && !token.opens
  if (PLACES.has(token.lower) && (isCapital || !ALSO_WORDS.has(token.lower))) return led(tokens, at, LEADS) || (isCapital && standsInTalk(tokens, at))
  if (!isCapital || isGeneral(token.lower)) return false
  return led(tokens, at, STRONG) || (token.capital === 'first' && led(tokens, at, LEADS) && PLACE_SHAPE.test(token.lower))
}

/** Walks back over "the", "north" and other places ("Frome and Bristol") to a word that leads to a place. */
function led(tokens: readonly Token[], at: number, leads: ReadonlySet<string>): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const before = tokens[back]
    if (!before || before.sentence !== tokens[at]?.sentence) return false
    if (leads.has(before.lower)) return true
    const mayPass = MAY_STAND_BETWEEN.has(before.lower) || (before.capital !== 'none' && !before.opens)
    if (!mayPass) return false
  }
  return false
}

/** "a Wiltshire field", "our Leeds families": the word before is small and not a comma away. */
function standsInTalk(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]
  return before !== undefined && token !== undefined && before.sentence === token.sentence &&
    before.capital === 'none' && !token.gap.includes(',') && !before.isNumber
}
