import { answerAsk, ask, defineAskKind, withdrawAsk } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { routes } from '../routes.ts'
import { addressOf, mustSpeakFor } from './acting.ts'
import { actingForSeen } from './answer-referral.ts'
import { findOpenAsk, listOpenAsks, noteAsk } from './ask-store.ts'
import { NotInHand } from './errors.ts'
import { outcomeInput } from './input.ts'
import { referralOf } from './offer.ts'
import { DAY_MS, DAYS_TO_ANSWER, isInHand, OUTCOME_WORDS, type Outcome, type Referral } from './referral.ts'
import { noteTogether } from './settle.ts'
import { getReferral, holdReferral, markReferral, saveValue, writeWords } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { isReceiver } from './who-may.ts'

export const OUTCOME = 'referrals.outcome'

/** What became of it, in the receiver's word: still talking, work won, not this time. The giver is told at once. */
export function sayOutcome(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    if (!isReceiver(us, await getReferral(tx, id))) throw new NotAllowed('Only whoever it was passed to can say.')
    const { word, value, because } = parse(outcomeInput, input)
    const asked = await asHouse(tx).transaction(async (house) => {
      const referral = await holdReferral(house, id)
      if (!isInHand(referral)) throw new NotInHand()
      if (word === 'won' && value) await saveValue(house, id, value)
      if (word === 'lost') await writeWords(house, referral, { lost_says: because })
      const open = await findOpenAsk(house, id, 'outcome')
      if (!open) await settle(house, referral, word)
      return open
    })
    if (asked) await answerAsk(tx, asked, word)
  })
}

async function settle(tx: Tx, referral: Referral, word: Outcome): Promise<void> {
  const { id, givenBy, givenTo, begunBy } = referral
  if (word === 'talking') return markReferral(tx, id, { talking_at: tx.now })
  await markReferral(tx, id, { ended_at: tx.now, ...(word === 'won' ? { won_at: tx.now } : { lost_at: tx.now }) })
  await audit(tx, { chain: `referral ${id}`, act: `referral.${word}`, subject: id, detail: { by: givenTo } })
  for (const open of await listOpenAsks(tx, id)) await withdrawAsk(tx, open)
  await tellOf(tx, givenBy, word, id)
  if (word === 'won') {
    await noteTogether(tx, referral, 'won')
    if (begunBy !== givenBy) await tellOf(tx, begunBy, 'chain-won', id)
  }
  await tx.emit('referral.settled', { referral: id, between: [givenBy, givenTo], word })
}

/** After 14 quiet days, once: how did it go? The giver is told what is known. */
export async function askAfter(tx: Tx, { id, givenBy, givenTo }: Referral): Promise<void> {
  const made = await ask(tx, { kind: OUTCOME, from: { organisation: givenBy }, to: { organisation: givenTo, email: await addressOf(tx, givenTo) }, subject: { referral: id }, answerBy: new Date(tx.now.getTime() + DAYS_TO_ANSWER * DAY_MS) })
  await noteAsk(tx, id, made.id, 'outcome')
  await markReferral(tx, id, { asked_after_at: tx.now })
  await tellOf(tx, givenBy, 'quiet', id)
}

/** Silence to the end: it rests as it is, and the giver knows that nobody said. */
export async function settleSilence(tx: Tx, referral: Referral): Promise<void> {
  if (!isInHand(referral)) return
  await markReferral(tx, referral.id, { unknown_at: tx.now, ended_at: tx.now })
  for (const open of await listOpenAsks(tx, referral.id)) await withdrawAsk(tx, open)
  await tellOf(tx, referral.givenBy, 'unknown', referral.id)
  await tx.emit('referral.settled', { referral: referral.id, between: [referral.givenBy, referral.givenTo], word: 'unknown' })
}

defineAskKind({
  name: OUTCOME,
  words: { won: OUTCOME_WORDS.won, talking: OUTCOME_WORDS.talking, lost: OUTCOME_WORDS.lost },
  describe: async (tx, asked) => {
    const { giver, shownAs } = await getReferral(tx, referralOf(asked))
    return { title: `How did it go with the referral from ${giver}?`, lines: shownAs ? [`${shownAs}, whom they passed to you. One tap is enough; ${giver} would like to know.`] : ['One tap is enough; they would like to know.'], seenBy: `You and ${giver}` }
  },
  answered: async (tx, asked, { word, by }) => {
    const referral = await holdReferral(tx, referralOf(asked))
    await mustSpeakFor(tx, referral.givenTo, by)
    if (!isInHand(referral)) return
    await settle(tx, referral, word as Outcome) // one of the kind's own words
    return { goTo: word === 'talking' ? routes.referrals : routes.referralThanks(referral.id) }
  },
  ended: async (tx, asked) => {
    const referral = await holdReferral(tx, referralOf(asked))
    if (referral.state.is === 'accepted') await settleSilence(tx, referral)
  },
})
