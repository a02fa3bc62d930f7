import { z } from 'zod'
import { ask, defineAskKind, type Ask } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse, text, tick } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation, getOrganisation, getOrganisationToKeep } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { getClaim } from './claim-store.ts'
import { mustSpeakFor } from './confirm-job.ts'
import { NotShownToYou } from './errors.ts'
import { DAYS_TO_CONFIRM } from './note-job.ts'
import { optionalEmail, pastDay } from './proof-fields.ts'
import { dayOf, standingOf } from './proof.ts'
import { BASES, BASIS_WORDS, sightOf } from './recommendation.ts'
import { findRecommendation, getRecommendationToSettle, markRecommendation, saveRecommendations } from './recommendation-store.ts'
import { refresh, standBehind } from './stand-behind.ts'
import { mayAnswerFor } from './who-may.ts'

export const RECOMMENDATION = 'answers.recommendation'

export const recommendationInput = z.strictObject({
  from: z.preprocess((value) => value || undefined, idField<'organisation'>('That organisation').optional()),
  fromName: optionalText('Their name', 100),
  fromEmail: optionalEmail,
  basis: z.enum(BASES, 'Say how they know your work first hand.'),
  words: text('What they said', 500),
  saidOn: pastDay('When they said it'),
  public: tick,
  claim: idField<'claim'>('That claim'),
})

/** Quotes what somebody said of us. It counts, and is shown, once they stand by it. */
export function askRecommendation(ctx: Ctx, about: Id<'organisation'>, input: unknown): Promise<{ id: Id<'recommendation'>; link?: { name: string; link: string } }> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, about, mayAnswerFor)
    const given = parse(recommendationInput, input)
    if (given.saidOn > dayOf(tx.now)) throw new Invalid([{ field: 'saidOn', sentence: 'That day is still to come.' }])
    if (!given.from && !given.fromName) throw new Invalid([{ field: 'from', sentence: 'Choose who said it, or write their name below.' }])
    if (given.from && (given.from === about || !(await findOrganisation(tx, given.from)))) throw new NotShownToYou()
    const claim = await getClaim(tx, about, given.claim)
    const from = given.from ? { organisation: given.from } : { name: given.fromName ?? '' }
    const [id] = await saveRecommendations(tx, [{
      about, from, network: claim.network, capability: claim.capability, basis: given.basis, words: given.words, saidOn: given.saidOn, takenAt: tx.now, publicByTakerAt: given.public ? tx.now : undefined,
    }])
    if (!id) throw new Error('One recommendation was saved, yet none came back.')
    await standBehind(tx, about, claim.id, { is: 'recommendation', id }, standingOf({ is: 'recommendation', saidOn: given.saidOn, takenAt: tx.now, sight: 'network' }))
    const to = given.from ? { organisation: given.from } : { name: given.fromName, email: given.fromEmail }
    const made = await ask(tx, {
      kind: RECOMMENDATION, from: { person: tx.actor.person, organisation: about }, to, subject: { about, recommendation: id, ...(given.from ? { giver: given.from } : {}) },
      answerBy: new Date(tx.now.getTime() + DAYS_TO_CONFIRM * 86_400_000),
    })
    return { id, link: given.from ? undefined : { name: given.fromName ?? '', link: made.link } }
  })
}

defineAskKind({
  name: RECOMMENDATION,
  words: { anyone: 'Yes, anyone may read it', members: 'Yes, but members only', no: 'Not how I would put it' },
  describe: async (tx, asked) => {
    const { about, recommendation } = subjectOf(asked)
    const { name } = await getOrganisation(tx, about)
    const row = await findRecommendation(tx, about, recommendation)
    return {
      title: `${name} would like to quote you`,
      lines: row ? [`“${row.words}”`, `${BASIS_WORDS[row.basis]}.`, 'With your yes it stands beside what they do, under your name.'] : ['They have taken the question back.'],
      seenBy: 'Those you choose with your answer; with a no, only they and you',
    }
  },
  answered: async (tx, asked, answer) => {
    const { about, recommendation, giver } = subjectOf(asked)
    if (giver) await mustSpeakFor(tx, giver, answer)
    const row = await getRecommendationToSettle(tx, about, recommendation)
    if (!row) return
    if (answer.word === 'no') return markRecommendation(tx, about, recommendation, { declined_at: tx.now, declined_note: answer.note })
    const sight = sightOf({ publicByGiver: answer.word === 'anyone', publicByTaker: row.public_by_taker_at !== null })
    await markRecommendation(tx, about, recommendation, { given_at: tx.now, public_by_giver_at: answer.word === 'anyone' ? tx.now : null, sight })
    await refresh(tx, about, { is: 'recommendation', id: recommendation }, standingOf({ is: 'recommendation', saidOn: row.said_on, givenAt: tx.now, takenAt: row.taken_at ?? undefined, sight }))
    await tx.emit('recommendation.changed', { organisation: about, recommendation })
  },
  needsPage: { no: (_, token) => routes.recommendationNotSo(token) },
})

function subjectOf(asked: Ask): { about: Id<'organisation'>; recommendation: Id<'recommendation'>; giver?: Id<'organisation'> } {
  return asked.subject as ReturnType<typeof subjectOf> // written by askRecommendation for this kind
}
