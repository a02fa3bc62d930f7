import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { actingFor } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`
const ref = (alias: string, column: string) => sql.ref(`${alias}.${column}`)

/** The first wall of this room, from ctx alone; `sight.ts` says it in words. Each takes the alias of its table in the query. */

export function referralInSight(tx: Viewer, r: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const us = actingFor(tx)
  return sql<SqlBool>`(${ref(r, 'given_by')} = ${us} or (${ref(r, 'offered_at')} is not null and (${ref(r, 'given_to')} = ${us} or ${ref(r, 'begun_by')} = ${us})))`
}

export function personInSight(tx: Viewer, p: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ref(p, 'organisation_id')} = ${actingFor(tx)} or exists (select 1 from referral open_one where open_one.person_id = ${ref(p, 'id')} and ${openTo(tx, 'open_one')}))`
}

export function reachInSight(tx: Viewer, reach: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  const id = ref(reach, 'person_id')
  return sql<SqlBool>`(exists (select 1 from referral_person kept where kept.id = ${id} and kept.organisation_id = ${actingFor(tx)})
    or exists (select 1 from referral in_hand where in_hand.person_id = ${id} and in_hand.accepted_at is not null and in_hand.passed_on_at is null and ${openTo(tx, 'in_hand')}))`
}

/** What is written about one referral; `r` is the alias of the referral itself. */
export function wordsInSight(tx: Viewer, r: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ref(r, 'given_by')} = ${actingFor(tx)} or ${openTo(tx, r)})`
}

export function valueInSight(tx: Viewer, r: string): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${ref(r, 'given_by')} = ${actingFor(tx)} or (${ref(r, 'given_to')} = ${actingFor(tx)} and ${ref(r, 'offered_at')} is not null))`
}

export function isUs(tx: Viewer, column: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} = ${actingFor(tx)}`
}

function openTo(tx: Viewer, r: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${ref(r, 'given_to')} = ${actingFor(tx)} and ${ref(r, 'offered_at')} is not null and ${ref(r, 'declined_at')} is null
    and ${ref(r, 'unanswered_at')} is null and ${ref(r, 'taken_back_at')} is null and ${ref(r, 'stopped_by_person_at')} is null)`
}
