import { sql, type Selectable } from 'kysely'
import type { Partnership as Row, PartnershipSide as SideRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import { inOrder, type Met, type Pair, type Partnership, type Stage, type Standing, type Through } from './partnership.ts'
import { isOurs } from './scope.ts'

/** A partnership with one of its sides: that of the asker, or for the house of whoever is named. */
function seen(tx: Tx) {
  return tx.db.selectFrom('partnership_side as s').innerJoin('partnership as p', 'p.id', 's.partnership_id').where(isOurs(tx, 's.organisation_id'))
}

export async function findPartnershipById(tx: Tx, us: Id<'organisation'>, id: Id<'partnership'>): Promise<Partnership | undefined> {
  const row = await seen(tx).where('s.organisation_id', '=', us).where('s.partnership_id', '=', id).selectAll(['p', 's']).executeTakeFirst()
  return row && fromRow(row)
}

/** The bond of two, as the first of them sees it. */
export async function findPartnership(tx: Tx, one: Id<'organisation'>, other: Id<'organisation'>): Promise<Partnership | undefined> {
  const row = await seen(tx).where('s.organisation_id', '=', one).where('s.partner_id', '=', other).selectAll(['p', 's']).executeTakeFirst()
  return row && fromRow(row)
}

export type Filter = { readonly stage?: Stage; readonly standing?: 'agreed' | 'waiting' | 'resting' | 'ended' }
export type PartnershipPage = { readonly partnerships: readonly Partnership[]; readonly total: number }

/** A page of an organisation's partnerships, by name: without a filter all that have not ended. */
export async function listPartnerships(tx: Tx, us: Id<'organisation'>, wanted: Filter & { limit?: number; offset?: number } = {}): Promise<PartnershipPage> {
  const query = filtered(seen(tx).where('s.organisation_id', '=', us), wanted)
  const rows = await query.selectAll(['p', 's']).orderBy(sql`lower(s.called)`).orderBy('s.partnership_id').limit(wanted.limit ?? 50).offset(wanted.offset ?? 0).execute()
  const { total } = await query.select((at) => at.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { partnerships: rows.map(fromRow), total }
}

/** All of an organisation's partnerships that both agreed and that have not ended, by name. */
export async function listPartnershipsOf(tx: Tx, us: Id<'organisation'>, most = 500): Promise<readonly Partnership[]> {
  const rows = await seen(tx).where('s.organisation_id', '=', us).where('p.agreed_at', 'is not', null).where('p.ended_at', 'is', null)
    .selectAll(['p', 's']).orderBy(sql`lower(s.called)`).orderBy('s.partnership_id').limit(most).execute()
  return rows.map(fromRow)
}

/** Partners one may turn to with a question today: agreed, not resting, not ended. */
export async function listPartnersToAsk(tx: Tx): Promise<readonly { readonly id: Id<'organisation'>; readonly name: string; readonly partnership: Id<'partnership'>; readonly stage: Stage }[]> {
  if (!tx.actor.organisation) return []
  const found = await listPartnershipsOf(tx, tx.actor.organisation)
  return found.filter((one) => one.standing.is === 'agreed').map(({ id, partner, stage }) => ({ ...partner, partnership: id, stage }))
}

type Query = ReturnType<typeof seen>

function filtered(query: Query, { stage, standing }: Filter): Query {
  const one = stage ? query.where('p.stage', '=', stage) : query
  switch (standing) {
    case 'agreed': return one.where('p.agreed_at', 'is not', null).where('p.ended_at', 'is', null).where('p.resting_since', 'is', null)
    case 'waiting': return one.where('p.agreed_at', 'is', null).where('p.ended_at', 'is', null)
    case 'resting': return one.where('p.resting_since', 'is not', null).where('p.ended_at', 'is', null)
    case 'ended': return one.where('p.ended_at', 'is not', null)
    case undefined: return one.where('p.ended_at', 'is', null)
  }
}

/** The two rows of a partnership, held until the end of the transaction. For the house, once it asked who may. */
export async function holdPartnership(tx: Tx, id: Id<'partnership'>): Promise<Selectable<Row> | undefined> {
  return tx.db.selectFrom('partnership').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function holdPair(tx: Tx, one: Id<'organisation'>, other: Id<'organisation'>): Promise<Selectable<Row> | undefined> {
  const [first, second] = inOrder(one, other)
  return tx.db.selectFrom('partnership').selectAll().where('one_id', '=', first).where('other_id', '=', second).forUpdate().executeTakeFirst()
}

export type NewPartnership = {
  readonly between: Pair
  readonly by: Id<'organisation'>
  readonly at: Date
  readonly agreedAt?: Date
  readonly stage: Stage
  readonly met?: Met
  readonly aim?: string
  readonly next?: { readonly says: string; readonly on?: string }
}

/** Brings a pair into being; nothing where it is there already, so that of two at once one comes after the other. */
export async function savePartnership(tx: Tx, { between, by, at, agreedAt, stage, met = {}, aim, next }: NewPartnership): Promise<Id<'partnership'> | undefined> {
  const [one_id, other_id] = inOrder(...between)
  const row = await tx.db.insertInto('partnership').values({
    id: newId<'partnership'>(), one_id, other_id, noted_by_organisation: by, noted_by: tx.actor.person, noted_at: at, agreed_at: agreedAt, stage,
    met_through: met.through, met_what: met.what, met_by: met.by, met_on: met.on, aim, next_says: next?.says, next_on: next?.on, last_moment_at: at,
  }).onConflict((on) => on.columns(['one_id', 'other_id']).doNothing()).returning('id').executeTakeFirst()
  return row?.id as Id<'partnership'> | undefined // the id just made
}

export type NewSide = { readonly organisation: Id<'organisation'>; readonly partnership: Id<'partnership'>; readonly partner: Id<'organisation'>; readonly called: string; readonly stage: Stage; readonly shows?: Sight; readonly quietMonths?: number }

/** A side that is there already stays as it is. What is not said follows the organisation's habit. */
export async function saveSide(tx: Tx, side: NewSide): Promise<void> {
  const habit = await findHabit(tx, side.organisation)
  await tx.db.insertInto('partnership_side').values({
    organisation_id: side.organisation, partnership_id: side.partnership, partner_id: side.partner, called: side.called, said_stage: side.stage,
    shows: side.shows ?? habit?.shows ?? 'only_us', ...(side.quietMonths ?? habit ? { quiet_months: side.quietMonths ?? habit?.quietMonths } : {}),
  }).onConflict((on) => on.columns(['organisation_id', 'partnership_id']).doNothing()).execute()
}

export type SharedChange = Partial<Pick<Row, 'aim' | 'met_by' | 'met_on' | 'met_through' | 'met_what' | 'next_on' | 'next_says' | 'resting_by' | 'stage' | 'ended_by'>> & { agreed_at?: Date | null; resting_since?: Date | null; ended_at?: Date | null; last_moment_at?: Date }

export async function changeShared(tx: Tx, id: Id<'partnership'>, set: SharedChange): Promise<void> {
  await tx.db.updateTable('partnership').set(set).where('id', '=', id).execute()
}

export type SideChange = { said_stage?: Stage; shows?: Sight; quiet_months?: number; quiet_told_at?: Date | null; ask_id?: string | null; asked_at?: Date | null; declined_at?: Date | null; resting_because?: string | null; ended_because?: string | null; called?: string }

export async function changeSide(tx: Tx, organisation: Id<'organisation'>, id: Id<'partnership'>, set: SideChange): Promise<void> {
  await tx.db.updateTable('partnership_side').set(set).where('organisation_id', '=', organisation).where('partnership_id', '=', id).execute()
}

/** Both sides of a pair, for the house. */
export function listSides(tx: Tx, id: Id<'partnership'>) {
  return tx.db.selectFrom('partnership_side').selectAll().where('partnership_id', '=', id).orderBy('organisation_id').execute()
}

export async function deletePartnership(tx: Tx, id: Id<'partnership'>): Promise<void> {
  await tx.db.deleteFrom('partnership').where('id', '=', id).execute()
}

export type Habit = { readonly shows: Sight; readonly quietMonths: number }

export async function findHabit(tx: Tx, organisation: Id<'organisation'>): Promise<Habit | undefined> {
  const row = await tx.db.selectFrom('partnership_habit as h').where('h.organisation_id', '=', organisation).where(isOurs(tx, 'h.organisation_id')).select(['h.shows', 'h.quiet_months']).executeTakeFirst()
  return row && { shows: asSight(row.shows), quietMonths: row.quiet_months }
}

export async function saveHabit(tx: Tx, organisation: Id<'organisation'>, { shows, quietMonths }: Habit): Promise<void> {
  const said = { shows, quiet_months: quietMonths, said_at: tx.now, said_by: tx.actor.person ?? null }
  await tx.db.insertInto('partnership_habit').values({ organisation_id: organisation, ...said }).onConflict((on) => on.column('organisation_id').doUpdateSet(said)).execute()
}

/** All of an organisation's partnerships, each from its own side. For the house. */
export async function listAllOf(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Partnership[]> {
  return (await seen(tx).where('s.organisation_id', '=', organisation).selectAll(['p', 's']).orderBy('s.partnership_id').execute()).map(fromRow)
}

/** Who noted a partnership with an organisation before it was here, and was not told no. For the house. */
export async function listWaitingFor(tx: Tx, partner: Id<'organisation'>): Promise<readonly { by: Id<'organisation'>; partnership: Id<'partnership'> }[]> {
  const rows = await seen(tx).where('s.partner_id', '=', partner).where('p.agreed_at', 'is', null).where('s.ask_id', 'is', null).where('s.declined_at', 'is', null)
    .select(['s.organisation_id', 's.partnership_id']).orderBy('s.partnership_id').execute()
  return rows.map((row) => ({ by: row.organisation_id as Id<'organisation'>, partnership: row.partnership_id as Id<'partnership'> })) // columns of those ids
}

/** The partner's name, kept true for those who agreed. For the house. */
export async function renamePartner(tx: Tx, organisation: Id<'organisation'>, name: string): Promise<void> {
  await sql`update partnership_side s set called = ${name} from partnership p
    where s.partner_id = ${organisation}::uuid and p.id = s.partnership_id and p.agreed_at is not null and s.called <> ${name}`.execute(tx.db)
}

function fromRow(row: Selectable<Row> & Selectable<SideRow>): Partnership {
  // Ids come from columns of that kind; words are checked by the database.
  return {
    id: row.partnership_id as Id<'partnership'>, us: row.organisation_id as Id<'organisation'>, partner: { id: row.partner_id as Id<'organisation'>, name: row.called },
    stage: row.stage as Stage, standing: standingOf(row), noted: { by: row.noted_by_organisation as Id<'organisation'>, at: row.noted_at },
    met: { through: (row.met_through ?? undefined) as Through | undefined, what: row.met_what ?? undefined, by: (row.met_by ?? undefined) as Id<'organisation'> | undefined, on: row.met_on ?? undefined },
    aim: row.aim ?? undefined, next: row.next_says ? { says: row.next_says, on: row.next_on ?? undefined } : undefined, lastMomentAt: row.last_moment_at,
    ours: {
      stage: row.said_stage as Stage, shows: asSight(row.shows), quietMonths: row.quiet_months, quietToldAt: row.quiet_told_at ?? undefined,
      restingBecause: row.resting_because ?? undefined, endedBecause: row.ended_because ?? undefined,
    },
  }
}

function standingOf(row: Selectable<Row> & Selectable<SideRow>): Standing {
  if (row.ended_at) return { is: 'ended', at: row.ended_at, by: (row.ended_by ?? undefined) as Id<'organisation'> | undefined, asked: (row.ask_id ?? undefined) as Id<'ask'> | undefined, declinedAt: row.declined_at ?? undefined }
  if (!row.agreed_at) return row.ask_id && row.asked_at ? { is: 'waiting', askedAt: row.asked_at, ask: row.ask_id as Id<'ask'> } : { is: 'ours_alone', declinedAt: row.declined_at ?? undefined }
  if (row.resting_since) return { is: 'resting', since: row.resting_since, by: (row.resting_by ?? undefined) as Id<'organisation'> | undefined }
  return { is: 'agreed', at: row.agreed_at }
}
