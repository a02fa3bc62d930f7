import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`
const organisationOf = (tx: Viewer) => sql<string | null>`${tx.actor.organisation ?? null}::uuid`

/** The first wall of this room, from ctx alone. Row-level security says the same again (migration 96). */

/** One of the two sides of a bench. */
export function onOurBench(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(organisation_id = ${actingFor(tx)} or associate_id = ${actingFor(tx)})`
}

/** A cover of ours, or one that we are being asked for or took. */
export function coverInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(organisation_id = ${actingFor(tx)} or id in (select covers_shown_to(${personOf(tx)}, ${organisationOf(tx)})))`
}

/** All who are asked, for the owner; their own line for each who was. */
export function askedInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(organisation_id = ${actingFor(tx)} or (asked_at is not null and associate_id = ${actingFor(tx)}))`
}

/** The client: ours to see, and entrusted to whoever took it while the client's yes and the work last. */
export function clientInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(organisation_id = ${actingFor(tx)} or cover_id in (select covers_entrusted_to(${personOf(tx)}, ${organisationOf(tx)}, ${tx.now}::timestamptz)))`
}

export function packInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(organisation_id = ${actingFor(tx)} or cover_id in (select packs_handed_to(${personOf(tx)}, ${organisationOf(tx)}, ${tx.now}::timestamptz)))`
}
