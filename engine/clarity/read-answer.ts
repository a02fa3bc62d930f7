import type { Context, Question, Reading } from './answer.ts'
import { notesOn } from './notes.ts'
import { findSigns } from './signs.ts'
import { weigh } from './weigh.ts'

/**
 * How clear and convincing an answer is, and what would make it more so. Plain rules: the words, the
 * proof behind the claims and what others in the circle claim. The same input always reads the same,
 * any text is read without error in time proportional to its length, and filler never raises a level.
 *
 * @param question 1 what needs to be done, 2 what can others do for us, 3 what can we do better than
 *   anyone we know, 4 what can only we do
 * @param text the answer as typed; note ranges count UTF-16 units in it
 * @param context proof behind this answer and claims of others the viewer may see
 * @returns level; notes, words to look at first and then questions to answer; why, each rule that
 *   raised or held the level; and the facts found
 * @example readAnswer(4, 'We are passionate about bespoke flowers.').level // 'vague'
 * @example readAnswer(2, 'A cake maker.').notes.map((note) => note.kind) // ['no-fact', 'no-amount', 'no-date', 'no-place']
 */
export function readAnswer(question: Question, text: string, context: Context = {}): Reading {
  const signs = findSigns(question, text, context)
  const { level, why } = weigh(question, signs)
  return { level, notes: notesOn(question, text, signs), why, facts: signs.facts.map(({ kind, start, end }) => ({ kind, start, end })) }
}
