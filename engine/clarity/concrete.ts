import { findPhrases, phrases } from './phrases.ts'
import { ANYONE_COULD_SAY } from './lexicon/anyone.ts'
import { NUMBER_WORDS, UNITS } from './lexicon/figures.ts'
import { EVERYONE } from './lexicon/people.ts'
import { FOREIGN, FUNCTION, GENERAL } from './lexicon/plain.ts'
import { stem } from './stem.ts'
import type { Token } from './tokens.ts'

const GENERAL_STEMS: ReadonlySet<string> = new Set([...GENERAL].map(stem))
export const ANYONE = phrases(ANYONE_COULD_SAY)
const ANYONE_WORDS: ReadonlySet<string> = new Set(ANYONE_COULD_SAY.filter((phrase) => !phrase.includes(' ')))

/** Whether a word (in small letters) fits any trade and any cause. */
export function isGeneral(word: string): boolean {
  return FUNCTION.has(word) || GENERAL.has(word) || EVERYONE.has(word) || ANYONE_WORDS.has(word) ||
    NUMBER_WORDS.has(word) || UNITS.has(word) || GENERAL_STEMS.has(stem(word))
}

/** The different things one sentence names: its words without numbers, small words and words that fit anything. */
export function thingsNamed(sentence: readonly Token[]): readonly string[] {
  if (isForeign(sentence)) return []
  const anyone = new Set(findPhrases(sentence, ANYONE).flatMap(([first, end]) => sentence.slice(first, end)))
  const things = sentence.filter((token) => !token.isNumber && token.lower.length > 2 && !isGeneral(token.lower) && !anyone.has(token))
  return [...new Set(things.map((token) => stem(token.lower)))]
}

/** Whether a sentence reads as another language: its small words are not English. */
export function isForeign(sentence: readonly Token[]): boolean {
  const foreign = sentence.filter((token) => FOREIGN.has(token.lower)).length
  return foreign >= 2 && foreign > sentence.filter((token) => FUNCTION.has(token.lower)).length
}

/** The longest row of words without a small word between them, as written for search engines. */
export function longestRow(sentence: readonly Token[]): number {
  let row = 0
  let longest = 0
  for (const token of sentence) {
    row = FUNCTION.has(token.lower) ? 0 : row + 1
    longest = Math.max(longest, row)
  }
  return longest
}
