import type { Selectable } from 'kysely'
import type { Seat as SeatRow, SeatPart as SeatPartRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { betweenTwo, seatInSight, seatPartInSight } from './scope.ts'
import type { ClosedBecause, ProofWord, Scope, Seat, SeatPart, SeatState, SeatWords } from './seat.ts'
import type { Team } from './team.ts'

type TeamKey = Pick<Team, 'network' | 'id'>

/** The seats the asker may see, those invited first first, each with the parts they may know of. */
export async function listSeats(tx: Tx, { network, id }: TeamKey): Promise<readonly Seat[]> {
  const rows = await tx.db.selectFrom('seat as s').selectAll('s').where('s.network_id', '=', network).where('s.team_id', '=', id).where(seatInSight(tx, 's')).orderBy('s.invited_at').orderBy('s.id').execute()
  return withParts(tx, rows)
}

export async function getSeat(tx: Tx, team: TeamKey, id: Id<'seat'>): Promise<Seat> {
  const rows = await tx.db.selectFrom('seat as s').selectAll('s').where('s.network_id', '=', team.network).where('s.team_id', '=', team.id).where('s.id', '=', id).where(seatInSight(tx, 's')).execute()
  const [seat] = await withParts(tx, rows)
  if (!seat) throw new NotFound('There is no such seat, or it is not shown to you.')
  return seat
}

/** As the house: a seat by its id alone, from an ask. */
export async function getSeatById(house: Tx, id: Id<'seat'>): Promise<Seat> {
  const [seat] = await withParts(house, await house.db.selectFrom('seat as s').selectAll('s').where('s.id', '=', id).where(seatInSight(house, 's')).execute())
  if (!seat) throw new NotFound()
  return seat
}

async function withParts(tx: Tx, rows: readonly Selectable<SeatRow>[]): Promise<readonly Seat[]> {
  if (rows.length === 0) return []
  const parts = await tx.db.selectFrom('seat_part as sp').selectAll('sp').where('sp.team_id', 'in', [...new Set(rows.map((row) => row.team_id))]).where('sp.seat_id', 'in', rows.map((row) => row.id)).where(seatPartInSight(tx, 'sp')).orderBy('sp.part_id').execute()
  const bySeat = Map.groupBy(parts, (part) => part.seat_id)
  return rows.map((row) => ({
    // Ids come from columns of that kind.
    network: row.network_id as Id<'network'>, team: row.team_id as Id<'team'>, id: row.id as Id<'seat'>, organisation: (row.organisation_id ?? undefined) as Id<'organisation'> | undefined,
    ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined, invitedAt: row.invited_at, nudgedAt: row.nudged_at ?? undefined, rivalsAt: row.rivals_at ?? undefined,
    state: stateOf(row), parts: (bySeat.get(row.id) ?? []).map(partOf),
  }))
}

function stateOf(row: Selectable<SeatRow>): SeatState {
  if (row.left_at) return { is: 'left', at: row.left_at }
  if (row.taken_at) return { is: 'taken', at: row.taken_at }
  if (row.declined_at) return { is: 'declined', at: row.declined_at }
  if (row.withdrawn_at) return { is: 'withdrawn', at: row.withdrawn_at }
  if (row.closed_at) return { is: 'closed', at: row.closed_at, because: row.closed_because as ClosedBecause } // checked by the database
  return { is: 'asked' }
}

function partOf(row: Selectable<SeatPartRow>): SeatPart {
  return {
    part: row.part_id as Id<'team part'>, version: row.version, heldAt: row.held_at ?? undefined, givenUpAt: row.given_up_at ?? undefined, changedAt: row.changed_at ?? undefined, // a column of part ids
    claim: (row.claim_id ?? undefined) as Id<'claim'> | undefined, proof: proofOf(row),
  }
}

function proofOf(row: Selectable<SeatPartRow>): ProofWord {
  if (row.proof_confirmed_at) return { is: 'confirmed', at: row.proof_confirmed_at }
  if (row.proof_denied_at) return { is: 'denied', at: row.proof_denied_at }
  return row.proof_asked_at ? { is: 'asked', at: row.proof_asked_at } : { is: 'not asked' }
}

export type NewSeat = {
  readonly id: Id<'seat'>
  readonly organisation?: Id<'organisation'>
  readonly rivals?: Id<'organisation'>
  readonly parts: readonly { readonly id: Id<'team part'>; readonly version: number; readonly claim?: Id<'claim'> }[]
  readonly words?: SeatWords
  /** Taken as it is made: the lead's own part. */
  readonly takenAt?: Date
}

export async function saveSeat(house: Tx, { network, id }: TeamKey, seat: NewSeat): Promise<void> {
  await house.db.insertInto('seat').values({
    network_id: network, team_id: id, id: seat.id, organisation_id: seat.organisation ?? null, invited_at: house.now, invited_by: house.actor.person ?? null,
    rivals_at: seat.rivals ? house.now : null, rivals_said_by: seat.rivals ?? null, taken_at: seat.takenAt ?? null, taken_by: seat.takenAt ? house.actor.person : null,
  }).execute()
  await house.db.insertInto('seat_part').values(seat.parts.map((part) => ({ network_id: network, team_id: id, seat_id: seat.id, part_id: part.id, version: part.version, claim_id: part.claim ?? null, held_at: seat.takenAt ?? null }))).execute()
  await house.db.insertInto('seat_word').values({ network_id: network, team_id: id, seat_id: seat.id, for_name: seat.words?.forName ?? null, note: seat.words?.note ?? null }).execute()
}

type SeatMarks = {
  organisation_id?: string; ask_id?: string; nudged_at?: Date; rivals_at?: Date; rivals_said_by?: string; taken_at?: Date; taken_by?: string; declined_at?: Date; withdrawn_at?: Date
  closed_at?: Date; closed_because?: ClosedBecause; left_at?: Date
}

export async function markSeat(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, set: SeatMarks): Promise<void> {
  await house.db.updateTable('seat').set(set).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('id', '=', seat.id).execute()
}

/** Ends an invitation, if nobody has done so before. */
export async function endAsked(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, set: Pick<SeatMarks, 'declined_at' | 'withdrawn_at' | 'closed_at' | 'closed_because'>): Promise<boolean> {
  const done = await house.db.updateTable('seat').set(set).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('id', '=', seat.id)
    .where('taken_at', 'is', null).where('declined_at', 'is', null).where('withdrawn_at', 'is', null).where('closed_at', 'is', null).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function saveSeatWords(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, set: { answer_note?: string | null; suggests?: string | null; left_because?: string }): Promise<void> {
  await house.db.updateTable('seat_word').set(set).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('seat_id', '=', seat.id).execute()
}

type PartMarks = {
  version?: number; held_at?: Date; given_up_at?: Date; changed_at?: Date | null; change_ask_id?: string | null; claim_id?: string | null
  proof_asked_at?: Date; proof_ask_id?: string; proof_confirmed_at?: Date | null; proof_denied_at?: Date | null
}

export async function markSeatPart(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, part: Id<'team part'>, set: PartMarks): Promise<void> {
  await house.db.updateTable('seat_part').set(set).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('seat_id', '=', seat.id).where('part_id', '=', part).execute()
}

/** Everything a seat holds is held no longer. */
export async function giveUpParts(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>): Promise<void> {
  await house.db.updateTable('seat_part').set({ given_up_at: house.now }).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('seat_id', '=', seat.id).where('held_at', 'is not', null).where('given_up_at', 'is', null).execute()
}

export async function readSeatWords(tx: Tx, { network, id }: TeamKey): Promise<ReadonlyMap<string, SeatWords>> {
  const rows = await tx.db.selectFrom('seat_word as w').selectAll('w').where('w.network_id', '=', network).where('w.team_id', '=', id).where(betweenTwo(tx, 'w')).execute()
  return new Map(rows.map((row) => [row.seat_id, { forName: row.for_name ?? undefined, note: row.note ?? undefined, answerNote: row.answer_note ?? undefined, suggests: row.suggests ?? undefined, leftBecause: row.left_because ?? undefined }]))
}

/** Every wording two rivals had before them, the newest first. */
export async function listScopes(tx: Tx, { network, id }: TeamKey, seat: Id<'seat'>): Promise<readonly Scope[]> {
  const rows = await tx.db.selectFrom('seat_scope as c').selectAll('c').where('c.network_id', '=', network).where('c.team_id', '=', id).where('c.seat_id', '=', seat).where(betweenTwo(tx, 'c')).orderBy('c.number', 'desc').execute()
  return rows.map((row) => ({
    number: row.number, purpose: row.purpose, scope: row.scope, neverDiscussed: row.never_discussed, proposedBy: row.proposed_by as Id<'organisation'>, proposedAt: row.proposed_at, // a column of organisation ids
    leadAgreedAt: row.lead_agreed_at ?? undefined, holderAgreedAt: row.holder_agreed_at ?? undefined,
  }))
}

export async function saveScope(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, scope: Scope): Promise<void> {
  await house.db.insertInto('seat_scope').values({
    network_id: seat.network, team_id: seat.team, seat_id: seat.id, number: scope.number, purpose: scope.purpose, scope: scope.scope, never_discussed: [...scope.neverDiscussed],
    proposed_by: scope.proposedBy, proposed_at: scope.proposedAt, lead_agreed_at: scope.leadAgreedAt ?? null, lead_agreed_by: scope.leadAgreedAt ? house.actor.person : null,
    holder_agreed_at: scope.holderAgreedAt ?? null, holder_agreed_by: scope.holderAgreedAt ? house.actor.person : null,
  }).execute()
}

export async function markScope(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, number: number, side: 'lead' | 'holder'): Promise<void> {
  const set = side === 'lead' ? { lead_agreed_at: house.now, lead_agreed_by: house.actor.person ?? null } : { holder_agreed_at: house.now, holder_agreed_by: house.actor.person ?? null }
  await house.db.updateTable('seat_scope').set(set).where('network_id', '=', seat.network).where('team_id', '=', seat.team).where('seat_id', '=', seat.id).where('number', '=', number).execute()
}
