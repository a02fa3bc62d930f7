import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { plainLetters } from '../../kit/plain-letters.ts'
import { membershipInSight, type Capability } from '../../networks/index.ts'
import { actingFor, circles, countingUs, grantingUs, inSightOfMember, type Kind } from '../../organisations/index.ts'
import { dayOf } from '../proof.ts'
import { inSightOfMember as ofMemberInSight } from '../scope.ts'
import { capabilitiesSaying, capabilityNamed, withNarrower, wordsIn, type Wanted } from './wanted.ts'

/** One line of a directory. What the member does not show to the asker is absent. */
export type Found = {
  readonly organisation: Id<'organisation'>
  readonly name: string
  readonly kind?: Kind
  readonly line?: string
  readonly district?: string
  readonly town?: string
  /** Their answer to "What can only we do?". */
  readonly only?: string
}
export type ListPlace = { readonly name: string; readonly organisation: string }
export type Search = { readonly network: Id<'network'>; readonly wanted: Wanted; readonly vocabulary: readonly Capability[] }

/** Counting further would cost more than it tells. */
export const COUNTED = 1000

/** A page of those who fit, by name, which ranks nobody. The page is cut first, and only its lines are looked up further. */
export async function listFound(tx: Tx, search: Search, at: { after?: ListPlace; before?: ListPlace; limit?: number } = {}): Promise<{ readonly found: readonly Found[]; readonly more: boolean }> {
  const { limit = 50, after, before } = at
  const back = before !== undefined && after === undefined
  let page = fitting(tx, search).select(['m.organisation_id', 'm.listed_as'])
  if (after) page = page.where(sql<boolean>`(m.listed_as, m.organisation_id) > (${after.name}, ${after.organisation}::uuid)`)
  if (back) page = page.where(sql<boolean>`(m.listed_as, m.organisation_id) < (${before.name}, ${before.organisation}::uuid)`)
  const cut = page.orderBy('m.listed_as', back ? 'desc' : 'asc').orderBy('m.organisation_id', back ? 'desc' : 'asc').limit(limit + 1)
  const rows = await tx.db.with((cte) => cte('page').materialized(), () => cut).selectFrom('page')
    .leftJoin('organisation as o', (join) => join.onRef('o.id', '=', 'page.organisation_id').on(inSightOfMember(tx, 'o', 'o.sight', 'page')))
    .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'p.sight', 'place')))
    .leftJoin('answer as a', (join) => join.onRef('a.organisation_id', '=', 'o.id').on('a.question', '=', 4).on(ofMemberInSight(tx, 'o', 'a.sight')))
    .select(['page.organisation_id', 'page.listed_as', 'o.kind', 'o.line', 'p.district', 'p.town', 'a.words'])
    .orderBy('page.listed_as', back ? 'desc' : 'asc').orderBy('page.organisation_id', back ? 'desc' : 'asc').execute()
  const found = rows.slice(0, limit).map((row) => ({
    organisation: row.organisation_id as Id<'organisation'>, name: row.listed_as, kind: (row.kind ?? undefined) as Kind | undefined, // columns of these kinds
    line: row.line ?? undefined, district: row.district ?? undefined, town: row.town ?? undefined, only: row.words || undefined,
  }))
  return { found: back ? found.reverse() : found, more: rows.length > limit }
}

