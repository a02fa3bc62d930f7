import { askRecommendation } from '../answers/index.ts'
import { dayOf } from '../answers/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotAllowed } from '../kit/refusal.ts'
import { actingForSeen } from './answer-referral.ts'
import { AlreadyThanked, NothingToQuote, NotInHand } from './errors.ts'
import { quotingInput, thanksInput } from './input.ts'
import { findPerson } from './person-store.ts'
import { thanksOf } from './referral.ts'
import { noteTogether } from './settle.ts'
import { getReferral, holdReferral, markReferral, writeWords } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { names } from './third-person.ts'
import { isReceiver, mayQuote } from './who-may.ts'

/** The second of two taps: a phrase, or one's own words. The giver has it on their Home at once. */
export function thankGiver(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    if (!isReceiver(us, await getReferral(tx, id))) throw new NotAllowed('Only whoever it was passed to says thank you.')
    const { phrase, words } = parse(thanksInput, input)
    if (phrase === 'own' && !words) throw new Invalid([{ field: 'words', sentence: 'Write your thanks, or choose one of the phrases.' }])
    await asHouse(tx).transaction(async (house) => {
      const referral = await holdReferral(house, id)
      if (referral.state.is !== 'won' && referral.state.is !== 'lost') throw new NotInHand()
      if (referral.state.thanks) throw new AlreadyThanked()
      const person = await findPerson(house, referral.person)
      if (phrase === 'own' && words && person && names(words, person)) throw new Invalid([{ field: 'words', sentence: 'Leave out who it was: thanks are kept longer than their details.' }])
      await markReferral(house, id, { thanked_at: house.now, thanks: phrase })
      if (phrase === 'own') await writeWords(house, referral, { thanks_says: words })
      await audit(house, { chain: `referral ${id}`, act: 'referral.thanked', subject: id, detail: { by: us } })
      await tellOf(house, referral.givenBy, 'thanked', id)
      if (referral.state.is === 'won') await noteTogether(house, referral, 'thanked')
      await house.emit('referral.thanked', { referral: id, between: [referral.givenBy, referral.givenTo] })
    })
  })
}

/** The giver would like the thanks on their page: the receiver is asked for one yes, and it stands there as a recommendation. */
export function quoteThanks(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<{ recommendation: Id<'recommendation'> }> {
  return ctx.transaction(async (tx) => {
    const us = await actingForSeen(tx, id)
    const referral = await getReferral(tx, id)
    if (referral.givenBy !== us) throw new NotAllowed('Only whoever was thanked can ask for that.')
    const { claim, public: forAnyone } = parse(quotingInput, input)
    const words = thanksOf(referral)
    if (!mayQuote(us, referral) || !words) throw new NothingToQuote()
    const made = await askRecommendation(tx, us, { from: referral.givenTo, basis: 'sent_us_work', words, saidOn: dayOf(referral.state.is === 'won' && referral.state.thanks ? referral.state.thanks.at : tx.now), public: forAnyone, claim })
    await asHouse(tx).transaction((house) => markReferral(house, id, { quoted_at: house.now }))
    return { recommendation: made.id }
  })
}
