import { z } from 'zod'
import { ask, defineAskKind, withdrawAsk } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { id as idField, optionalDay, optionalText, parse, text, tick } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { getCapability } from '../networks/index.ts'
import { namesOfOrganisations, optionalDistrict } from '../organisations/index.ts'
import { mustSpeakFor } from './answering.ts'
import { closeSeat } from './close-seat.ts'
import { TooManyHere } from './errors.ts'
import { getSeatById, listSeats, markSeatPart } from './seat-store.ts'
import { holdings, isOpen, type Seat } from './seat.ts'
import { leading } from './stand-in.ts'
import { MOST_PARTS, type Part, type Team } from './team.ts'
import { getPart, holdTeam, listParts, markPart, savePartWords, saveParts } from './team-store.ts'
import { tellLead } from './word-to.ts'

export const CHANGE = 'teams.change'
const DAYS = 10

export const partInput = z.strictObject({
  says: text('What it is', 200),
  capability: z.preprocess((value) => value || undefined, idField<'capability'>('That capability').optional()),
  need: z.enum(['must', 'should'], 'Say whether it is a must.'),
  size: optionalText('How much', 120),
  startsOn: optionalDay('When it starts'),
  endsOn: optionalDay('When it ends'),
  district: optionalDistrict,
  details: optionalText('What holders need to know', 2000),
  needToKnow: tick,
})

export function addPart(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<Id<'team part'>> {
  return leading(ctx, id, async (house, team) => {
    const given = await checked(house, team, input)
    const parts = await listParts(house, team)
    if (parts.length >= MOST_PARTS) throw new TooManyHere('parts', MOST_PARTS)
    const part: Part = { ...given, id: newId<'team part'>(), version: 1 }
    await saveParts(house, team, [part], parts.length)
    await noted(house, team, 'part.added', part.id)
    return part.id
  })
}

/**
 * New words for a part. Whoever was asked for it is asked no longer, since it is not what they were asked; whoever holds it is asked
 * whether it still stands, and holds it meanwhile. What only the lead weighs (must or should) asks nobody anew.
 */
export function changePart(ctx: Ctx, id: Id<'team'>, partId: Id<'team part'>, input: unknown): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    const before = await getPart(house, team, partId)
    const given = await checked(house, team, input)
    const same = (['says', 'capability', 'size', 'startsOn', 'endsOn', 'district'] as const).every((key) => (before[key] ?? '') === (given[key] ?? ''))
    const version = await savePartWords(house, team, partId, given, same)
    if (given.needToKnow !== before.needToKnow) await markPart(house, team, partId, { need_to_know_at: given.needToKnow ? house.now : null, need_to_know_by: given.needToKnow ? house.actor.person : null })
    await noted(house, team, same ? 'part.kept' : 'part.changed', partId, { version, needToKnow: given.needToKnow })
    if (same) return
    const seats = await listSeats(house, team)
    for (const seat of seats.filter((one) => isOpen(one) && one.parts.some((part) => part.part === partId))) await closeSeat(house, seat, 'changed')
    const holder = holdings(seats).get(partId)
    if (holder?.organisation && holder.organisation !== team.lead) await askAgain(house, team, holder, partId, version)
    else if (holder) await markSeatPart(house, holder, partId, { version })
  })
}

/** Takes a part away. Nobody is left asked for it, and whoever holds it is told. */
export function removePart(ctx: Ctx, id: Id<'team'>, partId: Id<'team part'>): Promise<void> {
  return leading(ctx, id, async (house, team) => {
    await getPart(house, team, partId)
    const seats = await listSeats(house, team)
    for (const seat of seats.filter((one) => isOpen(one) && one.parts.some((part) => part.part === partId))) await closeSeat(house, seat, 'changed')
    const holder = holdings(seats).get(partId)
    if (holder) await markSeatPart(house, holder, partId, { given_up_at: house.now })
    await markPart(house, team, partId, { removed_at: house.now })
    await noted(house, team, 'part.removed', partId)
  })
}

