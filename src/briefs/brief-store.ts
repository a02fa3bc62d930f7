import { sql } from 'kysely'
import { dayOf, type ValueBand } from '../answers/index.ts'
import { asHouse, type Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { asSight, namesOfOrganisations, type Sight } from '../organisations/index.ts'
import { stateOf, type Brief } from './brief.ts'
import { partsOf, savePartRows, type PartWords } from './part-store.ts'
import { briefInSight, isUs } from './scope.ts'

export const COLUMNS = [
  'b.network_id', 'b.id', 'b.organisation_id', 'b.title', 'b.says', 'b.for_whom', 'b.district', 'b.answer_by', 'b.starts_on', 'b.ends_on', 'b.open_to_rivals', 'b.sight', 'b.source',
  'b.changed_at', 'b.published_at', 'b.withdrawn_at', 'b.closed_at', 'b.closed_by',
] as const

export function briefsSeen(tx: Tx) {
  return tx.db.selectFrom('brief as b').where(briefInSight(tx, 'b'))
}

/** A brief with its parts, as far as the asker may see it. */
export async function getBrief(tx: Tx, network: Id<'network'>, id: Id<'brief'>): Promise<Brief> {
  const found = await findBrief(tx, network, id)
  if (!found) throw new NotFound('There is no such brief, or it is not shown to you.', 'Look at the open briefs of your networks.')
  return found
}

export async function findBrief(tx: Tx, network: Id<'network'>, id: Id<'brief'>): Promise<Brief | undefined> {
  const [found] = await listBriefsById(tx, network, [id])
  return found
}

/** These briefs of one network, of those the asker may see, in this order. */
export async function listBriefsById(tx: Tx, network: Id<'network'>, ids: readonly Id<'brief'>[]): Promise<readonly Brief[]> {
  if (ids.length === 0) return []
  const rows = await briefsSeen(tx).where('b.network_id', '=', network).where('b.id', 'in', [...ids]).select(COLUMNS).execute()
  const byId = new Map((await whole(tx, rows)).map((brief) => [brief.id, brief]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type OurBriefs = { readonly briefs: readonly Brief[]; readonly more: boolean }

/** The briefs of the organisation acted for, in every network: drafts first, then what was changed last. */
export async function listOurBriefs(tx: Tx, { offset = 0, limit = 50 } = {}): Promise<OurBriefs> {
  const { organisation } = tx.actor
  if (!organisation) return { briefs: [], more: false }
  const rows = await briefsSeen(tx).where('b.organisation_id', '=', organisation).where(isUs(tx, 'b.organisation_id')).select(COLUMNS)
    .orderBy(sql`(b.published_at is not null)`).orderBy('b.changed_at', 'desc').orderBy('b.id').offset(offset).limit(limit + 1).execute()
  return { briefs: await whole(tx, rows.slice(0, limit)), more: rows.length > limit }
}

/** Holds a brief until the end of the transaction, so that what two do to it at once comes one after the other. */
export async function holdBrief(tx: Tx, network: Id<'network'>, id: Id<'brief'>): Promise<void> {
  await tx.db.selectFrom('brief').select('id').where('network_id', '=', network).where('id', '=', id).forUpdate().execute()
}

export type Row = Awaited<ReturnType<typeof rowsForType>>[number]
const rowsForType = (tx: Tx) => briefsSeen(tx).select(COLUMNS).execute()

/** Joins briefs with their parts, their owners' names, and the value of our own. */
export async function whole(tx: Tx, rows: readonly Row[]): Promise<readonly Brief[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id as Id<'brief'>) // a column of brief ids
  const networks = [...new Set(rows.map((row) => row.network_id as Id<'network'>))] // a column of network ids
  const parts = await partsOf(tx, networks, ids)
  const values = await tx.db.selectFrom('brief_value as v').innerJoin('brief as b', (join) => join.onRef('b.network_id', '=', 'v.network_id').onRef('b.id', '=', 'v.brief_id'))
    .where('v.network_id', 'in', networks).where('v.brief_id', 'in', ids).where(isUs(tx, 'b.organisation_id')).select(['v.brief_id', 'v.band']).execute()
  const owners = [...new Set(rows.map((row) => row.organisation_id as Id<'organisation'>))] // a column of organisation ids
  const names = await asHouse(tx).read((house) => namesOfOrganisations(house, owners)) // whoever may see a brief may know whose it is
  const today = dayOf(tx.now)
  return rows.map((row) => ({
    network: row.network_id as Id<'network'>, id: row.id as Id<'brief'>, organisation: row.organisation_id as Id<'organisation'>, // columns of those ids
    by: names.get(row.organisation_id) ?? 'An organisation', title: row.title, says: row.says ?? undefined, forWhom: row.for_whom ?? undefined, district: row.district ?? undefined,
    answerBy: row.answer_by ?? undefined, startsOn: row.starts_on ?? undefined, endsOn: row.ends_on ?? undefined, openToRivals: row.open_to_rivals, sight: asSight(row.sight),
    source: row.source ?? undefined, changedAt: row.changed_at, state: stateOf(row, today),
    value: values.find((value) => value.brief_id === row.id)?.band as ValueBand | undefined, // checked by the database
    parts: parts.get(row.id) ?? [],
  }))
}

export type BriefWords = {
  readonly title: string
  readonly says?: string
  readonly forWhom?: string
  readonly district?: string
  readonly answerBy?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly openToRivals: boolean
  readonly sight: Sight
  readonly value?: ValueBand
}

export type NewBrief = BriefWords & {
  readonly network: Id<'network'>
  readonly organisation: Id<'organisation'>
  readonly id?: Id<'brief'>
  readonly source?: string
  readonly publishedAt?: Date
  readonly closedAt?: Date
  readonly parts: readonly (PartWords & { readonly id?: Id<'part'> })[]
}

/** Many at once, for imports, the example town and what is read from a tender; one is many of one. */
export async function saveBriefs(tx: Tx, briefs: readonly NewBrief[]): Promise<readonly Id<'brief'>[]> {
  const known = briefs.map((brief) => ({ ...brief, id: brief.id ?? newId<'brief'>() }))
  for (const some of inThousands(known)) {
    await tx.db.insertInto('brief').values(some.map((brief) => ({
      network_id: brief.network, id: brief.id, organisation_id: brief.organisation, ...columnsOf(brief), source: brief.source, written_at: brief.publishedAt ?? tx.now, written_by: tx.actor.person,
      changed_at: brief.publishedAt ?? tx.now, published_at: brief.publishedAt, published_by: brief.publishedAt ? tx.actor.person : null, closed_at: brief.closedAt,
    }))).execute()
  }
  const values = known.flatMap(({ network, id, value }) => (value ? [{ network_id: network, brief_id: id, band: value }] : []))
  for (const some of inThousands(values)) await tx.db.insertInto('brief_value').values(some).execute()
  await savePartRows(tx, known.flatMap(({ network, id, parts }) => parts.map((part, position) => ({ network, brief: id, position, part }))))
  return known.map((brief) => brief.id)
}

/** A thousand at a time stays below PostgreSQL's 65,535 parameters. */
export function inThousands<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) => rows.slice(at * 1000, at * 1000 + 1000))
}

