import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { membershipInSight } from '../networks/index.ts'
import { withProofs } from './claim-store.ts'
import type { Claim, Strength } from './claim.ts'
import { dayOf } from './proof.ts'
import { listProofs } from './proof-store.ts'
import { inSightOfMember } from './scope.ts'

export type ClaimFilters = {
  /** Any of these; give the narrower ones too where a family is meant. */
  readonly capabilities?: readonly Id<'capability'>[]
  readonly strengths?: readonly Strength[]
  /** All of these words, in the name of the capability or in what the claim says. */
  readonly words?: string
  /** Only claims that are proven today by something the asker may see. */
  readonly proven?: boolean
  /** Only claims whose capacity is not said to begin later or end earlier than this day. */
  readonly freeOn?: string
  /** Only these members, for the lines of a list that is cut elsewhere. */
  readonly organisations?: readonly Id<'organisation'>[]
  /** Members after this one in the list. */
  readonly after?: { readonly name: string; readonly organisation: string }
  /** Members, not claims. */
  readonly limit?: number
}

export type MemberClaims = { readonly organisation: Id<'organisation'>; readonly name: string; readonly claims: readonly Claim[] }

/**
 * The members of a network who claim such a thing, by name, each with the claims that fit. The page is cut from the member list and
 * the index of claims first, and only its lines are looked up further. Nothing that is not shown to the asker is searched or counted.
 */
export async function listClaimsIn(tx: Tx, network: Id<'network'>, filters: ClaimFilters = {}): Promise<{ readonly members: readonly MemberClaims[]; readonly more: boolean }> {
  const { limit = 50, after } = filters
  if (filters.capabilities?.length === 0 || filters.organisations?.length === 0) return { members: [], more: false }
  // `exists` lets the planner walk the list in its order and stop at fifty; joined, it would look at every claim and sort.
  let members = membersOf(tx, network, filters).select(['m.organisation_id', 'm.listed_as'])
    .where(sql<boolean>`exists (select 1 from claim c where c.organisation_id = m.organisation_id and c.network_id = m.network_id and ${fits(tx, filters)})`)
  if (after) members = members.where(sql<boolean>`(m.listed_as, m.organisation_id) > (${after.name}, ${after.organisation}::uuid)`)
  const page = await members.orderBy('m.listed_as').orderBy('m.organisation_id').limit(limit + 1).execute()
  const ids = page.slice(0, limit).map((row) => row.organisation_id as Id<'organisation'>) // a column of organisation ids
  if (ids.length === 0) return { members: [], more: false }
  const rows = await fitting(tx, network, { ...filters, organisations: ids })
    .select(['c.organisation_id', 'c.id', 'c.network_id', 'c.capability_id', 'c.title', 'c.strength', 'c.says', 'c.capacity_says', 'c.capacity_from', 'c.capacity_until', 'c.sight', 'c.added_at', 'c.confirmed_at', 'c.removed_at'])
    .orderBy(sql`array_position(array['only_us', 'best_at', 'can_do'], c.strength)`).orderBy('c.title').orderBy('c.id').execute()
  const claims = withProofs(rows, await listProofs(tx, ids, rows.map((row) => row.id as Id<'claim'>)), tx.now) // a column of claim ids
  const byMember = Map.groupBy(claims, (claim) => claim.organisation)
  return {
    members: page.slice(0, limit).map((row) => ({ organisation: row.organisation_id as Id<'organisation'>, name: row.listed_as, claims: byMember.get(row.organisation_id as Id<'organisation'>) ?? [] })),
    more: page.length > limit,
  }
}

export type CapabilityCount = { readonly capability?: Id<'capability'>; readonly title: string; readonly members: number }

/** What is claimed in a network and by how many members, of those claims the asker may see; the most claimed first. */
export async function countClaimsIn(tx: Tx, network: Id<'network'>, most = 100): Promise<readonly CapabilityCount[]> {
  const rows = await fitting(tx, network, {}).groupBy(['c.capability_id', 'c.title']).select(['c.capability_id', 'c.title']).select(sql<number>`count(distinct c.organisation_id)::int`.as('members'))
    .orderBy('members', 'desc').orderBy('c.title').limit(most).execute()
  return rows.map((row) => ({ capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, title: row.title, members: row.members })) // a column of capability ids
}

function membersOf(tx: Tx, network: Id<'network'>, filters: ClaimFilters) {
  const members = tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
  return filters.organisations ? members.where('m.organisation_id', 'in', [...filters.organisations]) : members
}

function fitting(tx: Tx, network: Id<'network'>, filters: ClaimFilters) {
  return membersOf(tx, network, filters)
    .innerJoin('claim as c', (join) => join.onRef('c.organisation_id', '=', 'm.organisation_id').onRef('c.network_id', '=', 'm.network_id')).where(fits(tx, filters))
}

/** What a claim `c` of a member `o` must be, sight first. */
function fits(tx: Tx, { capabilities, strengths, words = '', freeOn, proven }: ClaimFilters): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([
    sql`c.removed_at is null`, inSightOfMember(tx, 'o', 'c.sight'),
    ...(capabilities ? [sql`c.capability_id = any (${[...capabilities]}::uuid[])`] : []),
    ...(strengths ? [sql`c.strength = any (${[...strengths]}::text[])`] : []),
    ...words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`position(${word} in lower(c.title || ' ' || coalesce(c.says, ''))) > 0`),
    ...(freeOn ? [sql`coalesce(c.capacity_from, '-infinity') <= ${freeOn}::date and coalesce(c.capacity_until, 'infinity') >= ${freeOn}::date`] : []),
    ...(proven ? [sql`exists (select 1 from proof p where p.organisation_id = c.organisation_id and p.claim_id = c.id
      and p.stands_at is not null and p.counts_until >= ${dayOf(tx.now)}::date and ${inSightOfMember(tx, 'o', 'p.sight')})`] : []),
  ], sql` and `)})`
}
