import { z } from 'zod'
import { ask, defineAskKind, remindAsk } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotAllowed, NotFound } from '../kit/refusal.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { mustSpeakFor } from './answering.ts'
import { closeSeat } from './close-seat.ts'
import { AlreadySits, LeadKeepsSeat, NothingToConfirm, PartTaken, SeatAnswered } from './errors.ts'
import { getSeat, getSeatById, giveUpParts, listSeats, markSeat, markSeatPart, saveSeat, saveSeatWords } from './seat-store.ts'
import { holdings, isOpen, sits } from './seat.ts'
import { leading, takingPart } from './stand-in.ts'
import { listOf } from './start-team.ts'
import { MOST_PARTS } from './team.ts'
import { getPart, getTeam, listParts } from './team-store.ts'
import { tellLead, tellMember } from './word-to.ts'

/** The lead does these parts itself. Whoever was asked for them is asked no longer. */
export function takeOwnParts(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<{ seat: Id<'seat'> }> {
  const { parts } = parse(z.strictObject({ parts: listOf<'team part'>('That part', MOST_PARTS) }), input)
  return leading(ctx, id, async (house, team, us) => {
    const seats = await listSeats(house, team)
    const wanted = (await listParts(house, team)).filter((part) => parts.includes(part.id))
    if (wanted.length === 0) throw new NotFound('Choose at least one part.')
    if (wanted.some((part) => holdings(seats).has(part.id))) throw new PartTaken()
    const seat = newId<'seat'>()
    await saveSeat(house, team, { id: seat, organisation: us, parts: wanted.map((part) => ({ id: part.id, version: part.version })), takenAt: house.now })
    for (const other of seats.filter((one) => isOpen(one) && one.parts.some((part) => parts.includes(part.part)))) await closeSeat(house, other, 'taken')
    await audit(house, { chain: `team:${team.id}`, act: 'seat.taken', subject: seat, detail: { organisation: us } })
    await house.emit('team.changed', { network: team.network, team: team.id })
    return { seat }
  })
}

/** A word to whoever has not answered. Once. */
export function nudgeSeat(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    const seat = await getSeat(house, team, seatId)
    if (!isOpen(seat) || !seat.ask) throw new SeatAnswered()
    await remindAsk(house, seat.ask)
    await markSeat(house, seat, { nudged_at: house.now })
  })
}

export function withdrawSeat(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    const seat = await getSeat(house, team, seatId)
    if (!isOpen(seat)) throw new SeatAnswered()
    await closeSeat(house, seat, 'withdrawn')
    if (isOpen(await getSeat(house, team, seatId))) throw new SeatAnswered() // they answered in this very moment
    await audit(house, { chain: `team:${team.id}`, act: 'seat.withdrawn', subject: seat.id })
    await house.emit('team.changed', { network: team.network, team: team.id })
  })
}

/** Leaves the team, or ends a member's seat as its lead. What they held is open from then on. */
export function leaveSeat(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, input: unknown): Promise<void> {
  const { because } = parse(z.strictObject({ because: optionalText('Why', 500) }), input)
  return takingPart(ctx, id, async (house, team, us) => {
    const seat = await getSeat(house, team, seatId)
    if (seat.organisation !== us && us !== team.lead) throw new NotAllowed('Only they or the lead can end this seat.')
    if (!sits(seat)) throw new SeatAnswered()
    if (seat.organisation === team.lead && us !== team.lead) throw new LeadKeepsSeat()
    await giveUpParts(house, seat)
    await markSeat(house, seat, { left_at: house.now })
    if (because) await saveSeatWords(house, seat, { left_because: because })
    await audit(house, { chain: `team:${team.id}`, act: us === team.lead ? 'seat.ended' : 'seat.left', subject: seat.id })
    if (us !== team.lead) await tellLead(house, team, 'teams.left', { seat: seat.id, organisation: us })
    else if (seat.organisation) await tellMember(house, team, seat.organisation, 'teams.out')
    await house.emit('seat.left', { network: team.network, team: team.id, seat: seat.id })
  })
}

const PROOF = 'teams.proof-stands'

/** The lead can only ask whether a member's proof still stands. */
export function askProof(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, partId: Id<'team part'>): Promise<void> {
  return leading(ctx, id, async (house, team, us) => {
    const seat = await getSeat(house, team, seatId)
    const held = seat.parts.find((one) => one.part === partId && one.heldAt && !one.givenUpAt)
    if (!sits(seat) || !seat.organisation || !held) throw new NotFound()
    if (seat.organisation === us) throw new NothingToConfirm()
    if (held.proof.is === 'asked') throw new AlreadySits()
    const made = await ask(house, { kind: PROOF, network: team.network, from: { person: house.actor.person, organisation: us }, to: { organisation: seat.organisation }, subject: { team: team.id, seat: seat.id, part: partId }, answerBy: new Date(house.now.getTime() + 10 * 86_400_000) })
    await markSeatPart(house, seat, partId, { proof_asked_at: house.now, proof_ask_id: made.id, proof_confirmed_at: null, proof_denied_at: null })
  })
}

defineAskKind({
  name: PROOF,
  words: { yes: 'Yes, it still stands', no: 'Not any more' },
  describe: async (tx, asked) => {
    const team = await getTeam(tx, asked.subject['team'] as Id<'team'>) // written by askProof
    const part = await getPart(tx, team, asked.subject['part'] as Id<'team part'>) // likewise
    const lead = (await namesOfOrganisations(tx, [team.lead])).get(team.lead) ?? 'The lead'
    return { title: `${lead} asks: does your proof still stand?`, lines: [`It is about your part in “${team.title}”: ${part.says}.`, 'Only you can say so. Your yes stands beside the proof on the team sheet.'], seenBy: `${lead} and the team` }
  },
  answered: async (tx, asked, answer) => {
    const seat = await getSeatById(tx, asked.subject['seat'] as Id<'seat'>) // written by askProof
    if (seat.organisation) await mustSpeakFor(tx, seat.organisation, answer.by)
    const part = asked.subject['part'] as Id<'team part'> // likewise
    await markSeatPart(tx, seat, part, answer.word === 'yes' ? { proof_confirmed_at: tx.now } : { proof_denied_at: tx.now })
    await tellLead(tx, await getTeam(tx, seat.team), 'teams.proof', { seat: seat.id, ...(seat.organisation && { organisation: seat.organisation }) })
  },
})
