import { z } from 'zod'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep, SIGHT_WORDS, type Sight } from '../organisations/index.ts'
import { findAnswerToSave, keepVersion, listVersions, putAnswer } from './answer-store.ts'
import { beginsSitting, MOST_LETTERS, type Question } from './answer.ts'
import { VersionGone } from './errors.ts'
import { mayAnswerFor } from './who-may.ts'

export const answerInput = z.strictObject({
  words: optionalText('The answer', MOST_LETTERS),
  sight: z.enum(SIGHT_WORDS, 'Choose who sees this answer.').optional(),
})

/** Saves an answer as it stands, however unfinished. What stood there before this sitting is kept. */
export function saveAnswer(ctx: Ctx, organisation: Id<'organisation'>, question: Question, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const { words = '', sight } = parse(answerInput, input)
    await writeAnswer(tx, organisation, { question, words, sight })
  })
}

/** Puts an earlier version back. What stands there now becomes an earlier version itself, so nothing is lost either way. */
export function restoreVersion(ctx: Ctx, organisation: Id<'organisation'>, question: Question, version: Id<'version'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const earlier = (await listVersions(tx, organisation, question)).find((one) => one.id === version)
    if (!earlier) throw new VersionGone()
    await writeAnswer(tx, organisation, { question, words: earlier.words }, 'a new sitting')
  })
}

/** For actions that have asked who may already. */
export async function writeAnswer(tx: Tx, organisation: Id<'organisation'>, answer: { question: Question; words: string; sight?: Sight }, sitting?: 'a new sitting'): Promise<void> {
  const before = await findAnswerToSave(tx, organisation, answer.question)
  const sameWords = before?.words === answer.words
  if (before && sameWords && (!answer.sight || answer.sight === before.sight)) return
  const sits = before && beginsSitting({ savedAt: before.saved_at, savedBy: before.saved_by ?? undefined }, tx.now, tx.actor.person)
  if (before && !sameWords && before.words !== '' && (sits || sitting)) {
    await keepVersion(tx, organisation, answer.question, { words: before.words, saved_at: before.saved_at, saved_by: before.saved_by })
  }
  await putAnswer(tx, organisation, answer)
  await tx.emit('answer.saved', { organisation, question: answer.question })
}
