import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>

/** The first wall of this room, from ctx alone: one's own side, and through it what both share. */
export function isOurs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}

/** What both share: seen by whoever has a side. */
export function haveASide(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} in (select us.partnership_id from partnership_side us where us.organisation_id = ${actingFor(tx)})`
}
