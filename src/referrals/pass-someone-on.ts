import { dayOf } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { takeTurn } from '../kit/limit.ts'
import { makeLink } from '../kit/one-time-link.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability } from '../networks/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { actingFor } from './acting.ts'
import { mustBeOursToAnswer } from './answer-referral.ts'
import { askPerson } from './ask-person.ts'
import { CannotReceive, NotInHand, NotShownToYou, PersonUnreachable } from './errors.ts'
import { parsePassing, parsePassingFurther } from './input.ts'
import { offer } from './offer.ts'
import { findPerson, savePerson } from './person-store.ts'
import { isOver, type Referral } from './referral.ts'
import { getReferral, holdReferral, saveReferral, writeWords } from './store.ts'
import { tellOf } from './tell-of-it.ts'
import { emailIn, shownAs } from './third-person.ts'

/** Their own link lasts longer than anything is kept. */
const LINK_YEARS = 10
export const LINK_FOR_PERSON = 'referrals-person'
/** So many strangers may one organisation have us write to in a day. */
const LETTERS = { points: 40, perSeconds: 24 * 3600 }

/** Passes a person on: sent at once where they said yes to the giver, else once they say so by their own tap. */
export async function passSomeoneOn(ctx: Ctx, input: unknown): Promise<{ id: Id<'referral'> }> {
  const given = parsePassing(input, dayOf(ctx.now))
  const email = emailIn(given.reach)
  if (email && ctx.actor.organisation) await takeTurn(ctx, `referral letters ${ctx.actor.organisation}`, LETTERS)
  return ctx.transaction(async (tx) => {
    const us = await actingFor(tx)
    await mustBeAbleToReceive(tx, us.id, given.to)
    const capability = given.capability && given.network ? await getCapability(tx, given.network, given.capability) : undefined
    const person = newId<'referral-person'>()
    const referral = await asHouse(tx).transaction(async (house) => {
      const { id: linkId } = await makeLink(house, { act: LINK_FOR_PERSON, subject: { person }, endsAt: inYears(tx.now, LINK_YEARS) })
      await savePerson(house, { id: person, keptFor: us.id, shownAs: shownAs(given.who), needs: given.needs, name: given.who, reach: given.reach, email, linkId })
      return begin(house, { person, givenBy: us.id, givenTo: given.to, begunBy: us.id, network: given.network, capability: capability?.id }, given)
    })
    return { id: referral }
  })
}

/** The receiver knows somebody better for it. The person is asked afresh; until they say yes, nothing moves. */
export async function passFurther(ctx: Ctx, id: Id<'referral'>, input: unknown): Promise<{ id: Id<'referral'> }> {
  const { shownAs: called } = await ctx.read(async (tx) => {
    await mustBeOursToAnswer(tx, id)
    return getReferral(tx, id)
  })
  const given = parsePassingFurther(input, dayOf(ctx.now), called ?? 'the person')
  if (ctx.actor.organisation) await takeTurn(ctx, `referral letters ${ctx.actor.organisation}`, LETTERS)
  return ctx.transaction(async (tx) => {
    const us = await actingFor(tx)
    const seen = await getReferral(tx, id)
    if (given.to === seen.givenBy) throw new Invalid([{ field: 'to', sentence: 'They passed this person to you. Decline kindly, and they will look for somebody else.' }])
    await mustBeAbleToReceive(tx, us.id, given.to)
    const child = await asHouse(tx).transaction(async (house) => {
      const before = await holdReferral(house, id)
      const person = await findPerson(house, before.person)
      if (isOver(before) || !person) throw new NotInHand()
      if (given.how === 'send' && !before.acceptedAt) throw new Invalid([{ field: 'agreed', sentence: 'You have not accepted yet, so they cannot have said it to you. Choose “Ask them first”.' }])
      const made = await begin(house, { person: person.id, givenBy: us.id, givenTo: given.to, begunBy: before.begunBy, passedFrom: id, network: before.network, capability: before.capability }, given)
      if (given.how === 'ask' && !person.email) {
        if (before.givenBy !== before.begunBy && !before.acceptedAt) throw new PersonUnreachable()
        await tellOf(house, before.givenBy, 'ask-them', id)
      }
      return made
    })
    return { id: child }
  })
}

type Beginning = Omit<Parameters<typeof saveReferral>[1], 'id'>

async function begin(tx: Tx, one: Beginning, given: { how: 'send' | 'ask'; says?: string; yesOn?: string; yesSays?: string }): Promise<Id<'referral'>> {
  const id = newId<'referral'>()
  await saveReferral(tx, { id, ...one })
  const referral: Referral = await holdReferral(tx, id)
  await writeWords(tx, referral, { says: given.says, ...(given.how === 'send' ? { yes_says: given.yesSays } : {}) })
  if (given.how === 'send') await offer(tx, referral, { how: 'word', on: given.yesOn ?? dayOf(tx.now) })
  else await askPerson(tx, referral)
  return id
}

/** Whoever is chosen must be shown to the giver, be here, and not rest. */
async function mustBeAbleToReceive(tx: Tx, us: Id<'organisation'>, to: Id<'organisation'>): Promise<void> {
  if (to === us) throw new Invalid([{ field: 'to', sentence: 'That is you. Choose somebody else.' }])
  const found = await findOrganisation(tx, to)
  if (!found) throw new NotShownToYou()
  if (found.standing.is !== 'claimed') throw new CannotReceive(found.name)
}

function inYears(now: Date, years: number): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() + years)
  return then
}
