import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor, circles, countingUs, grantingUs, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/**
 * The first wall of this room, from ctx alone (see `organisations/scope.ts`). What belongs to a page is not seen without it, and has a
 * word of its own beside: the narrower of the two decides. Whoever is shown the page by a grant stands here as a member does.
 * `owner` is the alias of `organisation` in the query, `word` the column that holds the sight of the row. That both are in a network is
 * not asked again of a line of its list of members, which sight has cut already.
 */
export function inSightOnPage(tx: Viewer, owner: string, word: string, known?: 'shares a network'): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const id = sql.ref(`${owner}.id`)
  const shares = known ? sql<boolean>`true` : sql<boolean>`exists (select 1 from membership shared where shared.organisation_id = ${id} and shared.left_at is null and shared.network_id = any (${circles(tx)}))`
  const granted = sql<boolean>`${id} = any (${grantingUs(tx, 'page')})`
  return sql<SqlBool>`(may_see(${sql.ref(`${owner}.sight`)}, ${oursOf(tx, owner)}, ${partnerOf(tx, owner)}, ${shares}, ${granted})
    and may_see(${sql.ref(word)}, ${oursOf(tx, owner)}, ${partnerOf(tx, owner)}, ${shares} or ${granted}, false))`
}

/** The same for a line of a member list that has been cut by sight already: that the owner shares a network with us is known. */
export function inSightOfMember(tx: Viewer, owner: string, word: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const granted = sql<boolean>`${sql.ref(`${owner}.id`)} = any (${grantingUs(tx, 'page')})`
  return sql<SqlBool>`(may_see(${sql.ref(`${owner}.sight`)}, ${oursOf(tx, owner)}, ${partnerOf(tx, owner)}, true, ${granted})
    and may_see(${sql.ref(word)}, ${oursOf(tx, owner)}, ${partnerOf(tx, owner)}, true, false))`
}

/** Our own rows: as staff acting for the owner, or having listed it while nobody has claimed it. */
export function oursOf(tx: Viewer, owner: string): RawBuilder<boolean> {
  if (tx.actor.by === 'house') return sql<boolean>`true`
  return sql<boolean>`(${sql.ref(`${owner}.id`)} = ${actingFor(tx)} or (${sql.ref(`${owner}.claimed_at`)} is null and ${sql.ref(`${owner}.listed_by`)} = ${personOf(tx)}))`
}

/** One side of something shared between two organisations. */
export function isUs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}

/** A job in which ours had a part. */
export function isJobOfOurs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`exists (select 1 from job_party us where us.job_id = ${sql.ref(column)} and us.organisation_id = ${actingFor(tx)})`
}

const partnerOf = (tx: Viewer, owner: string) => sql<boolean>`${sql.ref(`${owner}.id`)} in ${countingUs(tx)}`
