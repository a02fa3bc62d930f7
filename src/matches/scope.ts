import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>

/** The first wall of this room, from ctx alone (see `organisations/scope.ts`). What the owner alone sees: its choices, its lists. */
export function isOurs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}
