import { sql, type Selectable } from 'kysely'
import type { Introduction as IntroductionRow, IntroductionWord } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { membershipInSight } from '../networks/index.ts'
import { actingFor, personOf } from '../organisations/index.ts'
import type { AskedBefore } from './asked-before.ts'
import type { Introduction, IntroductionState, Word } from './introduction.ts'
import { introductionInSight, noteInSight, wordInSight } from './scope.ts'

export async function findIntroduction(tx: Tx, id: Id<'introduction'>): Promise<Introduction | undefined> {
  const row = await seen(tx).where('i.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function getIntroduction(tx: Tx, id: Id<'introduction'>): Promise<Introduction> {
  const found = await findIntroduction(tx, id)
  if (!found) throw new NotFound('There is no such introduction, or it is not shared with you.', 'Look under Introductions.')
  return found
}

/** Held until the end of the transaction, so that two answers at once come out one after the other. For the house. */
export async function getIntroductionToSettle(tx: Tx, id: Id<'introduction'>): Promise<Introduction> {
  const row = await seen(tx).where('i.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

export const VIEWS = ['asked_by_us', 'asked_of_us', 'made', 'past'] as const
export type View = (typeof VIEWS)[number]

/** Introductions of the organisation acted for, and those an organiser began; the newest first. `after` is the last line before. */
export async function listIntroductions(tx: Tx, view: View, { after, limit = 50 }: { after?: { askedAt: Date; id: string }; limit?: number } = {}): Promise<{ readonly introductions: readonly Introduction[]; readonly more: boolean }> {
  const us = actingFor(tx)
  // Those in which we have a part, each by its own index; sight then says which of them we know of.
  let query = seen(tx).where((at) => at.or([at('i.organisation_id', '=', us), at('i.other_id', '=', us), at('i.introducer_id', '=', us), at('i.organiser_id', '=', personOf(tx))]))
  if (view === 'made') query = query.where('i.made_at', 'is not', null)
  if (view === 'past') query = query.where((at) => at.or([at('i.ended_at', 'is not', null), at('i.withdrawn_at', 'is not', null)]))
  if (view === 'asked_by_us' || view === 'asked_of_us') query = query.where('i.made_at', 'is', null).where('i.ended_at', 'is', null).where('i.withdrawn_at', 'is', null)
  if (view === 'asked_by_us') query = query.where((at) => at.or([at('i.organiser_id', '=', personOf(tx)), at.and([at('i.organisation_id', '=', us), at('i.introducer_id', 'is not', null)])]))
  if (view === 'asked_of_us') query = query.where((at) => at.or([at('i.introducer_id', '=', us), at('i.other_id', '=', us), at.and([at('i.organisation_id', '=', us), at('i.introducer_id', 'is', null)])]))
  if (after) query = query.where((at) => at(at.refTuple('i.asked_at', 'i.id'), '<', at.tuple(after.askedAt, after.id)))
  const rows = await query.orderBy('i.asked_at', 'desc').orderBy('i.id', 'desc').limit(limit + 1).execute()
  return { introductions: rows.slice(0, limit).map(fromRow), more: rows.length > limit }
}

/** What the organisation acted for was asked and said; of everyone for the house. */
export async function listWords(tx: Tx, introduction: Pick<Introduction, 'network' | 'id'>): Promise<readonly Word[]> {
  const rows = await tx.db.selectFrom('introduction_word as w').selectAll('w').where('w.network_id', '=', introduction.network).where('w.introduction_id', '=', introduction.id).where(wordInSight(tx)).orderBy('w.asked_at').execute()
  return rows.map(wordFromRow)
}

/** Those of these that wait for the word of the organisation acted for. */
export async function listWaitingOnUs(tx: Tx, ids: readonly Id<'introduction'>[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.db.selectFrom('introduction_word as w').select('w.introduction_id').where('w.introduction_id', 'in', [...ids]).where('w.organisation_id', '=', actingFor(tx)).where('w.said_at', 'is', null).where('w.ended_at', 'is', null).execute()
  return new Set(rows.map((row) => row.introduction_id))
}

export type NoteRead = { readonly to: Id<'organisation'>; readonly words: string }

export async function listNotes(tx: Tx, introduction: Pick<Introduction, 'network' | 'id'>): Promise<readonly NoteRead[]> {
  const rows = await tx.db.selectFrom('introduction_note as n').innerJoin('introduction as i', (join) => join.onRef('i.network_id', '=', 'n.network_id').onRef('i.id', '=', 'n.introduction_id'))
    .where('n.network_id', '=', introduction.network).where('n.introduction_id', '=', introduction.id).where(introductionInSight(tx)).where(noteInSight(tx)).select(['n.to_id', 'n.words']).execute()
  return rows.map((row) => ({ to: row.to_id as Id<'organisation'>, words: row.words })) // a column of organisation ids
}

export async function saveIntroduction(tx: Tx, { id, network, asker, other, by, askedAt, askedBy, hearBy }: Omit<Introduction, 'state'>, notes: readonly { readonly to: Id<'organisation'>; readonly words: string }[]): Promise<void> {
  await tx.db.insertInto('introduction').values({
    network_id: network, id, organisation_id: asker, other_id: other, introducer_id: by.is === 'member' ? by.organisation : null, organiser_id: by.is === 'organiser' ? by.person : null,
    asked_at: askedAt, asked_by: askedBy, hear_by: hearBy,
  }).execute()
  await tx.db.insertInto('introduction_note').values(notes.map(({ to, words }) => ({ network_id: network, introduction_id: id, to_id: to, organisation_id: by.is === 'member' ? asker : null, words }))).execute()
}

export async function saveWord(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>, word: { readonly organisation: Id<'organisation'>; readonly part: Word['part']; readonly ask: Id<'ask'> }): Promise<void> {
  await tx.db.insertInto('introduction_word').values({ network_id: network, introduction_id: id, organisation_id: word.organisation, part: word.part, ask_id: word.ask, asked_at: tx.now }).execute()
}

export async function markWord(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>, organisation: Id<'organisation'>, set: { said?: 'yes' | 'no'; said_at?: Date; said_by?: string; ended_at?: Date }): Promise<void> {
  await tx.db.updateTable('introduction_word').set(set).where('network_id', '=', network).where('introduction_id', '=', id).where('organisation_id', '=', organisation).where('said_at', 'is', null).execute()
}

export async function markIntroduction(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>, set: { withdrawn_at?: Date; ended_at?: Date; made_at?: Date }): Promise<void> {
  await tx.db.updateTable('introduction').set(set).where('network_id', '=', network).where('id', '=', id).execute()
}

/** What an organisation asked for before, for the rule that leaves a no alone. As the house, since others’ words decide it. */
export async function listAskedBefore(tx: Tx, asker: Id<'organisation'>, other: Id<'organisation'>): Promise<readonly AskedBefore[]> {
  const rows = await tx.db.selectFrom('introduction as i').where('i.organisation_id', '=', asker).where('i.other_id', '=', other).where('i.introducer_id', 'is not', null).where('i.withdrawn_at', 'is', null).where('i.made_at', 'is', null)
    .leftJoin('introduction_word as w', (join) => join.onRef('w.network_id', '=', 'i.network_id').onRef('w.introduction_id', '=', 'i.id').on('w.part', '=', 'side'))
    .select(['i.introducer_id', 'i.ended_at', 'w.organisation_id as asked']).execute()
  return rows.map((row) => ({
    other, through: (row.introducer_id ?? undefined) as Id<'organisation'> | undefined, open: row.ended_at === null, // a column of organisation ids
    ended: row.ended_at ? { at: row.ended_at, with: row.asked ? 'other' : 'introducer' } : undefined,
  }))
}

/** How many wait: asked by this organisation, or on it as introducer. As the house. */
export async function countOpen(tx: Tx, who: { readonly asker?: Id<'organisation'>; readonly introducer?: Id<'organisation'>; readonly organiser?: Id<'person'> }): Promise<number> {
  let query = open(tx)
  if (who.asker) query = query.where('i.organisation_id', '=', who.asker).where('i.introducer_id', 'is not', null)
  if (who.organiser) query = query.where('i.organiser_id', '=', who.organiser)
  if (who.introducer) query = query.where('i.introducer_id', '=', who.introducer).where(waitsOnIntroducer)
  return (await query.select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}

/** Holds these until the end of the transaction, in one order for everyone, so that two at once do not both find room for one more. As the house. */
export async function holdOrganisations(tx: Tx, ids: readonly Id<'organisation'>[]): Promise<void> {
  await tx.db.selectFrom('organisation').select('id').where('id', 'in', [...ids]).orderBy('id').forNoKeyUpdate().execute()
}

/** Open asks of each introducer of a network, so that the work is shared. As the house. */
export async function listIntroducerLoads(tx: Tx, network: Id<'network'>): Promise<ReadonlyMap<Id<'organisation'>, number>> {
  const rows = await open(tx).where('i.network_id', '=', network).where('i.introducer_id', 'is not', null).where(waitsOnIntroducer).groupBy('i.introducer_id').select(['i.introducer_id', (at) => at.fn.countAll<number>().as('count')]).execute()
  return new Map(rows.map((row) => [row.introducer_id as Id<'organisation'>, row.count])) // a column of organisation ids, not null here
}

/** What is open with an organisation in it, when it leaves or closes. As the house. */
export async function listOpenOf(tx: Tx, organisation: Id<'organisation'>, network?: Id<'network'>): Promise<readonly Introduction[]> {
  let query = open(tx).where((at) => at.or([at('i.organisation_id', '=', organisation), at('i.other_id', '=', organisation), at('i.introducer_id', '=', organisation)]))
  if (network) query = query.where('i.network_id', '=', network)
  return (await query.selectAll('i').orderBy('i.id').forUpdate().execute()).map(fromRow)
}

/** An open one between two, whoever asked. As the house. */
export async function findOpenBetween(tx: Tx, one: Id<'organisation'>, other: Id<'organisation'>): Promise<Id<'introduction'> | undefined> {
  const row = await open(tx).where((at) => at.or([at.and([at('i.organisation_id', '=', one), at('i.other_id', '=', other)]), at.and([at('i.organisation_id', '=', other), at('i.other_id', '=', one)])])).select('i.id').executeTakeFirst()
  return row?.id as Id<'introduction'> | undefined // a column of introduction ids
}

/** How many were asked for and made in a network since a day, for its organisers. As the house, after asking whether they organise it. */
export async function countIntroductions(tx: Tx, network: Id<'network'>, since: Date): Promise<{ readonly asked: number; readonly made: number }> {
  const row = await tx.db.selectFrom('introduction').where('network_id', '=', network).where('asked_at', '>=', since)
    .select([(at) => at.fn.countAll<number>().as('asked'), (at) => at.fn.count<number>('made_at').as('made')]).executeTakeFirstOrThrow()
  return { asked: row.asked, made: row.made }
}

/** Those of these organisations that are members of a network, as far as the asker may see. */
export async function listMembersAmong(tx: Tx, network: Id<'network'>, ids: readonly Id<'organisation'>[]): Promise<ReadonlySet<Id<'organisation'>>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.organisation_id', 'in', [...ids]).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm')).select('m.organisation_id').execute()
  return new Set(rows.map((row) => row.organisation_id as Id<'organisation'>)) // a column of organisation ids
}

function seen(tx: Tx) {
  return tx.db.selectFrom('introduction as i').selectAll('i').where(introductionInSight(tx))
}

function open(tx: Tx) {
  return tx.db.selectFrom('introduction as i').where('i.made_at', 'is', null).where('i.ended_at', 'is', null).where('i.withdrawn_at', 'is', null)
}

/** The introducer has not answered yet. */
const waitsOnIntroducer = sql<boolean>`exists (select 1 from introduction_word w where w.network_id = i.network_id and w.introduction_id = i.id and w.part = 'introducer' and w.said_at is null and w.ended_at is null)`

function fromRow(row: Selectable<IntroductionRow>): Introduction {
  // Ids come from columns of that kind.
  return {
    id: row.id as Id<'introduction'>, network: row.network_id as Id<'network'>, asker: row.organisation_id as Id<'organisation'>, other: row.other_id as Id<'organisation'>,
    by: row.introducer_id ? { is: 'member', organisation: row.introducer_id as Id<'organisation'> } : { is: 'organiser', person: (row.organiser_id ?? undefined) as Id<'person'> | undefined },
    askedAt: row.asked_at, askedBy: (row.asked_by ?? undefined) as Id<'person'> | undefined, hearBy: row.hear_by, state: stateOf(row),
  }
}

function stateOf(row: Selectable<IntroductionRow>): IntroductionState {
  if (row.made_at) return { is: 'made', at: row.made_at }
  if (row.ended_at) return { is: 'no_answer', at: row.ended_at }
  return row.withdrawn_at ? { is: 'withdrawn', at: row.withdrawn_at } : { is: 'asked' }
}

function wordFromRow(row: Selectable<IntroductionWord>): Word {
  return {
    organisation: row.organisation_id as Id<'organisation'>, part: row.part as Word['part'], ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined, askedAt: row.asked_at, // as the columns are checked
    said: row.said && row.said_at ? { is: row.said as 'yes' | 'no', at: row.said_at } : undefined, endedAt: row.ended_at ?? undefined,
  }
}
