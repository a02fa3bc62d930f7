import type { Note, NoteKind, Question, Range } from './answer.ts'
import { rangeOf } from './numbers.ts'
import { findPhrases, phrases } from './phrases.ts'
import { VAGUE_AMOUNTS } from './lexicon/anyone.ts'
import type { Signs } from './signs.ts'
import { NAMES } from './weigh.ts'
import type { Token } from './tokens.ts'

const ENOUGH = 1_000
const LONG_ROW = 8
const AMOUNTS = phrases(VAGUE_AMOUNTS)
const KINDS = ['number', 'place', 'date', 'name'] as const

/** Notes on an answer: first words to look at again, where they stand; then what is still missing. */
export function notesOn(question: Question, text: string, signs: Signs): readonly Note[] {
  const whole: Range = { start: 0, end: text.length }
  const at = (ranges: readonly Range[], note: NoteKind): Note =>
    ({ ...note, ranges: ranges.length > 0 ? ranges : [whole], words: ranges.map(({ start, end }) => text.slice(start, end)) })
  if (signs.tokens.length === 0) return [at([], { kind: 'empty' })]
  if (signs.foreign) return [at([], { kind: 'other-language' })]
  return [
    ...wordsToLookAt(question, text, signs, at),
    ...missing(signs, at),
    ...(question === 1 ? missingFromNeed(signs, at) : question === 2 ? missingFromAsk(signs, at) : missingFromClaim(question, signs, at)),
  ]
}

type At = (ranges: readonly Range[], note: NoteKind) => Note

function wordsToLookAt(question: Question, text: string, signs: Signs, at: At): readonly Note[] {
  const spans = (found: readonly (readonly [number, number])[]): readonly Range[] => found.map(([first, end]) => spanOf(signs.tokens, first, end))
  const anyone = spans(signs.anyone)
  const amounts = question < 3 && !signs.marks.has('number') ? spans(findPhrases(signs.tokens, AMOUNTS)) : []
  return [
    ...when(anyone.length > 0, () => at(anyone, { kind: 'anyone-could-say' })),
    ...when(signs.emptyNumbers.length > 0, () => at(signs.emptyNumbers, { kind: 'empty-number' })),
    ...when(amounts.length > 0, () => at(amounts, { kind: 'vague-amount' })),
    ...when(question > 2 && signs.better.length > 0 && !signs.marks.has('compared'), () => at(signs.better, { kind: 'compared-with-nobody' })),
    ...others(question, signs, at),
    ...when(signs.row >= LONG_ROW, () => at([], { kind: 'list-of-words' })),
    ...when(isShouting(signs.tokens), () => at([], { kind: 'shouting' })),
    ...when(text.length > ENOUGH, () => at([], { kind: 'too-long', letters: text.length, enough: ENOUGH })),
  ]
}

function others(question: Question, { peers, only, better, marks }: Signs, at: At): readonly Note[] {
  const claimsOnly = question === 4 || (question === 3 && marks.has('only'))
  return [
    ...when(claimsOnly && peers.only.others > 0, () => at(only, { kind: 'others-say-only', ...peers.only })),
    ...when(claimsOnly && peers.can.others > 0, () => at(only, { kind: 'others-can-too', ...peers.can })),
    ...when(question === 3 && peers.best.others > 0, () => at(better, { kind: 'others-say-best', ...peers.best })),
  ]
}

function missing(signs: Signs, at: At): readonly Note[] {
  const { marks } = signs
  const absent = KINDS.filter((kind) => !marks.has(kind))
  return [
    ...when(!NAMES.some((mark) => marks.has(mark)), () => at([], { kind: 'says-little' })),
    ...when(signs.checkable === 0, () => at([], { kind: 'no-fact', missing: absent })),
  ]
}

function missingFromNeed({ marks }: Signs, at: At): readonly Note[] {
  return [
    ...when(!marks.has('need'), () => at([], { kind: 'no-need' })),
    ...when(!marks.has('audience'), () => at([], { kind: 'no-audience' })),
    ...when(marks.has('need') && !marks.has('what it takes') && !marks.has('money'), () => at([], { kind: 'no-ask' })),
    ...when(!marks.has('date'), () => at([], { kind: 'no-date' })),
  ]
}

function missingFromAsk({ marks }: Signs, at: At): readonly Note[] {
  return [
    ...when(!marks.has('sought'), () => at([], { kind: 'nothing-sought' })),
    ...when(!marks.has('number') && !marks.has('money'), () => at([], { kind: 'no-amount' })),
    ...when(!marks.has('date'), () => at([], { kind: 'no-date' })),
    ...when(!marks.has('place') && !marks.has('name'), () => at([], { kind: 'no-place' })),
    // The last thing to add, not the first: it waits until the rest is said.
    ...when(marks.has('number') && marks.has('date') && !marks.has('terms') && !marks.has('money'), () => at([], { kind: 'no-terms' })),
  ]
}

function missingFromClaim(question: Question, { marks, only, better }: Signs, at: At): readonly Note[] {
  const proven = marks.has('proof')
  return [
    ...when(question === 4 && !marks.has('only'), () => at([], { kind: 'not-said-only' })),
    ...when(!marks.has('audience') && !marks.has('effect'), () => at([], { kind: 'no-audience' })),
    ...when(!proven && marks.has('old proof'), () => at([...only, ...better], { kind: 'old-proof' })),
    ...when(!proven && !marks.has('old proof'), () => at([...only, ...better], { kind: 'no-proof' })),
  ]
}

const when = (holds: boolean, note: () => Note): readonly Note[] => (holds ? [note()] : [])

function spanOf(tokens: readonly Token[], first: number, end: number): Range {
  const [from, to] = [tokens[first], tokens[end - 1]]
  return from && to ? rangeOf(from, to) : { start: 0, end: 0 }
}

function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => !token.isNumber && token.text.length > 1)
  return words.length > 3 && words.filter((token) => token.capital === 'all').length > 0.7 * words.length
}