async function checked(house: Tx, team: Team, input: unknown) {
  const given = parse(partInput, input)
  if (given.startsOn && given.endsOn && given.endsOn < given.startsOn) throw new Invalid([{ field: 'endsOn', sentence: 'It ends before it starts.' }])
  if (given.capability) await getCapability(house, team.network, given.capability)
  return given
}

async function noted(house: Tx, team: Team, act: string, subject: string, detail: Readonly<Record<string, string | number | boolean>> = {}): Promise<void> {
  await audit(house, { chain: `team:${team.id}`, act, subject, detail })
  await house.emit('team.changed', { network: team.network, team: team.id })
}

/** A holder has one question before them at most: about the newest words. */
async function askAgain(house: Tx, team: Team, seat: Seat, part: Id<'team part'>, version: number): Promise<void> {
  const waiting = await house.db.selectFrom('seat_part').select('change_ask_id').where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('seat_id', '=', seat.id).where('part_id', '=', part).executeTakeFirst()
  if (waiting?.change_ask_id) await withdrawAsk(house, waiting.change_ask_id as Id<'ask'>) // a column of ask ids
  const made = await ask(house, {
    kind: CHANGE, network: team.network, from: { person: house.actor.person, organisation: team.lead }, to: { organisation: seat.organisation },
    subject: { team: team.id, seat: seat.id, part, version: String(version) }, answerBy: new Date(house.now.getTime() + DAYS * 86_400_000),
  })
  await markSeatPart(house, seat, part, { changed_at: house.now, change_ask_id: made.id })
}

defineAskKind({
  name: CHANGE,
  words: { stands: 'It still stands', no: 'Then it is not for us' },
  describe: async (tx, asked) => {
    const { seat, part } = subjectOf(asked.subject)
    const held = await getSeatById(tx, seat)
    const found = (await listParts(tx, { network: held.network, id: held.team })).find((one) => one.id === part)
    const lead = asked.from.organisation && (await namesOfOrganisations(tx, [asked.from.organisation])).get(asked.from.organisation)
    return {
      title: `${lead ?? 'The lead'} has changed a part you hold`,
      lines: [found ? `It now reads: “${found.says}”${found.size ? `, ${found.size}` : ''}.` : 'The part was taken away.', 'You hold it until you say otherwise. Does it still stand?'],
      seenBy: lead ?? 'The lead',
    }
  },
  answered: async (tx, asked, answer) => {
    const { seat: seatId, part, version } = subjectOf(asked.subject)
    const before = await getSeatById(tx, seatId)
    if (before.organisation) await mustSpeakFor(tx, before.organisation, answer.by)
    const team = await holdTeam(tx, before.network, before.team)
    const seat = await getSeatById(tx, seatId)
    const held = seat.parts.find((one) => one.part === part)
    if (!held?.heldAt || held.givenUpAt) return
    await markSeatPart(tx, seat, part, answer.word === 'stands' ? { version, changed_at: null, change_ask_id: null } : { given_up_at: tx.now, change_ask_id: null })
    await audit(tx, { chain: `team:${team.id}`, act: answer.word === 'stands' ? 'part.stands' : 'part.given-up', subject: part, detail: { version } })
    await tellLead(tx, team, answer.word === 'stands' ? 'teams.stands' : 'teams.given-up', { seat: seat.id, part, ...(seat.organisation && { organisation: seat.organisation }) })
    await tx.emit('team.changed', { network: team.network, team: team.id })
  },
})

function subjectOf(subject: Readonly<Record<string, string>>): { seat: Id<'seat'>; part: Id<'team part'>; version: number } {
  return { seat: subject['seat'] as Id<'seat'>, part: subject['part'] as Id<'team part'>, version: Number(subject['version']) } // written by askAgain
}
