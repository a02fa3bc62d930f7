import { coach, explain, LEVEL_WORDS, readAnswer, toneOf, type Note, type PeerClaim, type Proof as EngineProof } from '../../engine/clarity/index.ts'
import type { Question } from './answer.ts'

/** What an answer is read with, beside its words: what stands behind it, and what others in the circle claim as far as we may see. */
export type Beside = { readonly proof: readonly EngineProof[]; readonly peers: readonly PeerClaim[]; readonly dismissed: readonly { readonly kind: string; readonly words: string }[]; /** A charity helps people; it is not asked about customers and rivals. */ readonly forGood?: boolean }

/** The coaching as page and browser show it: both call this very function, so both say the same. */
export type Coaching = {
  readonly level: string
  /** From 0, vague, to 3, convincing. */
  readonly step: number
  readonly notes: readonly CoachNote[]
  readonly why: readonly string[]
}
export type CoachNote = { readonly tone: '!' | '?'; readonly says: string; readonly kind: string; readonly words: string }

export const STEPS = [LEVEL_WORDS.vague, LEVEL_WORDS['getting there'], LEVEL_WORDS.clear, LEVEL_WORDS.convincing]

export function coachingFor(question: Question, text: string, { proof, peers, dismissed, forGood }: Beside): Coaching {
  const reading = readAnswer(question, text, { proof, peers })
  const away = new Set(dismissed.map(({ kind, words }) => `${kind} ${words}`))
  const notes = reading.notes.map((note) => ({ tone: toneOf(note), says: forGood ? inWordsForGood(coach(note, question)) : coach(note, question), kind: note.kind, words: keyOf(note) })).filter(({ kind, words }) => !away.has(`${kind} ${words}`))
  const level = LEVEL_WORDS[reading.level]
  return { level, step: STEPS.indexOf(level), notes, why: text.trim() === '' ? [] : reading.why.map(explain) }
}

const FOR_GOOD: readonly (readonly [string, string])[] = [
  ['What would a customer notice?', 'What would somebody you help notice?'],
  ['in the words a customer would use.', 'in the words somebody you help would use.'],
  ['Which number would matter to a customer?', 'Which number would matter to somebody you help?'],
  ['What would your rivals have to leave out?', 'What would others who do good here have to leave out?'],
]

function inWordsForGood(sentence: string): string {
  return FOR_GOOD.reduce((said, [business, good]) => said.replace(business, good), sentence)
}

/** The same words make the same note, in whatever order and case; a note about the whole answer has none. */
function keyOf(note: Note): string {
  return [...new Set(note.words.map((word) => word.toLowerCase()))].toSorted().join(', ').slice(0, 1000)
}
