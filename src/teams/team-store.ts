import type { Selectable } from 'kysely'
import type { Team as TeamRow, TeamPart as PartRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { partInSight, teamInSight } from './scope.ts'
import type { Part, Team, TeamState } from './team.ts'

const seen = (tx: Tx) => tx.db.selectFrom('team as t').selectAll('t').where(teamInSight(tx, 't'))

export async function findTeam(tx: Tx, id: Id<'team'>): Promise<Team | undefined> {
  const row = await seen(tx).where('t.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function getTeam(tx: Tx, id: Id<'team'>): Promise<Team> {
  const team = await findTeam(tx, id)
  if (!team) throw new NotFound('There is no such team, or you are not in it.')
  return team
}

/** The teams we lead or sit in: those under way first, the newest first. */
export async function listTeams(tx: Tx, { most = 50, past = 0, over = false }: { most?: number; past?: number; over?: boolean } = {}): Promise<readonly Team[]> {
  let query = seen(tx)
  query = over ? query.where((at) => at.or([at('t.finished_at', 'is not', null), at('t.ended_at', 'is not', null)])) : query.where('t.finished_at', 'is', null).where('t.ended_at', 'is', null)
  return (await query.orderBy('t.made_at', 'desc').orderBy('t.id').limit(most).offset(past).execute()).map(fromRow)
}

export async function countTeams(tx: Tx, over: boolean): Promise<number> {
  const query = tx.db.selectFrom('team as t').where(teamInSight(tx, 't')).select((at) => at.fn.countAll<number>().as('count'))
  const row = await (over ? query.where((at) => at.or([at('t.finished_at', 'is not', null), at('t.ended_at', 'is not', null)])) : query.where('t.finished_at', 'is', null).where('t.ended_at', 'is', null)).executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function listTeamsForBrief(tx: Tx, network: Id<'network'>, brief: Id<'brief'>): Promise<readonly Team[]> {
  return (await seen(tx).where('t.network_id', '=', network).where('t.brief_id', '=', brief).orderBy('t.made_at', 'desc').orderBy('t.id').limit(50).execute()).map(fromRow)
}

/** As the house: takes the turn in a team until the transaction ends, so that decisions come one after the other, each seeing the one before. */
export async function holdTeam(house: Tx, network: Id<'network'>, id: Id<'team'>): Promise<Team> {
  const row = await house.db.updateTable('team').set((at) => ({ turn: at('turn', '+', 1) })).where('network_id', '=', network).where('id', '=', id).returningAll().executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

export type NewTeam = Omit<Team, 'state' | 'briefChangedAt'>

export async function saveTeam(house: Tx, team: NewTeam): Promise<void> {
  await house.db.insertInto('team').values({
    network_id: team.network, id: team.id, lead_organisation_id: team.lead, brief_id: team.brief ?? null, title: team.title, says: team.says, answer_by: team.answerBy ?? null,
    starts_on: team.startsOn ?? null, ends_on: team.endsOn ?? null, made_at: team.madeAt, made_by: house.actor.person ?? null,
  }).execute()
}

export async function markTeam(house: Tx, { network, id }: Pick<Team, 'network' | 'id'>, set: { title?: string; says?: string; finished_at?: Date; finished_by?: string; ended_at?: Date; ended_by?: string; ended_because?: string; brief_changed_at?: Date | null }): Promise<void> {
  await house.db.updateTable('team').set(set).where('network_id', '=', network).where('id', '=', id).execute()
}

export async function listParts(tx: Tx, { network, id }: Pick<Team, 'network' | 'id'>): Promise<readonly Part[]> {
  const rows = await tx.db.selectFrom('team_part as p').selectAll('p').where('p.network_id', '=', network).where('p.team_id', '=', id).where('p.removed_at', 'is', null).where(partInSight(tx, 'p'))
    .orderBy('p.position').orderBy('p.id').execute()
  return rows.map(partFromRow)
}

export async function getPart(tx: Tx, team: Pick<Team, 'network' | 'id'>, id: Id<'team part'>): Promise<Part> {
  const row = await tx.db.selectFrom('team_part as p').selectAll('p').where('p.network_id', '=', team.network).where('p.team_id', '=', team.id).where('p.id', '=', id).where('p.removed_at', 'is', null).where(partInSight(tx, 'p')).executeTakeFirst()
  if (!row) throw new NotFound('There is no such part, or it is not shown to you.')
  return partFromRow(row)
}

export async function saveParts(house: Tx, { network, id }: Pick<Team, 'network' | 'id'>, parts: readonly Part[], from = 0): Promise<void> {
  if (parts.length === 0) return
  await house.db.insertInto('team_part').values(parts.map((part, at) => ({
    network_id: network, team_id: id, id: part.id, position: from + at, version: part.version, changed_at: house.now, brief_part_id: part.briefPart ?? null,
    need_to_know_at: part.needToKnow ? house.now : null, need_to_know_by: part.needToKnow ? house.actor.person : null, ...columnsOf(part),
  }))).execute()
}

export type PartWords = Omit<Part, 'id' | 'version' | 'briefPart' | 'needToKnow'>

const columnsOf = (part: PartWords) => ({
  says: part.says, capability_id: part.capability ?? null, need: part.need, size: part.size ?? null, starts_on: part.startsOn ?? null, ends_on: part.endsOn ?? null,
  district: part.district ?? null, details: part.details ?? null,
})

/** New words for a part; whoever was asked for it, or holds it, was asked for the old ones. Returns the new version. */
export async function savePartWords(house: Tx, team: Pick<Team, 'network' | 'id'>, id: Id<'team part'>, words: PartWords, sameWork: boolean): Promise<number> {
  const row = await house.db.updateTable('team_part').set((at) => ({ ...columnsOf(words), ...(sameWork ? {} : { version: at('version', '+', 1), changed_at: house.now }) }))
    .where('network_id', '=', team.network).where('team_id', '=', team.id).where('id', '=', id).returning('version').executeTakeFirst()
  if (!row) throw new NotFound()
  return row.version
}

export async function markPart(house: Tx, team: Pick<Team, 'network' | 'id'>, id: Id<'team part'>, set: { removed_at?: Date; need_to_know_at?: Date | null; need_to_know_by?: string | null }): Promise<void> {
  await house.db.updateTable('team_part').set(set).where('network_id', '=', team.network).where('team_id', '=', team.id).where('id', '=', id).execute()
}

function fromRow(row: Selectable<TeamRow>): Team {
  return {
    // Ids come from columns of that kind.
    network: row.network_id as Id<'network'>, id: row.id as Id<'team'>, lead: row.lead_organisation_id as Id<'organisation'>, brief: (row.brief_id ?? undefined) as Id<'brief'> | undefined,
    title: row.title, says: row.says, answerBy: row.answer_by ?? undefined, startsOn: row.starts_on ?? undefined, endsOn: row.ends_on ?? undefined, madeAt: row.made_at,
    briefChangedAt: row.brief_changed_at ?? undefined, state: stateOf(row),
  }
}

function stateOf(row: Selectable<TeamRow>): TeamState {
  if (row.finished_at) return { is: 'finished', at: row.finished_at }
  if (row.ended_at) return { is: 'ended', at: row.ended_at, because: row.ended_because ?? undefined }
  return { is: 'open' }
}

function partFromRow(row: Selectable<PartRow>): Part {
  return {
    id: row.id as Id<'team part'>, says: row.says, capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, need: row.need as Part['need'], // columns of those ids; need is checked by the database
    size: row.size ?? undefined, startsOn: row.starts_on ?? undefined, endsOn: row.ends_on ?? undefined, district: row.district ?? undefined, details: row.details ?? undefined,
    version: row.version, briefPart: (row.brief_part_id ?? undefined) as Id<'part'> | undefined, needToKnow: row.need_to_know_at !== null,
  }
}
