import { answerAsk, withdrawAsk } from '../asks/index.ts'
import { dayOf } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotAllowed } from '../kit/refusal.ts'
import { actingFor } from './acting.ts'
import { findOpenAsk, listOpenAsks } from './ask-store.ts'
import { AlreadyAnswered, TooFarOn } from './errors.ts'
import { decliningInput, laterInput } from './input.ts'
import { DAY_MS, MOST_DAYS_LATER } from './referral.ts'
import { settleAcceptance, settleDeclining } from './settle.ts'
import { getReferral, holdReferral, markReferral } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { mayAnswer, mayTakeBack } from './who-may.ts'

/** The receiving organisation says yes. The giver is told at once. */
export function acceptReferral(ctx: Ctx, id: Id<'referral'>): Promise<void> {
  return answer(ctx, id, 'accept')
}

/** A kind no. The giver is told, and shown others to try. */
export function declineReferral(ctx: Ctx, id: Id<'referral'>, input: unknown = {}): Promise<void> {
  return answer(ctx, id, 'decline', parse(decliningInput, input).note)
}

/** Where it was put off there is no ask just now, and the answer is settled without one. */
function answer(ctx: Ctx, id: Id<'referral'>, word: 'accept' | 'decline', note?: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    await mustBeOursToAnswer(tx, id)
    const open = await asHouse(tx).transaction(async (house) => {
      const referral = await holdReferral(house, id)
      if (referral.state.is !== 'offered') throw new AlreadyAnswered()
      const ask = await findOpenAsk(house, id, 'receiver')
      if (ask) return ask
      if (word === 'accept') await settleAcceptance(house, referral, tx.actor)
      else await settleDeclining(house, referral, note)
      return undefined
    })
    if (open) await answerAsk(tx, open, word, note)
  })
}

/** Puts it off until a day; then it is asked again. The giver is told, so that nobody wonders. */
export function lookLater(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    await mustBeOursToAnswer(tx, id)
    const { until } = parse(laterInput, input)
    const most = dayOf(new Date(tx.now.getTime() + MOST_DAYS_LATER * DAY_MS))
    if (until <= dayOf(tx.now)) throw new Invalid([{ field: 'until', sentence: 'Choose a day that is still to come.' }])
    if (until > most) throw new Invalid([{ field: 'until', sentence: 'Sixty days are the most: somebody is waiting. Decline kindly if it is not for you just now.' }])
    await asHouse(tx).transaction(async (house) => {
      if ((await holdReferral(house, id)).state.is !== 'offered') throw new AlreadyAnswered()
      const open = await findOpenAsk(house, id, 'receiver')
      if (open) await withdrawAsk(house, open)
      await markReferral(house, id, { later_until: until })
      await tellOf(house, (await getReferral(house, id)).givenBy, 'later', id)
    })
  })
}

/** The giver thinks again, before the receiver has answered. */
export function takeBack(ctx: Ctx, id: Id<'referral'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    const seen = await getReferral(tx, id)
    if (seen.givenBy !== us) throw new NotAllowed('Only whoever passed them on can take it back.')
    await asHouse(tx).transaction(async (house) => {
      const referral = await holdReferral(house, id)
      if (!mayTakeBack(us, referral)) throw new TooFarOn()
      for (const open of await listOpenAsks(house, id)) await withdrawAsk(house, open)
      await markReferral(house, id, { taken_back_at: house.now, ended_at: house.now, later_until: null })
      if (referral.offeredAt) await tellOf(house, referral.givenTo, 'taken-back', id)
    })
  })
}

export async function mustBeOursToAnswer(tx: Tx, id: Id<'referral'>): Promise<Id<'organisation'>> {
  const us = await actingForSeen(tx, id)
  if (!mayAnswer(us, await getReferral(tx, id))) throw new NotAllowed('This was not passed to you.', 'Only whoever it was passed to can answer.')
  return us
}

/** Seen first, so that what is not shown is not there; then whether this person may act. */
export async function actingForSeen(tx: Tx, id: Id<'referral'>): Promise<Id<'organisation'>> {
  await getReferral(tx, id)
  return (await actingFor(tx)).id
}