export async function saveBriefWords(tx: Tx, network: Id<'network'>, id: Id<'brief'>, words: BriefWords): Promise<void> {
  await tx.db.updateTable('brief').set({ ...columnsOf(words), changed_at: tx.now }).where('network_id', '=', network).where('id', '=', id).execute()
  await tx.db.deleteFrom('brief_value').where('network_id', '=', network).where('brief_id', '=', id).execute()
  if (words.value) await tx.db.insertInto('brief_value').values({ network_id: network, brief_id: id, band: words.value }).execute()
}

type Marks = { published_at?: Date; published_by?: string | null; withdrawn_at?: Date | null; withdrawn_by?: string | null; closed_at?: Date | null; closed_by?: string | null }

export async function markBrief(tx: Tx, network: Id<'network'>, id: Id<'brief'>, marks: Marks): Promise<void> {
  await tx.db.updateTable('brief').set({ ...marks, changed_at: tx.now }).where('network_id', '=', network).where('id', '=', id).execute()
}

export async function touchBrief(tx: Tx, network: Id<'network'>, id: Id<'brief'>): Promise<void> {
  await markBrief(tx, network, id, {})
}

export async function deleteDraft(tx: Tx, network: Id<'network'>, id: Id<'brief'>): Promise<void> {
  await tx.db.deleteFrom('brief').where('network_id', '=', network).where('id', '=', id).where('published_at', 'is', null).execute()
}

/** Open briefs whose day has passed; some at a time. For the house. */
export async function listBriefsOver(tx: Tx, most: number): Promise<readonly { network: Id<'network'>; id: Id<'brief'>; organisation: Id<'organisation'> }[]> {
  const rows = await tx.db.selectFrom('brief as b').where('b.published_at', 'is not', null).where('b.withdrawn_at', 'is', null).where('b.closed_at', 'is', null).where('b.answer_by', '<', dayOf(tx.now))
    .select(['b.network_id', 'b.id', 'b.organisation_id']).orderBy('b.answer_by').orderBy('b.id').limit(most).forUpdate().skipLocked().execute()
  return rows.map((row) => ({ network: row.network_id as Id<'network'>, id: row.id as Id<'brief'>, organisation: row.organisation_id as Id<'organisation'> })) // columns of those ids
}

/** The briefs of one owner in one network that others still see. For the house, when it leaves. */
export async function listShownBriefsOf(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<readonly Id<'brief'>[]> {
  const rows = await tx.db.selectFrom('brief as b').where('b.organisation_id', '=', organisation).where('b.network_id', '=', network).where('b.published_at', 'is not', null).where('b.withdrawn_at', 'is', null)
    .select('b.id').orderBy('b.id').execute()
  return rows.map((row) => row.id as Id<'brief'>) // a column of brief ids
}

function columnsOf(words: BriefWords) {
  return {
    title: words.title, says: words.says ?? null, for_whom: words.forWhom ?? null, district: words.district ?? null, answer_by: words.answerBy ?? null, starts_on: words.startsOn ?? null,
    ends_on: words.endsOn ?? null, open_to_rivals: words.openToRivals, sight: words.sight,
  }
}
