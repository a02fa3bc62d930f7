/**
 * Text as tokens: words and numbers with where they stand and what stood before them. One pass and one
 * linear pattern, so a hundred thousand letters of anything take time in proportion and no more.
 */
export type Token = {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly text: string
  /** Small letters, plain apostrophes, without a closing 's. */
  readonly lower: string
  readonly sentence: number
  /** First of its sentence or after a colon: a capital here says nothing. */
  readonly opens: boolean
  /** What stood between this and the token before it. */
  readonly gap: string
  readonly isNumber: boolean
  readonly capital: 'none' | 'first' | 'all'
}

const WORD = /\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu
const ENDS = /[.!?…\n。！？]/u
const OPENS = /[:;"“‘(•–—]/u

export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  let sentence = 0
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index)
    const ends = tokens.length > 0 && (ENDS.test(gap) || startsAnew(match[0], tokens.at(-1)))
    if (ends) sentence++
    tokens.push(token(match[0], match.index, gap, sentence, ends || tokens.length === 0 || OPENS.test(gap)))
    end = match.index + match[0].length
  }
  return tokens
}

/** "…for brides We are…": a capital on a word that needs none, after a small letter, starts a sentence whose stop was left out. */
function startsAnew(text: string, before: Token | undefined): boolean {
  return before !== undefined && before.capital === 'none' && /^\p{Lu}\p{Ll}/u.test(text) && STARTERS.has(text.toLowerCase())
}

const STARTERS: ReadonlySet<string> = new Set('we our in with it no your nothing only there this that they you'.split(' '))

function token(text: string, start: number, gap: string, sentence: number, opens: boolean): Token {
  return {
    start, end: start + text.length, text, sentence, opens, gap,
    lower: text.toLowerCase().replaceAll('’', '\'').replace(/'s$/u, ''),
    isNumber: /^\p{N}/u.test(text),
    capital: !/^\p{Lu}/u.test(text) ? 'none' : text.length > 1 && text === text.toUpperCase() && /\p{Lu}$/u.test(text) ? 'all' : 'first',
  }
}

/** The tokens of each sentence, in order. */
export function sentences(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const all: Token[][] = []
  for (const token of tokens) (all[token.sentence] ??= []).push(token)
  return all
}
