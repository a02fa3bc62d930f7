import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../kit/ctx.ts'
import { id as idField, optionalText } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { STATES, type SeenReferral } from './referral.ts'
import { isUs } from './scope.ts'
import { BESIDE, named, seen } from './store.ts'

export const VIEWS = ['mine', 'passed', 'finished'] as const
export type View = (typeof VIEWS)[number]
export const VIEW_WORDS: Readonly<Record<View, string>> = { mine: 'For me', passed: 'I passed on', finished: 'Finished' }

/** What a list may be narrowed by; anything unknown in an address is simply left out. */
export const filterInput = z.object({
  view: z.enum(VIEWS).catch('mine'),
  /** Words of the person's name, or what they need. */
  person: optionalText('The person', 100).catch(undefined),
  /** The other side. */
  partner: idField<'organisation'>('That organisation').optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type Filter = z.output<typeof filterInput>

export type Counts = Readonly<Record<View, number>>

/** A page of the pipeline, the newest first; those who began a chain read on in it under "I passed on". */
export async function listReferrals(tx: Tx, us: Id<'organisation'>, filter: Filter, size = 50, past = (filter.page - 1) * size): Promise<{ referrals: readonly SeenReferral[]; total: number }> {
  const query = filtered(tx, us, filter)
  const { total } = await query.select((at) => at.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query.selectAll('r').select(BESIDE).orderBy('r.made_at', 'desc').orderBy('r.id').limit(size).offset(past).execute()
  return { referrals: await named(tx, rows), total }
}

export async function countReferrals(tx: Tx, us: Id<'organisation'>): Promise<Counts> {
  const row = await seen(tx).where((at) => at.or([isUs(tx, 'r.given_to'), isUs(tx, 'r.given_by')])).select([
    sql<number>`count(*) filter (where r.given_to = ${us} and r.ended_at is null and r.offered_at is not null)::int`.as('mine'),
    sql<number>`count(*) filter (where r.given_by = ${us} and r.ended_at is null)::int`.as('passed'),
    sql<number>`count(*) filter (where r.ended_at is not null)::int`.as('finished'),
  ]).executeTakeFirst()
  return { mine: row?.mine ?? 0, passed: row?.passed ?? 0, finished: row?.finished ?? 0 }
}

/** The other sides there are in a view, to filter by. */
export async function listOtherSides(tx: Tx, us: Id<'organisation'>, view: View): Promise<readonly Id<'organisation'>[]> {
  const rows = await inView(tx, us, view).select(sql<string>`case when r.given_by = ${us}::uuid then r.given_to else r.given_by end`.as('other')).distinct().limit(100).execute()
  return rows.map((row) => row.other as Id<'organisation'>) // both are columns of organisation ids
}

function inView(tx: Tx, us: Id<'organisation'>, view: View) {
  const query = seen(tx)
  switch (view) {
    case 'mine': return query.where('r.given_to', '=', us).where('r.offered_at', 'is not', null).where('r.ended_at', 'is', null)
    case 'passed': return query.where('r.given_by', '=', us).where('r.ended_at', 'is', null)
    case 'finished': return query.where((at) => at.or([at('r.given_to', '=', us), at('r.given_by', '=', us)])).where('r.ended_at', 'is not', null)
  }
}

function filtered(tx: Tx, us: Id<'organisation'>, { view, person, partner, state }: Filter) {
  const like = person && `%${person.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return inView(tx, us, view)
    .$if(!!partner, (query) => query.where((at) => at.or([at('r.given_to', '=', partner ?? null), at('r.given_by', '=', partner ?? null)])))
    .$if(!!like, (query) => query.where(sql<boolean>`(p.shown_as ilike ${like} or p.needs ilike ${like} or h.name ilike ${like})`))
    .$if(!!state, (query) => query.where(isInState(state)))
}

const IN_STATE: Readonly<Record<(typeof STATES)[number], string>> = {
  won: 'r.won_at is not null', lost: 'r.lost_at is not null', unknown: 'r.unknown_at is not null and r.stopped_by_person_at is null', declined: 'r.declined_at is not null and r.stopped_by_person_at is null',
  unanswered: 'r.unanswered_at is not null and r.stopped_by_person_at is null', 'passed-on': 'r.passed_on_at is not null and r.stopped_by_person_at is null', refused: 'r.refused_at is not null', unsaid: 'r.unsaid_at is not null', 'taken-back': 'r.taken_back_at is not null and r.stopped_by_person_at is null',
  stopped: 'r.stopped_by_person_at is not null and r.won_at is null and r.lost_at is null', talking: 'r.talking_at is not null and r.ended_at is null', accepted: 'r.accepted_at is not null and r.talking_at is null and r.ended_at is null',
  offered: 'r.offered_at is not null and r.accepted_at is null and r.ended_at is null', waiting: 'r.offered_at is null and r.ended_at is null',
}

function isInState(state: Filter['state']) {
  return sql<boolean>`${sql.raw(state ? IN_STATE[state] : 'true')}` // one of the words above, never what was sent
}
