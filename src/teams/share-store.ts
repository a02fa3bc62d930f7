import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { betweenTwo, leadOrUs } from './scope.ts'
import type { Seat } from './seat.ts'
import type { Team } from './team.ts'
import type { KeptRecord, Unit, Workshare } from './workshare.ts'

type TeamKey = Pick<Team, 'network' | 'id'>

export async function listShares(tx: Tx, { network, id }: TeamKey): Promise<readonly Workshare[]> {
  const rows = await tx.db.selectFrom('workshare as w').selectAll('w').where('w.network_id', '=', network).where('w.team_id', '=', id).where(betweenTwo(tx, 'w')).orderBy('w.seat_id').orderBy('w.part_id').execute()
  const figure = (value: string | number | null) => (value === null ? undefined : Number(value))
  return rows.map((row) => ({
    seat: row.seat_id as Id<'seat'>, part: row.part_id as Id<'team part'>, unit: row.unit as Unit, // columns of those ids; the unit is checked by the database
    promised: { lead: figure(row.promised_lead), holder: figure(row.promised_holder) }, delivered: { lead: figure(row.delivered_lead), holder: figure(row.delivered_holder) },
    deliveredAt: row.delivered_lead_at ?? row.delivered_holder_at ?? undefined,
  }))
}

/** One side's word on one figure. A new unit starts both sides' promise anew. */
export async function sayShare(house: Tx, seat: Pick<Seat, 'network' | 'team' | 'id'>, part: Id<'team part'>, said: { side: 'lead' | 'holder'; what: 'promised' | 'delivered'; figure: number; unit: Unit }): Promise<void> {
  const column = `${said.what}_${said.side}` as const, at = `${said.what}_${said.side}_at` as const
  await house.db.insertInto('workshare').values({ network_id: seat.network, team_id: seat.team, seat_id: seat.id, part_id: part, unit: said.unit, [column]: said.figure, [at]: house.now })
    .onConflict((conflict) => conflict.columns(['network_id', 'team_id', 'seat_id', 'part_id']).doUpdateSet({ [column]: said.figure, [at]: house.now })).execute()
}

/** How a lead has kept the promises that both sides confirmed, in all its teams: counts, and never whose they were. As the house. */
export async function readKeptRecord(house: Tx, lead: Id<'organisation'>): Promise<KeptRecord> {
  const row = await house.db.selectFrom('workshare as w').innerJoin('team as t', (join) => join.onRef('t.network_id', '=', 'w.network_id').onRef('t.id', '=', 'w.team_id'))
    .innerJoin('seat as s', (join) => join.onRef('s.network_id', '=', 'w.network_id').onRef('s.team_id', '=', 'w.team_id').onRef('s.id', '=', 'w.seat_id'))
    .where('t.lead_organisation_id', '=', lead).where('s.organisation_id', '<>', lead).whereRef('w.promised_lead', '=', 'w.promised_holder').whereRef('w.delivered_lead', '=', 'w.delivered_holder')
    .select((at) => [at.fn.countAll<number>().as('settled'), sql<number>`count(*) filter (where w.delivered_lead >= w.promised_lead)`.as('kept')]).executeTakeFirstOrThrow()
  return { kept: Number(row.kept), settled: Number(row.settled) }
}

export type CapacityAnswer = 'yes' | 'from' | 'partly' | 'no'
export type Capacity = { readonly id: Id<'team capacity'>; readonly organisation: Id<'organisation'>; readonly askedAt: Date; readonly answer?: CapacityAnswer; readonly from?: string; readonly says?: string; readonly endedAt?: Date }

/** What each was asked about its capacity last. */
export async function listCapacities(tx: Tx, { network, id }: TeamKey): Promise<ReadonlyMap<string, Capacity>> {
  const rows = await tx.db.selectFrom('team_capacity as c').selectAll('c').where('c.network_id', '=', network).where('c.team_id', '=', id).where(leadOrUs(tx, 'c')).orderBy('c.asked_at').orderBy('c.id').execute()
  return new Map(rows.map((row) => [row.organisation_id, {
    id: row.id as Id<'team capacity'>, organisation: row.organisation_id as Id<'organisation'>, askedAt: row.asked_at, answer: (row.answer ?? undefined) as CapacityAnswer | undefined, // columns of those ids; checked by the database
    from: row.from_on ?? undefined, says: row.says ?? undefined, endedAt: row.ended_at ?? undefined,
  }]))
}

export async function saveCapacityAsk(house: Tx, { network, id }: TeamKey, made: { id: Id<'team capacity'>; organisation: Id<'organisation'>; ask: Id<'ask'> }): Promise<void> {
  await house.db.insertInto('team_capacity').values({ network_id: network, team_id: id, id: made.id, organisation_id: made.organisation, ask_id: made.ask, asked_at: house.now, asked_by: house.actor.person ?? null }).execute()
}

export async function saveCapacityAnswer(house: Tx, id: Id<'team capacity'>, set: { answered_at?: Date; answer?: CapacityAnswer; from_on?: string; says?: string; ended_at?: Date }): Promise<void> {
  await house.db.updateTable('team_capacity').set(set).where('id', '=', id).execute()
}

export function capacityInWords({ answer, from, says, endedAt }: Capacity, day: (on: string) => string): string {
  if (!answer) return endedAt ? 'No reply' : 'Asked'
  const words = { yes: 'Yes', from: from ? `Yes, from ${day(from)}` : 'Yes', partly: 'Partly', no: 'No' }[answer]
  return says ? `${words}: ${says}` : words
}
