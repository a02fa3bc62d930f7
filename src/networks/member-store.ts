import { sql } from 'kysely'
import { inSightOfMember, asSight, wordsToFindBy, type Kind, type Sight } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { plainLetters } from '../kit/plain-letters.ts'
import type { Id } from '../kit/ids.ts'
import { membershipInSight } from './scope.ts'

/** One line of a member list. What is behind the name is absent where the member does not show it. */
export type Member = {
  readonly organisation: Id<'organisation'>
  readonly name: string
  readonly joinedAt: Date
  readonly kind?: Kind
  readonly line?: string
  readonly district?: string
  readonly town?: string
  readonly unclaimed?: boolean
}

/** Where a page of the list begins or ends: the name and id of the line next to it. */
export type ListPlace = { readonly name: string; readonly organisation: string }
export type MemberPage = { readonly members: readonly Member[]; readonly more: boolean }

/**
 * A page of the member list, in the order people expect of names. The page is cut first, from one index, and only its lines are
 * looked up further; `before` walks backwards.
 */
export async function listMembers(tx: Tx, network: Id<'network'>, wanted: { words?: string; after?: ListPlace; before?: ListPlace; limit?: number } = {}): Promise<MemberPage> {
  const { limit = 50, before, after } = wanted
  const back = before !== undefined && after === undefined
  let page = tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
    .select(['m.organisation_id', 'm.listed_as', 'm.joined_at'])
  for (const word of wordsOf(wanted.words)) page = page.where(holds('m.listed_words', word))
  if (after) page = page.where(sql<boolean>`(m.listed_as, m.organisation_id) > (${after.name}, ${after.organisation}::uuid)`)
  if (back) page = page.where(sql<boolean>`(m.listed_as, m.organisation_id) < (${before.name}, ${before.organisation}::uuid)`)
  const cut = page.orderBy('m.listed_as', back ? 'desc' : 'asc').orderBy('m.organisation_id', back ? 'desc' : 'asc').limit(limit + 1)
  const rows = await tx.db.with((cte) => cte('page').materialized(), () => cut).selectFrom('page')
    .leftJoin('organisation as o', (join) => join.onRef('o.id', '=', 'page.organisation_id').on(inSightOfMember(tx, 'o', 'o.sight', 'page')))
    .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'p.sight', 'place')))
    .select(['page.organisation_id', 'page.listed_as', 'page.joined_at', 'o.kind', 'o.line', 'o.claimed_at', 'o.id as shown', 'p.district', 'p.town'])
    .orderBy('page.listed_as', back ? 'desc' : 'asc').orderBy('page.organisation_id', back ? 'desc' : 'asc').execute()
  const members = rows.slice(0, limit).map((row) => ({
    organisation: row.organisation_id as Id<'organisation'>, name: row.listed_as, joinedAt: row.joined_at, kind: (row.kind ?? undefined) as Kind | undefined, // columns of these kinds
    line: row.line ?? undefined, district: row.district ?? undefined, town: row.town ?? undefined, unclaimed: row.shown ? row.claimed_at === null : undefined,
  }))
  return { members: back ? members.reverse() : members, more: rows.length > limit }
}

/** How many of them the asker may see: a total never counts what is not shown. */
export async function countMembers(tx: Tx, network: Id<'network'>): Promise<number> {
  const row = await tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
    .select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return row.count
}

/** The networks an organisation belongs to, of those the asker sees it in. */
export async function listNetworksOf(tx: Tx, organisation: Id<'organisation'>) {
  return tx.db.selectFrom('membership as m').innerJoin('network as n', 'n.id', 'm.network_id')
    .where('m.organisation_id', '=', organisation).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
    .select(['n.id', 'n.slug', 'n.name', 'm.joined_at']).orderBy('n.name').orderBy('n.id').execute()
}

export type Joining = { readonly network: Id<'network'>; readonly organisation: Id<'organisation'>; readonly name: string; readonly line?: string; readonly kind: string; readonly sight: Sight; readonly invitedBy?: Id<'person'> }

/** Makes it a member, or again. False where it is one already; of two at once, one is told so. The house writes it. */
export async function saveMember(tx: Tx, joining: Joining): Promise<boolean> {
  const copy = { listed_as: joining.name, listed_words: wordsToFindBy(joining), sight: joining.sight }
  const fresh = { joined_at: tx.now, joined_by: tx.actor.person ?? null, invited_by: joining.invitedBy ?? null, left_at: null, ended_by: null, left_because: null, ...copy }
  const { numInsertedOrUpdatedRows } = await tx.db.insertInto('membership').values({ network_id: joining.network, organisation_id: joining.organisation, ...fresh })
    .onConflict((at) => at.columns(['network_id', 'organisation_id']).doUpdateSet(fresh).where('membership.left_at', 'is not', null)).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** True if it was a member until now. */
export async function markMemberLeft(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>, because?: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('membership').set({ left_at: tx.now, ended_by: tx.actor.person, left_because: because })
    .where('network_id', '=', network).where('organisation_id', '=', organisation).where('left_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Why an organiser took a member off the list, with both names; nothing where it left by itself or is back. For the house. */
export async function findReason(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<{ because: string; network: string; organisation: string } | undefined> {
  const row = await tx.db.selectFrom('membership as m').innerJoin('network as n', 'n.id', 'm.network_id')
    .where('m.network_id', '=', network).where('m.organisation_id', '=', organisation).where('m.left_at', 'is not', null)
    .select(['m.left_because as because', 'n.name as network', 'm.listed_as as organisation']).executeTakeFirst()
  return row?.because ? { because: row.because, network: row.network, organisation: row.organisation } : undefined
}

/** Brings the copies on an organisation's memberships up to what its page says and who sees it. The house writes it. */
export async function refreshCopies(tx: Tx, organisation: Id<'organisation'>): Promise<void> {
  const row = await tx.db.selectFrom('organisation').select(['name', 'line', 'kind', 'sight']).where('id', '=', organisation).executeTakeFirst()
  if (!row) return
  await tx.db.updateTable('membership').set({ listed_as: row.name, listed_words: wordsToFindBy(row), sight: asSight(row.sight) }).where('organisation_id', '=', organisation).execute()
}

/** Networks an organisation is in, for the house when it closes. */
export async function networksToLeave(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Id<'network'>[]> {
  const rows = await tx.db.selectFrom('membership').select('network_id').where('organisation_id', '=', organisation).where('left_at', 'is', null).execute()
  return rows.map((row) => row.network_id as Id<'network'>) // a column of network ids
}

/**
 * `position` rather than `like`: the planner takes a third of the lines to fit and so walks the list in its order, stopping at fifty.
 * For `like` it guesses one, and sorts ten thousand.
 */
export function holds(column: string, word: string) {
  return sql<boolean>`position(${word} in ${sql.ref(column)}) > 0`
}

export function wordsOf(words = ''): readonly string[] {
  return plainLetters(words.toWellFormed().replaceAll('\u0000', ' ')).split(/\s+/).filter(Boolean).slice(0, 6)
}
