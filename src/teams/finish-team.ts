import { z } from 'zod'
import { getBrief } from '../briefs/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { closeSeat } from './close-seat.ts'
import { NotStarted, TooManyHere } from './errors.ts'
import { listSeats } from './seat-store.ts'
import { isOpen, sits } from './seat.ts'
import { leading } from './stand-in.ts'
import { partFrom } from './start-team.ts'
import { MOST_PARTS, type Team } from './team.ts'
import { listParts, markTeam, saveParts } from './team-store.ts'
import { tellMember } from './word-to.ts'

/** The job is done. What came of it is settled in the room of outcomes, where each member and the customer is asked. */
export function finishTeam(ctx: Ctx, id: Id<'team'>): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    const seats = await listSeats(house, team)
    if (!seats.some((seat) => sits(seat) && seat.organisation !== team.lead)) throw new NotStarted()
    await over(house, team, 'teams.finished')
    await markTeam(house, team, { finished_at: house.now, finished_by: house.actor.person })
    await house.emit('team.finished', { network: team.network, team: team.id })
  })
}

/** It comes to nothing, or to its end. Everybody in it is told, and nobody is left asked. */
export function endTeam(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<void> {
  const { because } = parse(z.strictObject({ because: optionalText('Why', 500) }), input)
  return leading(ctx, id, async (house, team) => {
    await over(house, team, 'teams.over')
    await markTeam(house, team, { ended_at: house.now, ended_by: house.actor.person, ended_because: because })
    await house.emit('team.ended', { network: team.network, team: team.id })
  })
}

async function over(house: Tx, team: Team, kind: 'teams.finished' | 'teams.over'): Promise<void> {
  const seats = await listSeats(house, team)
  for (const seat of seats.filter(isOpen)) await closeSeat(house, seat, 'ended')
  for (const member of new Set(seats.filter(sits).flatMap((seat) => seat.organisation ?? []))) await tellMember(house, team, member, kind)
  await audit(house, { chain: `team:${team.id}`, act: kind === 'teams.over' ? 'team.ended' : 'team.finished', subject: team.id })
}

export const wordsInput = z.strictObject({ title: text('The name', 120), says: text('What the team is for', 600) })

export function changeWords(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<void> {
  const given = parse(wordsInput, input)
  return leading(ctx, id, async (house, team) => markTeam(house, team, given))
}

/** Parts that have come into the brief since, taken over beside those that are here; nothing that is here is written over. */
export function takeOverBrief(ctx: Ctx, id: Id<'team'>): Promise<{ added: number }> {
  return leading(ctx, id, async (house, team) => {
    if (!team.brief) throw new NotFound('The brief is no longer there.')
    const { brief: wanted } = team
    const brief = ctx.actor.by === 'house' ? await getBrief(house, team.network, wanted) : await house.as(ctx.actor).read((tx) => getBrief(tx, team.network, wanted))
    const here = await listParts(house, team), known = new Set(here.map((part) => part.briefPart))
    const added = brief.parts.filter((part) => !known.has(part.id)).map(partFrom)
    if (here.length + added.length > MOST_PARTS) throw new TooManyHere('parts', MOST_PARTS)
    await saveParts(house, team, added, here.length)
    await markTeam(house, team, { brief_changed_at: null })
    return { added: added.length }
  })
}
