import { wordsOf } from '../../../engine/index.ts'
import type { Capability } from '../../networks/index.ts'

/** Finds the capability that some words ask for, by its name and the other words for it, whatever their endings. */
export type Matcher = (text: string) => Capability | undefined

type Phrase = { readonly capability: Capability; readonly words: readonly string[]; readonly weight: number; readonly isTitle: boolean }

/** Below this share of a name's weight, the words are about something else. */
const ENOUGH = 0.55

/** Names that are weighed for one line, and for a whole text: a hundred pages against the largest vocabulary take two or three seconds at worst, not minutes. Past it, lines go without a word of the network. */
const MOST_NAMES = 500
const MOST_LOOKS = 400_000

/**
 * One index for all the lines of a text. A word counts for more the fewer names it stands in: "titanium" tells what "machining" does
 * not. The whole of a name in its order beats its words here and there, a longer name a shorter one, a narrower capability a wider.
 */
export function matcherOf(vocabulary: readonly Capability[]): Matcher {
  const named = vocabulary.flatMap((capability) => [capability.title, ...capability.synonyms].map((name, at) => ({ capability, words: [...new Set(wordsOf(name))], isTitle: at === 0 }))).filter(({ words }) => words.length > 0)
  const names = Map.groupBy(named.flatMap(({ words }) => words), (word) => word)
  const weightOf = (word: string) => Math.log(1 + (named.length + 1) / (names.get(word)?.length ?? 1))
  const byWord = new Map<string, Phrase[]>()
  for (const { capability, words, isTitle } of named) {
    const phrase: Phrase = { capability, words, isTitle, weight: words.reduce((sum, word) => sum + weightOf(word), 0) }
    for (const word of words) { const known = byWord.get(word); if (known) known.push(phrase); else byWord.set(word, [phrase]) }
  }
  const depths = depthsOf(vocabulary)
  let looksLeft = MOST_LOOKS

  return (text) => {
    const said = wordsOf(text.slice(0, 2000))
    const held = new Set(said)
    const inOrder = ` ${said.join(' ')} `
    let best: { capability: Capability; score: number } | undefined
    for (const phrase of namesWith(held, byWord)) {
      if (looksLeft-- <= 0) return undefined
      const share = phrase.words.reduce((sum, word) => sum + (held.has(word) ? weightOf(word) : 0), 0) / phrase.weight
      if (share < (phrase.isTitle ? ENOUGH : 0.99)) continue
      const whole = inOrder.includes(` ${phrase.words.join(' ')} `)
      const score = phrase.weight * share * share * (whole ? 1.5 : 1) + (phrase.isTitle ? 0.02 : 0) + (depths.get(phrase.capability.id) ?? 0) * 0.01
      if (!best || score > best.score) best = { capability: phrase.capability, score }
    }
    return best?.capability
  }
}

/** The names that share a word with the text, those with its rarest words first, and no more than anybody could mean. */
function namesWith(held: ReadonlySet<string>, byWord: ReadonlyMap<string, readonly Phrase[]>): ReadonlySet<Phrase> {
  const found = new Set<Phrase>()
  for (const phrases of [...held].flatMap((word) => { const known = byWord.get(word); return known ? [known] : [] }).toSorted((one, other) => one.length - other.length)) {
    for (const phrase of phrases) {
      if (found.size >= MOST_NAMES) return found
      found.add(phrase)
    }
  }
  return found
}

function depthsOf(vocabulary: readonly Capability[]): ReadonlyMap<string, number> {
  const parents = new Map(vocabulary.map((one) => [one.id, one.parent]))
  return new Map(vocabulary.map(({ id }) => {
    let depth = 0
    for (let at = parents.get(id); at !== undefined && depth < 20; at = parents.get(at)) depth += 1
    return [id, depth]
  }))
}
