import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/**
 * The first wall of this room, from ctx alone (see `organisations/scope.ts`). The lead sees the whole team; whoever holds a seat sees it
 * but for parts that are kept to their holders; whoever was merely asked, or has left, sees their own seat.
 */
const asking = (tx: Viewer) => sql`${personOf(tx)}, ${tx.actor.organisation ?? null}::uuid`
const led = (tx: Viewer) => sql<string[]>`(select teams_led_by(${asking(tx)}))::uuid[]`
const held = (tx: Viewer) => sql<string[]>`(select teams_held_by(${asking(tx)}))::uuid[]`
const partsHeld = (tx: Viewer) => sql<string[]>`(select parts_held_by(${asking(tx)}))::uuid[]`
const seatsOf = (tx: Viewer) => sql<string[]>`(select seats_of(${asking(tx)}))::uuid[]`
const col = (alias: string, name: string) => sql.ref(`${alias}.${name}`)

export function teamInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${col(alias, 'lead_organisation_id')} = ${actingFor(tx)} or ${col(alias, 'id')} = any (${held(tx)}))`
}

export function ledByUs(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`${col(alias, 'team_id')} = any (${led(tx)})`
}

export function partInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ledByUs(tx, alias)} or ${col(alias, 'id')} = any (${partsHeld(tx)})
    or (${col(alias, 'need_to_know_at')} is null and ${col(alias, 'team_id')} = any (${held(tx)})))`
}

export function seatInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ledByUs(tx, alias)} or ${col(alias, 'organisation_id')} = ${actingFor(tx)}
    or (${col(alias, 'taken_at')} is not null and ${col(alias, 'left_at')} is null and ${col(alias, 'team_id')} = any (${held(tx)})))`
}

export function seatPartInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${betweenTwo(tx, alias)}
    or (${col(alias, 'held_at')} is not null and ${col(alias, 'given_up_at')} is null and ${col(alias, 'team_id')} = any (${held(tx)})
      and part_is_open(${col(alias, 'team_id')}, ${col(alias, 'part_id')}) and seat_is_taken(${col(alias, 'team_id')}, ${col(alias, 'seat_id')})))`
}

/** What belongs to one seat and its lead: words, scope, workshare. */
export function betweenTwo(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ledByUs(tx, alias)} or ${col(alias, 'seat_id')} = any (${seatsOf(tx)}))`
}

export function leadOrUs(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ledByUs(tx, alias)} or ${col(alias, 'organisation_id')} = ${actingFor(tx)})`
}

export function entryInSight(tx: Viewer, alias: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ledByUs(tx, alias)}
    or (${col(alias, 'removed_at')} is null and ${col(alias, 'part_id')} = any (${partsHeld(tx)}))
    or (${col(alias, 'removed_at')} is null and ${col(alias, 'team_id')} = any (${held(tx)}) and (${col(alias, 'part_id')} is null or part_is_open(${col(alias, 'team_id')}, ${col(alias, 'part_id')}))))`
}
