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
  const id = sql.ref(`${owner}.id`)
  return sql<SqlBool>`may_see(${sql.ref(word)},
    ${id} = ${actingFor(tx)} or (${sql.ref(`${owner}.claimed_at`)} is null and ${sql.ref(`${owner}.listed_by`)} = ${personOf(tx)}),
    ${id} in ${countingUs(tx)},
    exists (select 1 from membership shared where shared.organisation_id = ${id} and shared.left_at is null and shared.network_id in ${circles(tx)}),
    ${id} in ${grantingUs(tx, part)})`
}

export const personOf = (tx: Viewer) => sql<string | null>`${tx.actor.person ?? null}::uuid`
const organisationOf = (tx: Viewer) => sql<string | null>`${tx.actor.organisation ?? null}::uuid`

/** The organisation acted for, looked up again among its staff; nothing where the person has left. */
export const actingFor = (tx: Viewer) => sql<string | null>`(select acting_for(${personOf(tx)}, ${organisationOf(tx)}))`
/** The networks the asker stands in: as member by their organisation, or as organiser. */
export const circles = (tx: Viewer) => sql<string>`(select circles_of(${personOf(tx)}, ${organisationOf(tx)}))`
/** Organisations that count ours as partner. */
export const countingUs = (tx: Viewer) => sql<string>`(select counting_as_partner(${personOf(tx)}, ${organisationOf(tx)}))`
/** Organisations that show this part to ours by a grant that has not ended. */
export const grantingUs = (tx: Viewer, part: Part) => sql<string>`(select granting(${personOf(tx)}, ${organisationOf(tx)}, ${part}, ${tx.now}::timestamptz))`
