import { z } from 'zod'
import { answerByLink, readAskByLink, type Answered } from '../asks/index.ts'
import { listClaims } from '../answers/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse, text, tick } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { findRole } from '../organisations/index.ts'
import { NotInTheTeam, ScopeFirst, SeatAnswered, WordsChanged } from './errors.ts'
import { scopeFields } from './invite-to-seat.ts'
import { readInvitation, SEAT } from './seat-kind.ts'
import { getSeat, listScopes, markScope, markSeat, markSeatPart, saveScope } from './seat-store.ts'
import { isOpen, NEVER_DISCUSSED, sits, type Scope, type Seat } from './seat.ts'
import { leading, takingPart } from './stand-in.ts'
import { listOf } from './start-team.ts'
import { holdTeam } from './team-store.ts'
import type { Part, Team } from './team.ts'
import { tellLead, tellMember } from './word-to.ts'

export type Invitation = { readonly seat: Seat; readonly team: Team; readonly parts: readonly Part[]; readonly lead: string; readonly scopes: readonly Scope[] }

/** What whoever holds the link is asked, looked at without answering. */
export function readInvitationByLink(ctx: Ctx, token: string): Promise<Invitation> {
  return asHouse(ctx).read(async (house) => {
    const { ask } = await readAskByLink(house, token)
    if (ask.kind !== SEAT) throw new NotFound()
    const found = await readInvitation(house, ask)
    return { ...found, scopes: found.seat.rivalsAt ? await listScopes(house, found.team, found.seat.id) : [] }
  })
}

export const takingInput = z.strictObject({
  /** The wording that was on the page, so that nobody agrees to words they have not seen. */
  seen: z.coerce.number().int().optional(),
  agree: tick,
  /** Parts whose proof they stand by today. */
  proof: listOf<'team part'>('That part', 30),
})

/** Takes the seat offered by this link: agrees to the words first where the two are rivals, and stands by one's own proof where one says so. */
export function takeSeat(ctx: Ctx, token: string, input: unknown): Promise<Answered> {
  const given = parse(takingInput, input)
  return asHouse(ctx).transaction(async (house) => {
    const { seat: asked, team, scopes } = await readInTurn(house, token)
    const newest = scopes[0]
    if (asked.rivalsAt && newest && !newest.holderAgreedAt) {
      if (!given.agree) throw new Invalid([{ field: 'agree', sentence: 'Read the words on purpose and scope, and tick this if you agree to them.' }])
      if (given.seen !== newest.number) throw new WordsChanged()
      if (!newest.leadAgreedAt) throw new ScopeFirst()
      await markScope(house, asked, newest.number, 'holder')
      await audit(house, { chain: `team:${team.id}`, act: 'scope.agreed', subject: asked.id, detail: { number: newest.number, side: 'holder' } })
    }
    const answered = await answerByLink(house, token, 'accept')
    for (const part of asked.parts.filter((one) => given.proof.includes(one.part))) await markSeatPart(house, asked, part.part, { proof_confirmed_at: house.now })
    return answered
  })
}

/** The turn comes before everything that is decided on, and before the question itself, as everywhere in this room. */
async function readInTurn(house: Tx, token: string): Promise<Invitation> {
  const { team } = await readInvitationByLink(house, token)
  await holdTeam(house, team.network, team.id)
  return readInvitationByLink(house, token)
}

export const suggestionInput = z.strictObject({ suggests: text('Whom you suggest', 300) })

export function suggestAnother(ctx: Ctx, token: string, input: unknown): Promise<Answered> {
  return answerByLink(ctx, token, 'suggest', parse(suggestionInput, input).suggests)
}

export const otherWordsInput = z.strictObject({ ...scopeFields, seen: z.coerce.number().int().optional() })

