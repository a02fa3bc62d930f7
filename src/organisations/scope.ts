import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'

/** Whose eyes a query looks with. */
export type Viewer = Pick<Tx, 'actor' | 'now'>
export type Part = 'page' | 'contact' | 'place'

/**
 * The first wall: the condition every query of an organisation carries. It asks `may_see` with facts drawn from ctx, not from the
 * transaction's settings, so that it holds where row-level security were lost. `owner` is the alias of `organisation` in the query;
 * `word` the column that holds its sight. The sub-selects are asked once a query.
 */
export function inSight(tx: Viewer, owner: string, word: string, part: Part): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`may_see(${sql.ref(word)}, ${ours(tx, owner)}, ${partner(tx, owner)}, ${shares(tx, owner)}, ${sql.ref(`${owner}.id`)} = any (${grantingUs(tx, part)}))`
}

/** The same for a line of a member list, whose page has been cut by sight already: that it shares a network with us is known. */
export function inSightOfMember(tx: Viewer, owner: string, word: string, part: Part): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`may_see(${sql.ref(word)}, ${ours(tx, owner)}, ${partner(tx, owner)}, true, ${sql.ref(`${owner}.id`)} = any (${grantingUs(tx, part)}))`
}

/** The facts of one organisation as a row of their own, for a query that asks of several parts: `fact.ours`, `fact.partner`, `fact.shares`. */
export function factsOf(tx: Viewer, owner: string) {
  return sql<{ ours: boolean; partner: boolean; shares: boolean }>`(select ${ours(tx, owner)} as ours, ${partner(tx, owner)} as partner, ${shares(tx, owner)} as shares offset 0)`
}

/** What the rule says, given such facts. */
export function inSightBy(tx: Viewer, owner: string, word: string, part: Part): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`may_see(${sql.ref(word)}, fact.ours, fact.partner, fact.shares, ${sql.ref(`${owner}.id`)} = any (${grantingUs(tx, part)}))`
}

const ours = (tx: Viewer, owner: string) => sql<boolean>`(${sql.ref(`${owner}.id`)} = ${actingFor(tx)} or (${sql.ref(`${owner}.claimed_at`)} is null and ${sql.ref(`${owner}.listed_by`)} = ${personOf(tx)}))`
const partner = (tx: Viewer, owner: string) => sql<boolean>`${sql.ref(`${owner}.id`)} in ${countingUs(tx)}`
const shares = (tx: Viewer, owner: string) => sql<boolean>`exists (select 1 from membership shared where shared.organisation_id = ${sql.ref(`${owner}.id`)} and shared.left_at is null and shared.network_id = any (${circles(tx)}))`

export const personOf = (tx: Viewer) => sql<string | null>`${tx.actor.person ?? null}::uuid`
const organisationOf = (tx: Viewer) => sql<string | null>`${tx.actor.organisation ?? null}::uuid`

/** The organisation acted for, looked up again among its staff; nothing where the person has left. */
export const actingFor = (tx: Viewer) => sql<string | null>`(select acting_for(${personOf(tx)}, ${organisationOf(tx)}))`
/** The networks the asker stands in: as member by their organisation, or as organiser. */
export const circles = (tx: Viewer) => sql<string[]>`(select circles_of(${personOf(tx)}, ${organisationOf(tx)}))::uuid[]`
/** Organisations that count ours as partner. */
export const countingUs = (tx: Viewer) => sql<string>`(select counting_as_partner(${personOf(tx)}, ${organisationOf(tx)}))`
/** Organisations that show this part to ours by a grant that has not ended. */
export const grantingUs = (tx: Viewer, part: Part) => sql<string[]>`(select granting(${personOf(tx)}, ${organisationOf(tx)}, ${part}, ${tx.now}::timestamptz))::uuid[]`
