import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/** The first wall of this room, from ctx alone (see `organisations/scope.ts`): the parties of the job, each its own side. `alias` is `outcome` in the query. */
export function outcomeInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`exists (select 1 from job_party us where us.job_id = ${sql.ref(`${alias}.job_id`)} and us.organisation_id = ${actingFor(tx)})`
}

/** A piece kept apart is seen by its holder and by whoever noted it. */
export function partInSight(tx: Viewer, part: string, outcome: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${outcomeInSight(tx, outcome)} and (${sql.ref(`${part}.apart_at`)} is null or ${sql.ref(`${part}.organisation_id`)} = ${actingFor(tx)} or ${sql.ref(`${outcome}.noted_by_organisation`)} = ${actingFor(tx)}))`
}

export function isOurs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}
