import { z } from 'zod'
import { ask, defineAskKind, type Ask } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, parse, text, tick } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { findOrganisation, getOrganisationToKeep, namesOfOrganisations } from '../organisations/index.ts'
import { getClaim, listClaims } from './claim-store.ts'
import { mustSpeakFor } from './confirm-job.ts'
import { AlreadyRecommending, NotShownToYou } from './errors.ts'
import { DAYS_TO_CONFIRM } from './note-job.ts'
import { dayOf, standingOf } from './proof.ts'
import { BASES, BASIS_WORDS, sightOf } from './recommendation.ts'
import { findRecommendation, getRecommendationToSettle, listRecommendations, markRecommendation, saveRecommendations } from './recommendation-store.ts'
import { refresh, standBehind } from './stand-behind.ts'
import { mayAnswerFor } from './who-may.ts'

export const GIVEN_RECOMMENDATION = 'answers.recommendation-given'

export const givenInput = z.strictObject({
  basis: z.enum(BASES, 'Say how you know their work first hand.'),
  words: text('Your two sentences', 500),
  /** What they claim and you saw done. */
  claim: z.preprocess((value) => value || undefined, idField<'claim'>('That claim').optional()),
  public: tick,
})

/** Recommends somebody first hand, in our own words. It stands on their page once they take it; anyone reads it only if both say so. */
export function giveRecommendation(ctx: Ctx, from: Id<'organisation'>, about: Id<'organisation'>, input: unknown): Promise<Id<'recommendation'>> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, from, mayAnswerFor)
    const given = parse(givenInput, input)
    if (about === from || !(await findOrganisation(tx, about))) throw new NotShownToYou()
    const waiting = (await listRecommendations(tx, about)).some((one) => one.from.organisation === from && one.givenAt && !one.takenAt && !one.declined)
    if (waiting) throw new AlreadyRecommending()
    const claim = given.claim && await getClaim(tx, about, given.claim)
    const [id] = await saveRecommendations(tx, [{
      about, from: { organisation: from }, network: claim?.network, capability: claim?.capability, basis: given.basis, words: given.words, saidOn: dayOf(tx.now),
      givenAt: tx.now, publicByGiverAt: given.public ? tx.now : undefined,
    }])
    if (!id) throw new Error('One recommendation was saved, yet none came back.')
    await ask(tx, {
      kind: GIVEN_RECOMMENDATION, from: { person: tx.actor.person, organisation: from }, to: { organisation: about }, subject: { about, from, recommendation: id, ...(claim ? { claim: claim.id } : {}) },
      answerBy: new Date(tx.now.getTime() + DAYS_TO_CONFIRM * 86_400_000),
    })
    return id
  })
}

defineAskKind({
  name: GIVEN_RECOMMENDATION,
  words: { anyone: 'Thank you, anyone may read it', members: 'Thank you, for members only', no: 'Rather not' },
  describe: async (tx, asked) => {
    const { about, from, recommendation } = subjectOf(asked)
    const name = (await namesOfOrganisations(tx, [from])).get(from) ?? 'An organisation'
    const row = await findRecommendation(tx, about, recommendation)
    return {
      title: `${name} recommends you`,
      lines: row ? [`“${row.words}”`, `${BASIS_WORDS[row.basis]}.`, row.public ? 'They are happy for anyone to read it. With your thanks it stands on your page.' : 'They would like members only to read it, so that is how far it goes. With your thanks it stands on your page.'] : ['They have taken it back.'],
      seenBy: 'Those you choose with your answer, as far as they agree; with a no, only they and you',
    }
  },
  answered: async (tx, asked, answer) => {
    const { about, recommendation, claim } = subjectOf(asked)
    await mustSpeakFor(tx, about, answer)
    const row = await getRecommendationToSettle(tx, about, recommendation)
    if (!row?.given_at) return
    if (answer.word === 'no') return markRecommendation(tx, about, recommendation, { declined_at: tx.now, declined_note: answer.note })
    const publicByTaker = answer.word === 'anyone'
    const sight = sightOf({ publicByGiver: row.public_by_giver_at !== null, publicByTaker })
    await markRecommendation(tx, about, recommendation, { taken_at: tx.now, public_by_taker_at: publicByTaker ? tx.now : null, sight })
    const behind = { is: 'recommendation', id: recommendation } as const
    const said = { is: 'recommendation', saidOn: row.said_on, givenAt: row.given_at, sight } as const
    if (claim && (await listClaims(tx, about)).some((one) => one.id === claim)) await standBehind(tx, about, claim, behind, standingOf(said)) // it may have been removed since
    await refresh(tx, about, behind, standingOf({ ...said, takenAt: tx.now }))
    await tx.emit('recommendation.changed', { organisation: about, recommendation })
  },
})

type Subject = { readonly about: Id<'organisation'>; readonly from: Id<'organisation'>; readonly recommendation: Id<'recommendation'>; readonly claim?: Id<'claim'> }

function subjectOf(asked: Ask): Subject {
  return asked.subject as Subject // written by giveRecommendation for this kind
}
