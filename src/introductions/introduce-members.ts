import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, parse, text } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotAllowed, SignInFirst } from '../kit/refusal.ts'
import { getNetwork } from '../networks/index.ts'
import { askSide } from './ask-side.ts'
import { MOST_LETTERS } from './ask-introduction.ts'
import { NothingToIntroduce, SameTwo, TooManyWaiting } from './errors.ts'
import { DAYS_FOR_SIDE, MOST_OPEN, type Introduction } from './introduction.ts'
import { findPartnership } from '../partnerships/index.ts'
import { countOpen, findOpenBetween, holdOrganisations, saveIntroduction } from './store.ts'
import { getMemberToAsk } from './two-to-introduce.ts'

export const introduceInput = z.strictObject({
  one: idField<'organisation'>('The first of the two'),
  other: idField<'organisation'>('The second of the two'),
  note: text('Your note to both', MOST_LETTERS),
})

/** An organiser brings two members together: both are asked at once, and nothing passes until both have said yes. */
export function introduceMembers(ctx: Ctx, slug: string, input: unknown): Promise<Id<'introduction'>> {
  return ctx.transaction(async (tx) => {
    const { person } = tx.actor
    if (!person) throw new SignInFirst()
    const network = await getNetwork(tx, slug)
    if (!network.organises) throw new NotAllowed('Only organisers bring two members together this way.', 'Ask somebody who knows you both to introduce you instead.')
    const given = parse(introduceInput, input)
    if (given.one === given.other) throw new SameTwo()
    const [one, other] = [await getMemberToAsk(tx, network.id, given.one), await getMemberToAsk(tx, network.id, given.other)]
    return asHouse(tx).transaction(async (house) => {
      await holdOrganisations(house, [one.id, other.id])
      const known = (await findOpenBetween(house, one.id, other.id)) ?? ((await findPartnership(house, one.id, other.id))?.standing.is === 'agreed' ? 'partners' : undefined)
      if (known) throw new NothingToIntroduce(one.name, other.name)
      if ((await countOpen(house, { organiser: person })) >= MOST_OPEN.organiser) throw new TooManyWaiting(MOST_OPEN.organiser)
      const begun: Introduction = {
        id: newId<'introduction'>(), network: network.id, asker: one.id, other: other.id, by: { is: 'organiser', person }, askedAt: house.now, askedBy: person,
        hearBy: new Date(house.now.getTime() + DAYS_FOR_SIDE * 86_400_000), state: { is: 'asked' },
      }
      await saveIntroduction(house, begun, [{ to: one.id, words: given.note }, { to: other.id, words: given.note }])
      await askSide(house, begun, one.id)
      await askSide(house, begun, other.id)
      await house.emit('introduction.asked', { introduction: begun.id, network: network.id })
      return begun.id
    })
  })
}
