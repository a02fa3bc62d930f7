import { z } from 'zod'
import { ask } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { id as idField, optionalText, parse, tick } from '../kit/fields.ts'
import { newId, type Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation } from '../organisations/index.ts'
import { AlreadySits, PartTaken } from './errors.ts'
import { SEAT } from './seat-kind.ts'
import { listSeats, markSeat, saveScope, saveSeat } from './seat-store.ts'
import { DAYS_TO_ANSWER, holdings, isOpen, NEVER_DISCUSSED } from './seat.ts'
import { sayShare } from './share-store.ts'
import { leading } from './stand-in.ts'
import { listOf } from './start-team.ts'
import { MOST_PARTS, type Part, type Team } from './team.ts'
import { listParts } from './team-store.ts'
import { UNITS } from './workshare.ts'

const lines = z.preprocess((value) => (typeof value === 'string' ? value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean) : value),
  z.array(z.string().max(120, 'Each line can have 120 characters at most.')).max(12, '12 lines are the most.').default([]))

export const scopeFields = {
  purpose: optionalText('The shared purpose', 600),
  scope: optionalText('Who does what', 2000),
  neverDiscussed: lines,
}

/** What is promised for a part, in the seat's one unit. Pounds on a page, pence here. */
const shares = z.array(z.strictObject({ part: idField<'team part'>('That part'), figure: z.coerce.number('Write a whole number.').int('Write a whole number.').min(0, 'Less than nothing cannot be promised.').max(100_000_000_000, 'That is more than we can hold.') })).max(MOST_PARTS).default([])

export const invitationInput = z.strictObject({
  organisation: z.preprocess((value) => value || undefined, idField<'organisation'>('That organisation').optional()),
  name: optionalText('Their name', 100),
  email: z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value),
    z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.').max(254, 'That e-mail address is too long.').optional()),
  parts: listOf<'team part'>('That part', MOST_PARTS),
  note: optionalText('Your note', 600),
  unit: z.preprocess((value) => value || undefined, z.enum(UNITS, 'Choose how the share is counted.').optional()),
  shares,
  rivals: tick,
  ...scopeFields,
})

/**
 * Asks somebody to take a seat: an organisation here, which finds it on its Home, or anyone by mail or by a link to pass on. Rivals are
 * sent the words on purpose and scope with it; by sending them the lead agrees to them.
 */
export function inviteToSeat(ctx: Ctx, id: Id<'team'>, input: unknown): Promise<{ seat: Id<'seat'> }> {
  return leading(ctx, id, async (house, team, us) => {
    const given = parse(invitationInput, input)
    const parts = await partsFor(house, team, given)
    await mustBeThere(ctx, house, team, given.organisation)
    const seat = { network: team.network, team: team.id, id: newId<'seat'>() }
    await saveSeat(house, team, {
      id: seat.id, organisation: given.organisation, rivals: given.rivals ? us : undefined, parts: parts.map(({ id: part, version }) => ({ id: part, version })),
      words: { forName: given.name, note: given.note },
    })
    if (given.rivals) await saveScope(house, seat, { number: 1, purpose: given.purpose ?? team.says, scope: given.scope ?? '', neverDiscussed: given.neverDiscussed.length > 0 ? given.neverDiscussed : NEVER_DISCUSSED, proposedBy: us, proposedAt: house.now, leadAgreedAt: house.now })
    for (const share of given.unit ? given.shares : []) await sayShare(house, seat, share.part, { side: 'lead', what: 'promised', figure: share.figure, unit: given.unit ?? 'percent' })
    const made = await ask(house, {
      kind: SEAT, network: team.network, from: { person: house.actor.person, organisation: us }, to: { organisation: given.organisation, name: given.name, email: given.email },
      subject: { team: team.id, seat: seat.id }, answerBy: new Date(house.now.getTime() + DAYS_TO_ANSWER * 86_400_000),
    })
    await markSeat(house, seat, { ask_id: made.id })
    await audit(house, { chain: `team:${team.id}`, act: 'seat.asked', subject: seat.id, detail: { organisation: given.organisation ?? null, rivals: given.rivals } })
    await house.emit('team.changed', { network: team.network, team: team.id })
    return { seat: seat.id }
  })
}

async function partsFor(house: Tx, team: Team, given: z.output<typeof invitationInput>): Promise<readonly Part[]> {
  const known = await listParts(house, team), wanted = known.filter((part) => given.parts.includes(part.id))
  const problems = [
    ...(wanted.length === 0 ? [{ field: 'parts', sentence: 'Choose at least one part for them.' }] : []),
    ...(!given.organisation && !given.name && !given.email ? [{ field: 'name', sentence: 'Say who it is for, so that you know the link again.' }] : []),
    ...(given.rivals && !given.scope ? [{ field: 'scope', sentence: 'Between rivals, say first who does what.' }] : []),
    ...(given.unit === 'percent' && given.shares.some((share) => share.figure > 100) ? [{ field: 'shares', sentence: 'A share cannot be more than 100 %.' }] : []),
    ...(given.shares.some((share) => !given.parts.includes(share.part)) ? [{ field: 'shares', sentence: 'A share is promised only for a part they are asked to do.' }] : []),
  ]
  if (problems.length > 0) throw new Invalid(problems)
  const seats = await listSeats(house, team)
  for (const part of wanted) {
    if (holdings(seats).has(part.id)) throw new PartTaken()
    if (given.organisation && seats.some((seat) => isOpen(seat) && seat.organisation === given.organisation && seat.parts.some((one) => one.part === part.id))) throw new AlreadySits()
  }
  return wanted
}

/** Only somebody the lead may see can be asked by name; others by a link. */
async function mustBeThere(ctx: Ctx, house: Tx, team: Team, organisation: Id<'organisation'> | undefined): Promise<void> {
  if (!organisation) return
  if (organisation === team.lead) throw new AlreadySits()
  const found = ctx.actor.by === 'house' ? await findOrganisation(house, organisation) : await house.as(ctx.actor).read((tx) => findOrganisation(tx, organisation))
  if (!found || found.standing.is === 'closed') throw new Invalid([{ field: 'organisation', sentence: 'This organisation is not shown to you. Send a link instead.' }])
}
