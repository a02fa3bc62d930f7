import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation } from '../organisations/index.ts'
import { changeOurs, getUsToSpeak, mustGoOn, pairOf } from './change-ours.ts'
import { habitInput, quietInput, showsInput, termsInput } from './input.ts'
import { changeShared, changeSide, saveHabit } from './store.ts'

/** What both share beside the timeline: how they met, what they hope for, the next step. Either side writes it. */
export async function changeTerms(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<void> {
  const given = parse(termsInput, input)
  const { metBy } = given
  const introducer = metBy && (await ctx.read((tx) => findOrganisation(tx, metBy)))
  await changeOurs(ctx, id, async (house, ours) => {
    mustGoOn(ours)
    const kept = given.metBy === ours.met.by // one that the other side named may be out of our sight
    if (given.metBy && !kept && (!introducer || given.metBy === ours.us || given.metBy === ours.partner.id)) throw new Invalid([{ field: 'metBy', sentence: 'Choose somebody else: whoever brought the two of you together.' }])
    if (given.nextOn && !given.nextSays) throw new Invalid([{ field: 'nextSays', sentence: 'Say what the next step is.' }])
    await changeShared(house, id, {
      met_through: given.through ?? null, met_what: given.what ?? null, met_by: given.metBy ?? null, met_on: given.metOn ?? null,
      aim: given.aim ?? null, next_says: given.nextSays ?? null, next_on: given.nextOn ?? null,
    })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
  })
}

/** Who may know of the tie, as far as we are asked: it is seen only as far as both sides show it. */
export async function sayWhoKnows(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<void> {
  const { shows } = parse(showsInput, input)
  await changeOurs(ctx, id, async (house, ours) => {
    await changeSide(house, ours.us, id, { shows })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
  })
}

/** After how many quiet months we are reminded; 0 is never. */
export async function changeReminder(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<void> {
  const { quietMonths } = parse(quietInput, input)
  await changeOurs(ctx, id, (house, ours) => changeSide(house, ours.us, id, { quiet_months: quietMonths, quiet_told_at: null }))
}

/** Said once for all partnerships to come; those that are there stay as they are. */
export function sayHabit(ctx: Ctx, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getUsToSpeak(tx)
    await saveHabit(tx, us.id, parse(habitInput, input))
  })
}
