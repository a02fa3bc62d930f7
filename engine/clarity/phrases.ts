import type { Token } from './tokens.ts'

/** Phrases by their first word, so that a text is searched for hundreds of them in one pass. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>()
  for (const phrase of list) {
    const words = phrase.toLowerCase().split(' ')
    const first = words[0] ?? ''
    const others = byFirst.get(first)
    if (others) others.push(words)
    else byFirst.set(first, [words])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.length - a.length)
  return byFirst
}

/** Where the phrases stand, longest first, never overlapping or running over the end of a sentence: pairs of [first token, one past the last]. */
export function findPhrases(tokens: readonly Token[], wanted: Phrases): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = 0; at < tokens.length; at++) {
    const length = phraseAt(tokens, at, wanted)
    if (length === 0) continue
    found.push([at, at + length])
    at += length - 1
  }
  return found
}

/** How many tokens the longest phrase that starts here takes; 0 when none does. */
export function phraseAt(tokens: readonly Token[], at: number, wanted: Phrases): number {
  const here = tokens[at]
  const candidates = here && wanted.get(here.lower)
  const phrase = candidates?.find((words) => words.every((word, by) => {
    const token = tokens[at + by]
    return token?.lower === word && token.sentence === here?.sentence
  }))
  return phrase?.length ?? 0
}
