import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { networkInSight } from '../networks/index.ts'
import { actingFor, circles, countingUs, inSight, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/** The first wall of this room, from ctx alone (see `organisations/scope.ts`); the rule is in `sight.ts`. `alias` is that of `brief`. */
export function briefInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const inNetwork = sql<boolean>`${column('network_id')} = any (${circles(tx)})`
  const partner = sql<boolean>`o.id in ${countingUs(tx)}`
  return sql<SqlBool>`(${isUs(tx, `${alias}.organisation_id`)} or (${column('published_at')} is not null
    and (${inNetwork} or exists (select 1 from network n where n.id = ${column('network_id')} and ${networkInSight(tx, 'n')}))
    and (${column('id')} = any (${interestedIn(tx)}) or ${column('id')} = any (${grantedBriefs(tx)})
      or (${column('withdrawn_at')} is null and exists (select 1 from organisation o where o.id = ${column('organisation_id')} and ${inSight(tx, 'o', 'o.sight', 'page')}
        and may_see(${column('sight')}, false, ${partner}, ${inNetwork}, false))))))`
}

/** What only its owner sees: drafts being read, values, parts taken out. */
export function isUs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}

/** Interest is known to its two sides alone. */
export function isOneSide(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${isUs(tx, `${alias}.organisation_id`)} or ${isUs(tx, `${alias}.brief_owner_id`)})`
}

const organisationOf = (tx: Viewer) => sql<string | null>`${tx.actor.organisation ?? null}::uuid`
const interestedIn = (tx: Viewer) => sql<string[]>`(select interested_in(${personOf(tx)}, ${organisationOf(tx)}))::uuid[]`
const grantedBriefs = (tx: Viewer) => sql<string[]>`(select granted_things(${personOf(tx)}, ${organisationOf(tx)}, 'brief', ${tx.now}::timestamptz))::uuid[]`
