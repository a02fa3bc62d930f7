import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { id as idField, parse, text } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { takeTurn } from '../kit/limit.ts'
import { getNetwork } from '../networks/index.ts'
import { ActForItFirst, getOrganisationToKeep, type Organisation } from '../organisations/index.ts'
import { findPartnership } from '../partnerships/index.ts'
import { askIntroducer } from './ask-side.ts'
import { whyNotAgain } from './asked-before.ts'
import { contactFields, contactFrom, saveContact } from './contact.ts'
import { AlreadyAsked, IntroducerBusy, KnowEachOther, NotSomeoneBetween, NotThemNow, NotThroughThemNow, OnlyMembersHere, SameTwo, TooManyWaiting } from './errors.ts'
import { DAYS_FOR_INTRODUCER, DAYS_FOR_SIDE, MOST_OPEN, type Introduction } from './introduction.ts'
import { countOpen, holdOrganisations, listAskedBefore, saveIntroduction } from './store.ts'
import { getMemberToAsk } from './two-to-introduce.ts'
import { listWays } from './ways.ts'
import { maySpeak } from './who-may.ts'

export const MOST_LETTERS = 2000
export const askInput = z.strictObject({
  network: text('The network', 80),
  to: idField<'organisation'>('Whom you would like to meet'),
  through: idField<'organisation'>('Who introduces you'),
  toIntroducer: text('Your note to whoever introduces you', MOST_LETTERS),
  toOther: text('What the other side reads', MOST_LETTERS),
  ...contactFields,
})

const A_DAY = { points: 20, perSeconds: 86_400 }

/** Asks somebody both know to introduce us. With it we have said yes; they are asked now, and the other side once they agree. */
export async function askIntroduction(ctx: Ctx, input: unknown): Promise<Id<'introduction'>> {
  const given = parse(askInput, input)
  const us = ctx.actor.organisation
  if (!us) throw new ActForItFirst('nobody')
  await takeTurn(ctx, `ask introduction ${us}`, A_DAY)
  const { network, ours, other, introducer } = await ctx.read(async (tx) => {
    const found = await getNetwork(tx, given.network)
    const own = await getOrganisationToKeep(tx, us, maySpeak)
    if (!found.isMember) throw new OnlyMembersHere(own.name)
    if (given.to === us || given.through === us || given.to === given.through) throw new SameTwo()
    return { network: found, ours: own, other: await getMemberToAsk(tx, found.id, given.to), introducer: await getMemberToAsk(tx, found.id, given.through) }
  })
  await mustBeFree(ctx, us, other, introducer)
  if (!(await listWays(ctx, network, us, other.id)).some((way) => way.organisation === introducer.id)) throw new NotSomeoneBetween()
  return ctx.transaction(async (tx) => {
    const contact = await contactFrom(tx, us, given)
    return asHouse(tx).transaction(async (house) => {
      await holdRoom(house, ours, other, introducer)
      const asked: Introduction = {
        id: newId<'introduction'>(), network: network.id, asker: us, other: other.id, by: { is: 'member', organisation: introducer.id }, askedAt: house.now, askedBy: house.actor.person,
        hearBy: new Date(house.now.getTime() + (DAYS_FOR_INTRODUCER + DAYS_FOR_SIDE) * 86_400_000), state: { is: 'asked' },
      }
      await saveIntroduction(house, asked, [{ to: introducer.id, words: given.toIntroducer }, { to: other.id, words: given.toOther }])
      await saveContact(house, asked, us, contact)
      await askIntroducer(house, asked, introducer.id)
      await house.emit('introduction.asked', { introduction: asked.id, network: network.id })
      return asked.id
    })
  })
}

/** Whether there is anything to ask: not of partners, not of those left alone for a year. */
async function mustBeFree(ctx: Ctx, us: Id<'organisation'>, other: Organisation, introducer: Organisation): Promise<void> {
  const known = await ctx.read((tx) => findPartnership(tx, us, other.id))
  if (known?.standing.is === 'agreed') throw new KnowEachOther(other.name)
  const before = await asHouse(ctx).read((tx) => listAskedBefore(tx, us, other.id))
  const not = whyNotAgain(before, { other: other.id, through: introducer.id }, ctx.now)
  if (not?.because === 'open') throw new AlreadyAsked(other.name)
  if (not?.because === 'through') throw new NotThroughThemNow(introducer.name, other.name, not.until)
  if (not?.because === 'other') throw new NotThemNow(other.name, not.until)
}

async function holdRoom(house: Tx, us: Organisation, other: Organisation, introducer: Organisation): Promise<void> {
  await holdOrganisations(house, [us.id, introducer.id])
  if ((await listAskedBefore(house, us.id, other.id)).some((one) => one.open)) throw new AlreadyAsked(other.name)
  if ((await countOpen(house, { asker: us.id })) >= MOST_OPEN.asker) throw new TooManyWaiting(MOST_OPEN.asker)
  if ((await countOpen(house, { introducer: introducer.id })) >= MOST_OPEN.introducer) throw new IntroducerBusy(introducer.name)
}