/** How many fit, of those the asker may see; to a thousand and no further. */
export async function countFound(tx: Tx, search: Search): Promise<number> {
  const row = await tx.db.selectFrom(fitting(tx, search).select('m.organisation_id').limit(COUNTED + 1).as('found')).select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

export type DistrictCount = { readonly district: string; readonly name?: string; readonly latitude?: number; readonly longitude?: number; readonly members: number }

/** Those who fit by the district they show, with its position where one is known; and how many show none. */
export async function countByDistrict(tx: Tx, search: Search): Promise<{ readonly districts: readonly DistrictCount[]; readonly placeless: number }> {
  const rows = await tx.db.selectFrom(fitting(tx, search).select('m.organisation_id').as('found'))
    .leftJoin('place_in_directory as p', (join) => join.onRef('p.organisation_id', '=', 'found.organisation_id').on('p.network_id', '=', search.network).on(seen(tx, 'p', 'place')))
    .leftJoin('district_position as d', 'd.code', 'p.district')
    .groupBy(['p.district', 'd.name', 'd.latitude', 'd.longitude']).select(['p.district', 'd.name', 'd.latitude', 'd.longitude']).select((at) => at.fn.countAll<number>().as('members')).orderBy('p.district').execute()
  return {
    districts: rows.flatMap((row) => (row.district ? [{ district: row.district, name: row.name ?? undefined, latitude: row.latitude ?? undefined, longitude: row.longitude ?? undefined, members: Number(row.members) }] : [])),
    placeless: Number(rows.find((row) => row.district === null)?.members ?? 0),
  }
}

/** The condition of both: a line of the member list that the asker may see, and something they may see of it that fits. */
function fitting(tx: Tx, { network, wanted, vocabulary }: Search) {
  let query = tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
  const named = wanted.can ? capabilityNamed(vocabulary, wanted.can) : undefined
  for (const word of [...wordsIn(wanted.words), ...(named ? [] : wordsIn(wanted.can))]) query = query.where(saysWord(tx, network, word, capabilitiesSaying(vocabulary, word)))
  const claim = claimFits(tx, network, wanted, named && withNarrower(vocabulary, [named]))
  if (claim) query = query.where(claim)
  if (wanted.place) query = query.where(placeFits(tx, network, wanted.place))
  return query
}

/** On the page, or in a claim: in its words, or because its capability goes by that word. */
function saysWord(tx: Tx, network: Id<'network'>, word: string, ids: readonly Id<'capability'>[]): RawBuilder<SqlBool> {
  const prefix = word.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim().split(' ').filter(Boolean).map((part) => `${part}:*`).join(' & ')
  const inWords = prefix ? sql<SqlBool>`to_tsvector('english', c.title || ' ' || coalesce(c.says, '')) @@ to_tsquery('english', ${prefix})` : sql<SqlBool>`false`
  const inName = ids.length > 0 ? sql` union all select c.organisation_id from claim_in_directory c where c.network_id = ${network} and c.of_network = ${network} and c.capability_id = any (${[...ids]}::uuid[]) and ${seen(tx, 'c')}` : sql``
  return sql<SqlBool>`(position(${plainLetters(word)} in m.listed_words) > 0 or m.organisation_id in (select c.organisation_id from claim_in_directory c where c.network_id = ${network} and ${inWords} and ${seen(tx, 'c')}${inName}))`
}

/** One claim that fits in every way asked for, so that proof of one thing does not speak for another. */
function claimFits(tx: Tx, network: Id<'network'>, wanted: Wanted, ids: readonly Id<'capability'>[] | undefined): RawBuilder<SqlBool> | undefined {
  const { free, strength, proven } = wanted
  const asked = [
    ...(ids ? [sql<SqlBool>`c.capability_id = any (${[...ids]}::uuid[])`] : []),
    ...(strength ? [sql<SqlBool>`c.strength = ${strength}`] : []),
    ...(free ? [sql<SqlBool>`coalesce(c.capacity_from, c.capacity_until) is not null and coalesce(c.capacity_from, '-infinity') <= ${free.until ?? free.from}::date and coalesce(c.capacity_until, 'infinity') >= ${free.from}::date`] : []),
    ...(proven ? [asWalked(sql`proof_in_directory p where p.network_id = ${network} and p.organisation_id = c.organisation_id and p.claim_id = c.id and p.counts_until >= ${dayOf(tx.now)}::date and ${seen(tx, 'p')}`)] : []),
  ]
  if (asked.length === 0) return undefined
  const claims = sql`claim_in_directory c where c.network_id = ${network} and c.of_network = ${network} and ${seen(tx, 'c')} and ${sql.join(asked, sql` and `)}`
  return ids ? sql<SqlBool>`m.organisation_id in (select c.organisation_id from ${claims})` : asWalked(sql`${claims} and c.organisation_id = m.organisation_id`)
}

/**
 * A condition that many meet is asked line by line, so that the walk along the list stops at fifty. As an `exists` the planner would
 * make a set of it first, out of every claim there is; what few meet is left to it.
 */
function asWalked(from: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(select true from ${from} limit 1)`
}

function placeFits(tx: Tx, network: Id<'network'>, place: string): RawBuilder<SqlBool> {
  const places = sql`place_in_directory p where p.network_id = ${network} and ${seen(tx, 'p', 'place')}`
  if (/[0-9]/.test(place)) return sql<SqlBool>`m.organisation_id in (select p.organisation_id from ${places} and p.district = ${place})`
  return asWalked(sql`${places} and p.district ~ ${`^${place}[0-9]`} and p.organisation_id = m.organisation_id`)
}

/**
 * The first wall, from ctx alone: the views say the same from the transaction's own settings. A row in one of our circles, whose word
 * lets us see it. (Of a listing nobody has claimed its lister finds here what the network sees; the rest is on its page.)
 */
function seen(tx: Tx, alias: 'c' | 'p', part?: 'place'): RawBuilder<SqlBool> {
  const owner = sql.ref(`${alias}.organisation_id`)
  const granted = part ? sql`${owner} = any (${grantingUs(tx, part)})` : sql`false`
  return sql<SqlBool>`(${sql.ref(`${alias}.network_id`)} = any (${circles(tx)}) and may_see(${sql.ref(`${alias}.sight`)}, ${owner} = ${actingFor(tx)}, ${owner} in ${countingUs(tx)}, true, ${granted}))`
}