/** Other words on purpose and scope, from whoever was asked. The lead reads them and agrees, or not; the seat waits meanwhile. */
export function suggestWords(ctx: Ctx, token: string, input: unknown): Promise<void> {
  const given = parse(otherWordsInput, input)
  return asHouse(ctx).transaction(async (house) => {
    const { seat, team, scopes } = await readInTurn(house, token)
    const newest = scopes[0]
    if (!seat.rivalsAt || !newest) throw new NotFound()
    if (given.seen !== newest.number) throw new WordsChanged()
    const us = await holderIn(house, seat)
    if (!seat.organisation) await markSeat(house, seat, { organisation_id: us })
    await saveScope(house, seat, wording(newest, given, us, house.now, 'holder'))
    await audit(house, { chain: `team:${team.id}`, act: 'scope.proposed', subject: seat.id, detail: { number: newest.number + 1, side: 'holder' } })
    await tellLead(house, team, 'teams.words', { seat: seat.id, organisation: us })
  })
}

/** The lead agrees to the newest words, or puts other words beside them. */
export function agreeWords(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, input: unknown): Promise<void> {
  const given = parse(z.strictObject({ seen: z.coerce.number().int() }), input)
  return leading(ctx, id, async (house, team) => {
    const { seat, newest } = await wordsOf(house, team, seatId)
    if (given.seen !== newest.number) throw new WordsChanged()
    await markScope(house, seat, newest.number, 'lead')
    await audit(house, { chain: `team:${team.id}`, act: 'scope.agreed', subject: seat.id, detail: { number: newest.number, side: 'lead' } })
    if (seat.organisation) await tellMember(house, team, seat.organisation, 'teams.agreed')
  })
}

export function proposeWords(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, input: unknown): Promise<void> {
  const given = parse(otherWordsInput, input)
  return leading(ctx, id, async (house, team, us) => {
    const { seat, newest } = await wordsOf(house, team, seatId)
    if (given.seen !== undefined && given.seen !== newest.number) throw new WordsChanged()
    await saveScope(house, seat, wording(newest, given, us, house.now, 'lead'))
    await audit(house, { chain: `team:${team.id}`, act: 'scope.proposed', subject: seat.id, detail: { number: newest.number + 1, side: 'lead' } })
  })
}

async function wordsOf(house: Tx, team: Team, id: Id<'seat'>): Promise<{ seat: Seat; newest: Scope }> {
  const seat = await getSeat(house, team, id)
  const newest = (await listScopes(house, team, id))[0]
  if (!newest) throw new NotFound()
  if (!isOpen(seat)) throw new SeatAnswered()
  return { seat, newest }
}

function wording(before: Scope, given: z.output<typeof otherWordsInput>, by: Id<'organisation'>, at: Date, side: 'lead' | 'holder'): Scope {
  return {
    number: before.number + 1, purpose: given.purpose ?? before.purpose, scope: given.scope ?? before.scope, neverDiscussed: given.neverDiscussed.length > 0 ? given.neverDiscussed : before.neverDiscussed.length > 0 ? before.neverDiscussed : NEVER_DISCUSSED,
    proposedBy: by, proposedAt: at, ...(side === 'lead' ? { leadAgreedAt: at } : { holderAgreedAt: at }),
  }
}

async function holderIn(house: Tx, seat: Seat): Promise<Id<'organisation'>> {
  if (seat.organisation) return seat.organisation
  const { person, organisation } = house.actor
  if (!organisation || !person || !(await findRole(house, organisation, person))) throw new NotInTheTeam()
  return organisation
}

/** A member stands by its own proof, or says that it no longer does. Nobody says so for it. */
export function sayProof(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, part: Id<'team part'>, input: unknown): Promise<void> {
  const given = parse(z.strictObject({ stands: tick }), input)
  return takingPart(ctx, id, async (house, team, us) => {
    const seat = await getSeat(house, team, seatId)
    if (seat.organisation !== us || !sits(seat) || !seat.parts.some((one) => one.part === part)) throw new NotFound()
    await markSeatPart(house, seat, part, given.stands ? { proof_confirmed_at: house.now, proof_denied_at: null } : { proof_denied_at: house.now, proof_confirmed_at: null })
    if (us !== team.lead) await tellLead(house, team, 'teams.proof', { seat: seat.id, organisation: us })
  })
}

/** What of one's own could stand behind a part: one's claims of that capability, as one sees them oneself. */
export async function ownClaimsFor(house: Tx, organisation: Id<'organisation'>, parts: readonly Part[]) {
  const claims = await listClaims(house, organisation)
  return new Map(parts.map((part) => [part.id, claims.find((claim) => claim.capability && claim.capability === part.capability)]))
}
