import { wordsOf } from '../../../engine/index.ts'

/** Words of an organisation as they stand, cut at sentences: what is quoted is never changed. */

/** How telling a word is, from how many use it: the fewer, the more. Nothing where it is unknown. */
export type Rarity = (word: string) => number

const LONGEST = 220

/** Words that two trades share without having anything in common. */
const PLAIN = new Set(wordsOf(`somebody someone anybody anyone everybody everyone nobody people person thing things work works worked working job year years month week weeks day days hour hours minute
  minutes time times first second third last next later early late one two three four five six seven eight nine ten hundred thousand half quarter need needs want wants make makes made making take takes took give gives
  gave get gets got go goes went come comes came send sends sent ask asks asked tell tells told say says said speak call calls start stop keep keeps hold find know knows look looks see think like use used uses try help
  new old good best better great small big large long short high low many much few every least less way place part parts side own near far hand hands head back right left able day-to-day lot nothing something anything
  done run runs put puts let lets left turn turns room name names word words line lines home house local town county morning evening night today tomorrow monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december spring summer autumn winter pay pays paid price cost costs free buy sell`))

/** The sentences of a text, each whole. */
export function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^.!?\n]+[.!?]*/g) ?? []).map((one) => one.trim()).filter((one) => one.length > 1)
}

/** The sentence of these texts that shares the most telling words, and those words. */
export function bestSentence(texts: readonly string[], sought: ReadonlySet<string>, rarity: Rarity): { readonly says: string; readonly shares: readonly string[] } | undefined {
  let best: { says: string; shares: readonly string[]; worth: number } | undefined
  for (const says of texts.flatMap(sentencesOf)) {
    const shares = [...new Set(wordsOf(says))].filter((word) => sought.has(word))
    const worth = shares.reduce((sum, word) => sum + rarity(word), 0)
    if (worth > 0 && (!best || worth > best.worth)) best = { says: shortened(says), shares, worth }
  }
  return best && { says: best.says, shares: best.shares }
}

/** What both wrote about: a sentence of each, sharing the most telling words. */
export function bothWrote(ours: readonly string[], theirs: readonly string[], rarity: Rarity): { readonly ours: string; readonly theirs: string; readonly shares: readonly string[] } | undefined {
  let best: { ours: string; theirs: string; shares: readonly string[]; worth: number } | undefined
  const mine = ours.flatMap(sentencesOf).map((says) => ({ says, words: new Set(wordsOf(says)) }))
  for (const says of theirs.flatMap(sentencesOf)) {
    const words = [...new Set(wordsOf(says))]
    for (const own of mine) {
      const shares = words.filter((word) => own.words.has(word) && !PLAIN.has(word))
      const worth = shares.reduce((sum, word) => sum + rarity(word), 0)
      if (worth > 0 && (!best || worth > best.worth)) best = { ours: shortened(own.says), theirs: shortened(says), shares, worth }
    }
  }
  return best
}

/** Cut at a word where it is too long to read in a list. */
export function shortened(says: string): string {
  const tidy = says.replaceAll(/\s+/g, ' ').trim()
  if (tidy.length <= LONGEST) return tidy
  return `${tidy.slice(0, LONGEST).replace(/[\s,;:–-]+\S*$/, '')}…`
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Days of the week that are named in these words, in order: "Tuesdays and Thursdays". Nothing where none is. */
export function daysNamed(words: string): string | undefined {
  const named = DAYS.filter((day) => new RegExp(`\\b${day}s?\\b`, 'i').test(words)).map((day) => `${day}s`)
  if (named.length === 0 || named.length > 4) return undefined
  return named.length === 1 ? named[0] : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}
