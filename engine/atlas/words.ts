/** Words of English so common that they tell nothing about a job. Networks write in other languages too; rarity does the rest. */
const STOP = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by can could did do does
  doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more
  most my no nor not of off on once only or other our ours out over own same she should so some such than that the their theirs them then
  there these they this those through to too under until up very was we were what when where which while who whom why will with would you
  your yours via towards toward within across per`.split(/\s+/),
)

/** Longest text that is read, in UTF-16 units. Beyond it words are passed over, so that no text can hold up a question. */
export const TEXT_LIMIT = 20_000

/** Scripts written without spaces are read as pairs of neighbouring characters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const ASCII = /^[\x00-\x7f]*$/
const ASCII_WORD = /[a-z0-9]+/g
const OWNER = /[’']s\b/g
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/**
 * The telling words of a text, in order, in lower case, without accents, endings and common words.
 * Any input is allowed; a text without words gives an empty list.
 * @example wordsOf('Repairing the Joineries & cafés') // ['repair', 'joineri', 'cafe']
 * @example wordsOf('木工') // ['木工']
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  const plainText = text.length <= TEXT_LIMIT && ASCII.test(text)
  const found = plainText ? text.toLowerCase().replace(OWNER, '').match(ASCII_WORD) : plain(text).match(WORD)
  for (const raw of found ?? []) {
    const word = remembered(raw)
    if (word === SEVERAL) pushPairs(words, raw)
    else if (word !== '') words.push(word)
  }
  return words
}

/**
 * A label (a tag, a capability, a code) as it is compared: one spelling whatever the case, accents and spaces.
 * @example labelOf('  Fire-Doors ') // 'fire door'
 */
export function labelOf(text: string): string {
  const words = wordsOf(text)
  return words.length > 0 ? words.join(' ') : text.trim().toLowerCase().slice(0, 200)
}

/** What raw words come to, so that each is stemmed once. Forgotten when full; it only ever saves time. */
const memory = new Map<string, string>()
const MEMORY = 100_000
const SEVERAL = ' '

function remembered(raw: string): string {
  let word = memory.get(raw)
  if (word === undefined) {
    if (memory.size >= MEMORY) memory.clear()
    word = reduced(raw)
    if (raw.length <= 60) memory.set(raw, word)
  }
  return word
}

/** One word without its endings; nothing for a common word; a mark where a script without spaces makes several. */
function reduced(raw: string): string {
  if (STOP.has(raw)) return ''
  if (raw.length > 1 && UNSPACED.test(raw)) return SEVERAL
  return stem(raw.length > 60 ? raw.slice(0, 60) : raw)
}

function pushPairs(words: string[], raw: string): void {
  const characters = [...raw]
  if (characters.length === 1) words.push(raw)
  for (let i = 1; i < characters.length; i++) words.push(characters[i - 1]! + characters[i]!)
}

/** Accents fall away where a letter carries them; letters of their own (ø, ß, я) stay. */
const plain = (text: string): string =>
  text.slice(0, TEXT_LIMIT).normalize('NFKD').replace(/(?<=\p{sc=Latin})\p{M}+/gu, '').toLowerCase().replace(OWNER, '')

/**
 * Takes off the commonest English endings. Meant to bring forms of a word together, not to find its dictionary form:
 * a full stemmer was weighed and gained nothing on past works, where titles are short and nouns rule.
 * @example stem('policies') // 'polici'
 * @example stem('cleaning') // 'clean'
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const singular = withoutPlural(word)
  for (const ending of ['ing', 'ed']) {
    if (singular.endsWith(ending) && singular.length - ending.length >= 4) return undoubled(singular.slice(0, -ending.length))
  }
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}i` : /[^aeiou]e$/.test(singular) && singular.length > 5 ? singular.slice(0, -1) : singular
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

const undoubled = (word: string): string => (/([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word)
