import { sql } from 'kysely'
import { dayOf } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { COLUMNS, whole, briefsSeen } from './brief-store.ts'
import type { Brief } from './brief.ts'
import { districtsOf, fewEnough } from './few-enough.ts'
import { isUs } from './scope.ts'

export type OpenFilters = {
  /** Asking for any of these in a part; give the narrower ones too where a family is meant. */
  readonly capabilities?: readonly Id<'capability'>[]
  /** A postcode district (SP2) or area (SP), of the whole or of a part. */
  readonly place?: string
  readonly openToRivals?: boolean
  /** Only those of the organisation acted for. */
  readonly ours?: boolean
  /** Only those to be answered by this day. */
  readonly closingBy?: string
  readonly after?: OpenPlace
  readonly before?: OpenPlace
  readonly limit?: number
}
/** Where a page of the list begins or ends. */
export type OpenPlace = { readonly answerBy: string; readonly id: string }
export type OpenPage = { readonly briefs: readonly Brief[]; readonly more: boolean }

/** The open briefs of a network that the asker may see: what closes first, first. */
export async function listOpenBriefs(tx: Tx, network: Id<'network'>, filters: OpenFilters = {}): Promise<OpenPage> {
  const { limit = 50, after, before } = filters
  const back = before !== undefined && after === undefined
  const few = await fewEnough(tx, network, filters)
  if (few?.length === 0) return { briefs: [], more: false }
  let query = open(tx, network, filters, few)
  if (after) query = query.where(sql<boolean>`(b.answer_by, b.id) > (${after.answerBy}::date, ${after.id}::uuid)`)
  if (back) query = query.where(sql<boolean>`(b.answer_by, b.id) < (${before.answerBy}::date, ${before.id}::uuid)`)
  const rows = await query.select(COLUMNS).orderBy('b.answer_by', back ? 'desc' : 'asc').orderBy('b.id', back ? 'desc' : 'asc').limit(limit + 1).execute()
  const briefs = await whole(tx, rows.slice(0, limit))
  return { briefs: back ? briefs.toReversed() : briefs, more: rows.length > limit }
}

/** The open briefs of one owner that the asker may see, in whichever network: what closes first, first. */
export async function listOpenBriefsOf(tx: Tx, organisation: Id<'organisation'>, most: number): Promise<readonly { readonly brief: Brief; readonly slug: string }[]> {
  const rows = await stillOpen(tx, briefsSeen(tx)).innerJoin('network as n', 'n.id', 'b.network_id').where('b.organisation_id', '=', organisation)
    .select([...COLUMNS, 'n.slug']).orderBy('b.answer_by').orderBy('b.id').limit(most).execute()
  const briefs = await whole(tx, rows)
  return briefs.map((brief, at) => ({ brief, slug: rows[at]?.slug ?? '' }))
}

/** How many of them there are, counted to a thousand and no further. */
export async function countOpenBriefs(tx: Tx, network: Id<'network'>, filters: OpenFilters = {}): Promise<number> {
  const few = await fewEnough(tx, network, filters)
  const row = await tx.db.selectFrom(open(tx, network, filters, few).select('b.id').limit(1000).as('seen')).select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

const stillOpen = (tx: Tx, query: ReturnType<typeof briefsSeen>) =>
  query.where('b.published_at', 'is not', null).where('b.withdrawn_at', 'is', null).where('b.closed_at', 'is', null).where('b.answer_by', '>=', dayOf(tx.now))

function open(tx: Tx, network: Id<'network'>, { capabilities, place, openToRivals, ours, closingBy }: OpenFilters, few: readonly string[] | undefined) {
  let query = stillOpen(tx, briefsSeen(tx)).where('b.network_id', '=', network)
  if (openToRivals) query = query.where('b.open_to_rivals', '=', true)
  if (ours) query = query.where('b.organisation_id', '=', tx.actor.organisation ?? null).where(isUs(tx, 'b.organisation_id'))
  if (closingBy) query = query.where('b.answer_by', '<=', closingBy)
  if (few) query = query.where(sql<boolean>`b.id = any (${[...few]}::uuid[])`)
  if (place) {
    const { from, to } = districtsOf(place)
    query = query.where(sql<boolean>`(b.district collate "C" between ${from} and ${to} or exists (select 1 from brief_part q where q.network_id = b.network_id and q.brief_id = b.id and q.removed_at is null and q.district collate "C" between ${from} and ${to}))`)
  }
  if (capabilities) query = query.where(sql<boolean>`exists (select 1 from brief_part q where q.network_id = b.network_id and q.brief_id = b.id and q.removed_at is null and q.capability_id = any (${[...capabilities]}::uuid[]))`)
  return query
}
