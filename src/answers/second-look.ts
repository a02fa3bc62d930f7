import { z } from 'zod'
import { answerByLink, ask, defineAskKind, readAskByLink, type Ask } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused } from '../kit/one-time-link.ts'
import { getOrganisation, getOrganisationToKeep } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { listAnswers, listSuggestions, markSuggestion, putSuggestion } from './answer-store.ts'
import { asQuestion, MOST_LETTERS, QUESTION_WORDS, type Question } from './answer.ts'
import { NothingSaidYet, VersionGone } from './errors.ts'
import { optionalEmail } from './proof-fields.ts'
import { writeAnswer } from './save-answer.ts'
import { mayAnswerFor } from './who-may.ts'

export const SECOND_LOOK = 'answers.second-look'
const DAYS = 14

export const secondLookInput = z.strictObject({ name: text('Their name', 100), email: optionalEmail, note: optionalText('The note', 500) })
export const suggestionInput = z.strictObject({ words: text('Your words', MOST_LETTERS), note: optionalText('The note', 500) })

/** Asks a partner to look at an answer and to suggest words: by mail where an address is given, and by a link to copy either way. */
export function askSecondLook(ctx: Ctx, organisation: Id<'organisation'>, question: Question, input: unknown): Promise<{ name: string; link: string }> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const { name, email, note } = parse(secondLookInput, input)
    const answer = (await listAnswers(tx, organisation)).find((one) => one.question === question)
    if (!answer) throw new NothingSaidYet()
    // The words go along as they are today: what is asked about should not change under the reader, nor show what is written later.
    const subject = { organisation, question: String(question), words: answer.words, ...(note ? { note } : {}) }
    const made = await ask(tx, { kind: SECOND_LOOK, from: { person: tx.actor.person, organisation }, to: { name, email }, subject, answerBy: new Date(tx.now.getTime() + DAYS * 86_400_000) })
    return { name, link: made.link }
  })
}

export type Looked = { readonly from: string; readonly organisation: string; readonly question: Question; readonly words: string; readonly note?: string }

/** What somebody sees who was asked to look: this one answer, and nothing else of the organisation. */
export async function readSecondLook(ctx: Ctx, token: string): Promise<Looked> {
  const { ask: asked } = await readAskByLink(ctx, token)
  if (asked.kind !== SECOND_LOOK) throw new LinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  const { organisation, question, words, note } = subjectOf(asked)
  const { name } = await ctx.as({ ...ctx.actor, by: 'house' }).read((tx) => getOrganisation(tx, organisation))
  return { from: asked.to.name ?? 'A partner', organisation: name, question, words, note }
}

/** Suggests words, by link, without an account. */
export async function suggestWords(ctx: Ctx, token: string, input: unknown): Promise<void> {
  await answerByLink(ctx, token, 'look', JSON.stringify(parse(suggestionInput, input)))
}

/** Takes the suggested words over; what stood there becomes an earlier version. Or puts the suggestion away. */
export function takeSuggestion(ctx: Ctx, organisation: Id<'organisation'>, id: Id<'suggestion'>, take: boolean): Promise<Question> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const made = (await listSuggestions(tx, organisation)).find((one) => one.id === id)
    if (!made) throw new VersionGone()
    await markSuggestion(tx, organisation, id, take ? { taken_at: tx.now } : { put_away_at: tx.now })
    if (take) await writeAnswer(tx, organisation, { question: made.question, words: made.words }, 'a new sitting')
    return made.question
  })
}

defineAskKind({
  name: SECOND_LOOK,
  words: { look: 'Have a look', no: 'Not this time' },
  describe: async (tx, asked) => {
    const { organisation, question, words, note } = subjectOf(asked)
    const { name } = await getOrganisation(tx, organisation)
    return {
      title: `${name} would like your eye on a few words`,
      lines: [`They answer the question “${QUESTION_WORDS[question].whole}” with:`, `“${words}”`, ...(note ? [`They write: “${note}”`] : []), 'If you would say it another way, suggest your words. It takes a minute.'],
      seenBy: `Only the people of ${name}`,
    }
  },
  answered: async (tx, asked, { word, note }) => {
    if (word !== 'look' || !note) return
    const { organisation, question } = subjectOf(asked)
    const { words, note: remark } = parse(suggestionInput, JSON.parse(note))
    await putSuggestion(tx, organisation, { question, from: asked.to.name ?? 'A partner', words, note: remark })
  },
  needsPage: { look: (_, token) => routes.secondLook(token) },
})

function subjectOf(asked: Ask): { organisation: Id<'organisation'>; question: Question; words: string; note?: string } {
  const { organisation = '', question, words = '', note } = asked.subject
  return { organisation: organisation as Id<'organisation'>, question: asQuestion(question) ?? 1, words, note } // written by askSecondLook for this kind
}
