import { sql, type Selectable } from 'kysely'
import type { Cover as CoverRow, CoverAsked as AskedRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Asked, Cover } from './cover.ts'
import { askedInSight, coverInSight } from './scope.ts'
import type { WhoSpeaks } from './terms.ts'

export async function findCover(tx: Tx, id: Id<'cover'>): Promise<Cover | undefined> {
  const row = await tx.db.selectFrom('cover').selectAll().where('id', '=', id).where(coverInSight(tx)).executeTakeFirst()
  return row && fromRow(row)
}

export async function getCover(tx: Tx, id: Id<'cover'>): Promise<Cover> {
  const cover = await findCover(tx, id)
  if (!cover) throw new NotFound()
  return cover
}

/** Held until the end of the transaction: of two answers, or an answer and a withdrawal, one comes after the other. As the house. */
export async function holdCover(tx: Tx, id: Id<'cover'>): Promise<Cover> {
  const row = await tx.db.selectFrom('cover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

const over = sql<boolean>`(finished_at is not null or withdrawn_at is not null or client_declined_at is not null)`

/** Covers of one organisation, the newest first; those that go on, or those that are over. */
export async function listCovers(tx: Tx, organisation: Id<'organisation'>, wanted: { over: boolean; limit: number; offset?: number }): Promise<readonly Cover[]> {
  const rows = await tx.db.selectFrom('cover').selectAll().where('organisation_id', '=', organisation).where(coverInSight(tx))
    .where(wanted.over ? over : sql<boolean>`not ${over}`).orderBy('made_at', 'desc').orderBy('id').limit(wanted.limit).offset(wanted.offset ?? 0).execute()
  return rows.map(fromRow)
}

export async function listCoversById(tx: Tx, ids: readonly Id<'cover'>[]): Promise<readonly Cover[]> {
  if (ids.length === 0) return []
  return (await tx.db.selectFrom('cover').selectAll().where('id', 'in', [...ids]).where(coverInSight(tx)).orderBy('made_at', 'desc').orderBy('id').execute()).map(fromRow)
}

/** Who is asked, in their order: all of them for the owner, their own line for anyone else. */
export async function listAsked(tx: Tx, covers: readonly Id<'cover'>[]): Promise<readonly Asked[]> {
  if (covers.length === 0) return []
  return (await tx.db.selectFrom('cover_asked').selectAll().where('cover_id', 'in', [...covers]).where(askedInSight(tx)).orderBy('cover_id').orderBy('position').execute()).map(askedFrom)
}

/** What we were asked by others, the newest first. */
export async function listAskedOf(tx: Tx, associate: Id<'organisation'>, limit = 100): Promise<readonly Asked[]> {
  return (await tx.db.selectFrom('cover_asked').selectAll().where('associate_id', '=', associate).where('asked_at', 'is not', null).where(askedInSight(tx))
    .orderBy('asked_at', 'desc').orderBy('cover_id').limit(limit).execute()).map(askedFrom)
}

export async function saveCover(tx: Tx, cover: Cover): Promise<void> {
  await tx.db.insertInto('cover').values({
    organisation_id: cover.organisation, id: cover.id, network_id: cover.capability ? cover.network : null, capability_id: cover.capability, says: cover.says, skills: cover.skills,
    starts_on: cover.startsOn, ends_on: cover.endsOn, when_says: cover.whenSays, minutes: cover.minutes, rate_pence: cover.rate?.pence, rate_per: cover.rate?.per, client: cover.client,
    who_speaks: cover.whoSpeaks, how: cover.how, turn_hours: cover.turnHours, answer_by: cover.answerBy, made_at: cover.madeAt, made_by: tx.actor.person,
    run_out_at: cover.runOutAt, taken_at: cover.takenAt, client_asked_at: cover.clientAsked?.at, client_agreed_at: cover.clientAsked?.agreedAt, client_declined_at: cover.clientAsked?.declinedAt,
    handed_over_at: cover.handedOverAt, handed_back_at: cover.handedBackAt, finished_at: cover.finishedAt, client_word: cover.clientWord?.says, client_word_at: cover.clientWord?.at,
  }).execute()
}

export async function saveAsked(tx: Tx, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return
  await tx.db.insertInto('cover_asked').values(asked.map((one) => ({
    organisation_id: one.organisation, cover_id: one.cover, associate_id: one.associate, position: one.position, place_id: one.place, terms_version: one.termsVersion, because: one.because,
    ask_id: one.ask, asked_at: one.askedAt, answered_at: one.answer?.at, answer: one.answer?.is, offered_minutes: one.answer?.minutes, note: one.answer?.note, silent_at: one.silentAt, closed_at: one.closedAt,
    chosen_at: one.chosen?.at, chosen_minutes: one.chosen?.minutes, handed_back_at: one.back?.at, done: one.back?.done, worked_minutes: one.back?.minutes, sees_until: one.seesUntil,
    sight_ended_at: one.sightEndedAt, thanked_at: one.thanked?.at, thanks: one.thanked?.says,
  }))).onConflict((at) => at.columns(['organisation_id', 'cover_id', 'associate_id']).doNothing()).execute()
}

type CoverMarks = Partial<Pick<Selectable<CoverRow>, 'says' | 'skills' | 'when_says' | 'run_out_at' | 'withdrawn_at' | 'withdrawn_by' | 'taken_at' | 'client_ask_id' | 'client_link_id' | 'client_asked_at' | 'client_agreed_at'
  | 'client_declined_at' | 'client_silent_at' | 'client_erased_at' | 'client_word' | 'client_word_at' | 'handed_over_at' | 'handed_over_by' | 'handed_back_at' | 'finished_at' | 'finished_by' | 'answer_by'>>
type AskedMarks = Partial<Omit<Selectable<AskedRow>, 'organisation_id' | 'cover_id' | 'associate_id'>>

/** The house writes what somebody was allowed to do. */
export async function markCover(tx: Tx, id: Id<'cover'>, set: CoverMarks): Promise<void> {
  await tx.db.updateTable('cover').set(set).where('id', '=', id).execute()
}

export async function markAsked(tx: Tx, cover: Id<'cover'>, associate: Id<'organisation'>, set: AskedMarks): Promise<void> {
  await tx.db.updateTable('cover_asked').set(set).where('cover_id', '=', cover).where('associate_id', '=', associate).execute()
}

/** Those whose days to see the client are over. */
export async function listSightToEnd(tx: Tx, most: number): Promise<readonly Asked[]> {
  return (await tx.db.selectFrom('cover_asked').selectAll().where('sees_until', '<=', tx.now).where('sight_ended_at', 'is', null).orderBy('sees_until').limit(most).forUpdate().skipLocked().execute()).map(askedFrom)
}

/** Covers over for long whose client is still kept. */
export async function listClientsToForget(tx: Tx, before: Date, most: number): Promise<readonly Id<'cover'>[]> {
  const rows = await tx.db.selectFrom('cover').innerJoin('cover_client as k', (join) => join.onRef('k.organisation_id', '=', 'cover.organisation_id').onRef('k.cover_id', '=', 'cover.id'))
    .where(sql<boolean>`coalesce(finished_at, withdrawn_at, client_declined_at, made_at) < ${before}`).select('cover.id').orderBy('cover.id').limit(most).execute()
  return rows.map((row) => row.id as Id<'cover'>) // a column of those ids
}

function fromRow(row: Selectable<CoverRow>): Cover {
  // Ids come from columns of that kind; words from columns the database checks.
  return {
    id: row.id as Id<'cover'>, organisation: row.organisation_id as Id<'organisation'>, network: (row.network_id ?? undefined) as Id<'network'> | undefined, capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined,
    says: row.says, skills: row.skills ?? undefined, startsOn: row.starts_on, endsOn: row.ends_on, whenSays: row.when_says ?? undefined, minutes: row.minutes,
    rate: row.rate_pence === null ? undefined : { pence: row.rate_pence, per: row.rate_per as 'hour' | 'day' | 'all' }, client: row.client as 'asked' | 'unnamed', whoSpeaks: row.who_speaks as WhoSpeaks,
    how: row.how as 'in_turn' | 'all_at_once', turnHours: row.turn_hours, answerBy: row.answer_by, madeAt: row.made_at, runOutAt: row.run_out_at ?? undefined, withdrawnAt: row.withdrawn_at ?? undefined, takenAt: row.taken_at ?? undefined,
    clientAsked: row.client_asked_at ? { at: row.client_asked_at, ask: (row.client_ask_id ?? undefined) as Id<'ask'> | undefined, link: row.client_link_id ?? undefined, agreedAt: row.client_agreed_at ?? undefined, declinedAt: row.client_declined_at ?? undefined, silentAt: row.client_silent_at ?? undefined } : undefined,
    clientErasedAt: row.client_erased_at ?? undefined, clientWord: row.client_word && row.client_word_at ? { says: row.client_word, at: row.client_word_at } : undefined,
    handedOverAt: row.handed_over_at ?? undefined, handedBackAt: row.handed_back_at ?? undefined, finishedAt: row.finished_at ?? undefined,
  }
}

function askedFrom(row: Selectable<AskedRow>): Asked {
  return {
    cover: row.cover_id as Id<'cover'>, organisation: row.organisation_id as Id<'organisation'>, associate: row.associate_id as Id<'organisation'>, position: row.position, // columns of those ids
    place: (row.place_id ?? undefined) as Id<'bench place'> | undefined, termsVersion: row.terms_version ?? undefined, because: row.because ?? undefined, ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined, askedAt: row.asked_at ?? undefined,
    answer: row.answered_at && row.answer ? { at: row.answered_at, is: row.answer as 'yes' | 'partly' | 'no', minutes: row.offered_minutes ?? undefined, note: row.note ?? undefined } : undefined,
    silentAt: row.silent_at ?? undefined, closedAt: row.closed_at ?? undefined, chosen: row.chosen_at ? { at: row.chosen_at, minutes: row.chosen_minutes ?? 0 } : undefined,
    back: row.handed_back_at ? { at: row.handed_back_at, done: row.done ?? '', minutes: row.worked_minutes ?? 0 } : undefined,
    seesUntil: row.sees_until ?? undefined, sightEndedAt: row.sight_ended_at ?? undefined, thanked: row.thanked_at ? { at: row.thanked_at, says: row.thanks ?? '' } : undefined,
  }
}

export type WithOther = { readonly other: Id<'organisation'>; readonly gave: { readonly times: number; readonly minutes: number }; readonly took: { readonly times: number; readonly minutes: number } }

/** Give and take of cover, with each other one. Only ever of ourselves. */
export async function giveAndTake(tx: Tx, us: Id<'organisation'>): Promise<readonly WithOther[]> {
  const other = sql<string>`case when organisation_id = ${us} then associate_id else organisation_id end`
  const rows = await tx.db.selectFrom('cover_asked').where('handed_back_at', 'is not', null).where((at) => at.or([at('organisation_id', '=', us), at('associate_id', '=', us)])).where(askedInSight(tx))
    .select(other.as('other')).select([
      sql<number>`count(*) filter (where associate_id = ${us})::int`.as('gaveTimes'), sql<number>`coalesce(sum(worked_minutes) filter (where associate_id = ${us}), 0)::int`.as('gaveMinutes'),
      sql<number>`count(*) filter (where organisation_id = ${us})::int`.as('tookTimes'), sql<number>`coalesce(sum(worked_minutes) filter (where organisation_id = ${us}), 0)::int`.as('tookMinutes'),
    ]).groupBy(sql`other`).orderBy(sql`count(*)`, 'desc').orderBy('other').limit(200).execute()
  return rows.map((row) => ({ other: row.other as Id<'organisation'>, gave: { times: row.gaveTimes, minutes: row.gaveMinutes }, took: { times: row.tookTimes, minutes: row.tookMinutes } })) // columns of those ids
}
