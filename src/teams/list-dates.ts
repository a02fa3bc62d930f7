import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { actingFor } from '../organisations/index.ts'
import { entryInSight, partInSight, teamInSight } from './scope.ts'

export type TeamDate = { readonly id: string; readonly team: Id<'team'>; readonly title: string; readonly says: string; readonly on: string; readonly untilOn?: string; readonly changedAt: Date }

/** Days written in the rooms of teams under way, from a day on: those that the asker may see. */
export async function listRoomDates(tx: Tx, from: string, most: number): Promise<readonly TeamDate[]> {
  const rows = await tx.db.selectFrom('team_entry as e').innerJoin('team as t', (join) => join.onRef('t.network_id', '=', 'e.network_id').onRef('t.id', '=', 'e.team_id'))
    .where('e.kind', '=', 'date').where('e.removed_at', 'is', null).where('e.on_day', '>=', from).where('t.finished_at', 'is', null).where('t.ended_at', 'is', null)
    .where(teamInSight(tx, 't')).where(entryInSight(tx, 'e')).select(['e.id', 'e.team_id', 't.title', 'e.says', 'e.on_day', 'e.made_at']).orderBy('e.on_day').orderBy('e.id').limit(most).execute()
  return rows.flatMap((row) => (row.on_day ? [{ id: row.id, team: row.team_id as Id<'team'>, title: row.title, says: row.says, on: row.on_day, changedAt: row.made_at }] : [])) // a column of team ids
}

/** The parts we hold that have days of their own, of teams under way. */
export async function listDatesOfOurParts(tx: Tx, from: string, most: number): Promise<readonly TeamDate[]> {
  const rows = await tx.db.selectFrom('seat_part as h').innerJoin('seat as s', (join) => join.onRef('s.network_id', '=', 'h.network_id').onRef('s.id', '=', 'h.seat_id').onRef('s.team_id', '=', 'h.team_id'))
    .innerJoin('team_part as p', (join) => join.onRef('p.network_id', '=', 'h.network_id').onRef('p.team_id', '=', 'h.team_id').onRef('p.id', '=', 'h.part_id'))
    .innerJoin('team as t', (join) => join.onRef('t.network_id', '=', 'h.network_id').onRef('t.id', '=', 'h.team_id'))
    .where('s.organisation_id', '=', actingFor(tx)).where('s.taken_at', 'is not', null).where('s.left_at', 'is', null).where('h.held_at', 'is not', null).where('h.given_up_at', 'is', null)
    .where('p.removed_at', 'is', null).where('p.starts_on', 'is not', null).where((at) => at.or([at('p.ends_on', '>=', from), at('p.starts_on', '>=', from)])).where('t.finished_at', 'is', null).where('t.ended_at', 'is', null)
    .where(teamInSight(tx, 't')).where(partInSight(tx, 'p')).select(['p.id', 'p.team_id', 't.title', 'p.says', 'p.starts_on', 'p.ends_on', 'p.changed_at']).orderBy('p.starts_on').orderBy('p.id').limit(most).execute()
  return rows.flatMap((row) => (row.starts_on ? [{ id: row.id, team: row.team_id as Id<'team'>, title: row.title, says: row.says, on: row.starts_on, untilOn: row.ends_on ?? undefined, changedAt: row.changed_at }] : [])) // a column of team ids
}
