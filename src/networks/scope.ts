import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { actingFor, circles, countingUs, grantingUs, personOf } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/** The first wall of this room: the conditions its queries carry, from ctx alone. See `organisations/scope.ts`. */

/** A network as such: `column` holds its id in the query, `listed` whether anyone may find it. */
export function networkInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${sql.ref(`${alias}.listed`)} = 'anyone' or ${sql.ref(`${alias}.id`)} = any (${circles(tx)}))`
}

/** What belongs to a network's circle: its organisers, its vocabulary. */
export function inCircle(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = any (${circles(tx)})`
}

/** What only organisers see: its join links. */
export function organisedByUs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = any (${organisedNetworks(tx)})`
}

export const organisedNetworks = (tx: Viewer) => sql<string[]>`(select organised_by(${personOf(tx)}))::uuid[]`

export function membershipInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const [network, organisation, word, left] = ['network_id', 'organisation_id', 'sight', 'left_at'].map((column) => sql.ref(`${alias}.${column}`))
  return sql<SqlBool>`(${organisation} = ${actingFor(tx)} or ${network} = any (${organisedNetworks(tx)})
    or (${left} is null and ${network} = any (${circles(tx)})
        and may_see(${word}, false, ${organisation} in ${countingUs(tx)}, true, ${organisation} = any (${grantingUs(tx, 'page')}))))`
}

/** What the owner alone sees: whom it counts as partner. */
export function ownedByUs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}
