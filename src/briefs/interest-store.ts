import type { Tx } from '../kit/ctx.ts'
import { codeOf } from '../kit/database/transaction.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { asHouse } from '../kit/ctx.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { AlreadyInterested } from './errors.ts'
import { interestStateOf, type Interest, type InterestAnswer } from './interest.ts'
import { isOneSide, isUs } from './scope.ts'

const COLUMNS = ['i.network_id', 'i.brief_id', 'i.id', 'i.organisation_id', 'i.brief_owner_id', 'i.part_id', 'i.says', 'i.made_at', 'i.ask_id', 'i.answered_at', 'i.answer', 'i.answer_says', 'i.lapsed_at', 'i.withdrawn_at', 'p.says as part_says'] as const

function seen(tx: Tx) {
  return tx.db.selectFrom('interest as i')
    .leftJoin('brief_part as p', (join) => join.onRef('p.network_id', '=', 'i.network_id').onRef('p.brief_id', '=', 'i.brief_id').onRef('p.id', '=', 'i.part_id'))
    .where(isOneSide(tx, 'i'))
}

/** Who is interested in a brief: all of them for its owner, for others their own. Who has waited longest first. */
export async function listInterests(tx: Tx, network: Id<'network'>, brief: Id<'brief'>): Promise<readonly Interest[]> {
  const rows = await seen(tx).where('i.network_id', '=', network).where('i.brief_id', '=', brief).where('i.withdrawn_at', 'is', null).select(COLUMNS).orderBy('i.made_at').orderBy('i.id').limit(MOST).execute()
  return withNames(tx, rows)
}

const MOST = 500

export type OurInterest = Interest & { readonly briefTitle: string; readonly slug: string }

/** Where the organisation acted for has shown interest, the latest first. */
export async function listOurInterests(tx: Tx, most = 50): Promise<readonly OurInterest[]> {
  const rows = await seen(tx).innerJoin('brief as b', (join) => join.onRef('b.network_id', '=', 'i.network_id').onRef('b.id', '=', 'i.brief_id')).innerJoin('network as n', 'n.id', 'i.network_id')
    .where('i.organisation_id', '=', tx.actor.organisation ?? null).where(isUs(tx, 'i.organisation_id')).where('i.withdrawn_at', 'is', null)
    .select([...COLUMNS, 'b.title', 'n.slug']).orderBy('i.made_at', 'desc').orderBy('i.id').limit(most).execute()
  const interests = await withNames(tx, rows)
  return interests.map((interest, at) => ({ ...interest, briefTitle: rows[at]?.title ?? '', slug: rows[at]?.slug ?? '' }))
}

export async function getInterest(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, id: Id<'interest'>): Promise<Interest & { readonly owner: Id<'organisation'>; readonly ask?: Id<'ask'> }> {
  const row = await seen(tx).where('i.network_id', '=', network).where('i.brief_id', '=', brief).where('i.id', '=', id).select(COLUMNS).executeTakeFirst()
  const [found] = row ? await withNames(tx, [row]) : []
  if (!row || !found) throw new NotFound('There is nothing of that kind here, or it is not yours.')
  return { ...found, owner: row.brief_owner_id as Id<'organisation'>, ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined } // columns of those ids
}

type Row = {
  network_id: string; brief_id: string; id: string; organisation_id: string; brief_owner_id: string; part_id: string | null; part_says: string | null; says: string; made_at: Date; ask_id: string | null
  answered_at: Date | null; answer: string | null; answer_says: string | null; lapsed_at: Date | null; withdrawn_at: Date | null
}

/** Whoever shows interest gives its name with it. */
async function withNames(tx: Tx, rows: readonly Row[]): Promise<readonly Interest[]> {
  const names = await asHouse(tx).read((house) => namesOfOrganisations(house, [...new Set(rows.map((row) => row.organisation_id as Id<'organisation'>))])) // a column of organisation ids
  return rows.map((row) => ({
    network: row.network_id as Id<'network'>, brief: row.brief_id as Id<'brief'>, id: row.id as Id<'interest'>, organisation: row.organisation_id as Id<'organisation'>, by: names.get(row.organisation_id), // columns of those ids
    part: (row.part_id ?? undefined) as Id<'part'> | undefined, partSays: row.part_says ?? undefined, says: row.says, madeAt: row.made_at, state: interestStateOf(row),
  }))
}

export type NewInterest = {
  readonly network: Id<'network'>
  readonly brief: Id<'brief'>
  readonly owner: Id<'organisation'>
  readonly organisation: Id<'organisation'>
  readonly id?: Id<'interest'>
  readonly part?: Id<'part'>
  readonly says: string
  readonly madeAt?: Date
  readonly answered?: { readonly at: Date; readonly answer: InterestAnswer; readonly says?: string }
}

/** Many at once, for the example town; one is many of one. */
export async function saveInterests(tx: Tx, interests: readonly NewInterest[]): Promise<readonly Id<'interest'>[]> {
  const rows = interests.map((one) => ({
    network_id: one.network, brief_id: one.brief, id: one.id ?? newId<'interest'>(), organisation_id: one.organisation, brief_owner_id: one.owner, part_id: one.part, says: one.says,
    made_at: one.madeAt ?? tx.now, made_by: tx.actor.person, answered_at: one.answered?.at, answer: one.answered?.answer, answer_says: one.answered?.says,
  }))
  try {
    for (let start = 0; start < rows.length; start += 1000) await tx.db.insertInto('interest').values(rows.slice(start, start + 1000)).execute()
  } catch (error) {
    if (codeOf(error) === '23505') throw new AlreadyInterested()
    throw error
  }
  return rows.map((row) => row.id)
}

type Marks = { ask_id?: string; answered_at?: Date; answered_by?: string | null; answer?: InterestAnswer; answer_says?: string | null; lapsed_at?: Date; withdrawn_at?: Date | null; withdrawn_by?: string | null }

/** The house writes what became of it. */
export async function markInterest(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, id: Id<'interest'>, marks: Marks): Promise<void> {
  await tx.db.updateTable('interest').set(marks).where('network_id', '=', network).where('brief_id', '=', brief).where('id', '=', id).execute()
}

/** Holds an interest until the end of the transaction: of two answers at once one counts. For the house. */
export async function holdInterest(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, id: Id<'interest'>): Promise<void> {
  await tx.db.selectFrom('interest').select('id').where('network_id', '=', network).where('brief_id', '=', brief).where('id', '=', id).forUpdate().execute()
}

/** How many still wait for an answer, by brief; for their owner. */
export async function countWaiting(tx: Tx, briefs: readonly Id<'brief'>[]): Promise<ReadonlyMap<string, { all: number; waiting: number }>> {
  if (briefs.length === 0) return new Map()
  const rows = await tx.db.selectFrom('interest as i').where(isUs(tx, 'i.brief_owner_id')).where('i.brief_id', 'in', [...briefs]).where('i.withdrawn_at', 'is', null)
    .groupBy('i.brief_id').select(['i.brief_id']).select((at) => [at.fn.countAll<number>().as('every'), at.fn.count<number>('i.answered_at').as('answered')]).execute()
  return new Map(rows.map((row) => [row.brief_id, { all: Number(row.every), waiting: Number(row.every) - Number(row.answered) }]))
}
