import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor, circles, countingUs, inSight, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/** The first wall of this room, from ctx alone (see `organisations/scope.ts`). What the owner alone sees: its choices, its lists. */
export function isOurs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}

/** A need with its page: the narrower word decides, and others see it while it is open, in its own network. `owner` is the alias of `organisation`. */
export function wantInSight(tx: Viewer, alias: string, owner: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const ours = sql<boolean>`(${sql.ref(`${owner}.id`)} = ${actingFor(tx)} or (${sql.ref(`${owner}.claimed_at`)} is null and ${sql.ref(`${owner}.listed_by`)} = ${personOf(tx)}))`
  return sql<SqlBool>`(${inSight(tx, owner, `${owner}.sight`, 'page')}
    and (${ours} or (${column('withdrawn_at')} is null and ${column('ends_on')} >= ${tx.now}::date and ${column('network_id')} = any (${circles(tx)})))
    and may_see(${column('sight')}, ${ours}, ${sql.ref(`${owner}.id`)} in ${countingUs(tx)}, true, false))`
}
