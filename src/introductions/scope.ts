import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { organisedByUs } from '../networks/index.ts'
import { actingFor, personOf } from '../organisations/index.ts'

type Viewer = Pick<Tx, 'actor' | 'now'>
const all = sql<SqlBool>`true`

/**
 * The first wall of this room. An introduction is known to who asked and to who introduces; to the other side once it is asked; to the
 * organiser who began it, while they organise. `i` is the alias of `introduction`.
 */
export function introductionInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(${wasBegun(tx)} or ${wasAsked(tx, 'i.network_id', 'i.id')})`
}

/** Whoever asked, introduces, or organises; not yet whoever is to be asked. */
function wasBegun(tx: Viewer): RawBuilder<SqlBool> {
  return sql<SqlBool>`(i.introducer_id = ${actingFor(tx)} or (i.organisation_id = ${actingFor(tx)} and i.introducer_id is not null)
    or (i.organiser_id = ${personOf(tx)} and ${organisedByUs(tx, 'i.network_id')}))`
}

function wasAsked(tx: Viewer, network: string, introduction: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from introduction_word asked where asked.network_id = ${sql.ref(network)} and asked.introduction_id = ${sql.ref(introduction)} and asked.organisation_id = ${actingFor(tx)})`
}

/** What one was asked and said: `w` is `introduction_word`. */
export function wordInSight(tx: Viewer): RawBuilder<SqlBool> {
  return tx.actor.by === 'house' ? all : sql<SqlBool>`w.organisation_id = ${actingFor(tx)}`
}

/** A note is read by who wrote it, by who introduces, and by whom it is for once they are asked: `n` beside `i`. */
export function noteInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(n.organisation_id = ${actingFor(tx)} or i.introducer_id = ${actingFor(tx)} or (i.organiser_id = ${personOf(tx)} and ${organisedByUs(tx, 'i.network_id')})
    or (n.to_id = ${actingFor(tx)} and ${wasAsked(tx, 'n.network_id', 'n.introduction_id')}))`
}

/** How a side may be reached: its own to see, and the other side’s once the introduction is made: `c` beside `i`. */
export function contactInSight(tx: Viewer): RawBuilder<SqlBool> {
  if (tx.actor.by === 'house') return all
  return sql<SqlBool>`(c.organisation_id = ${actingFor(tx)} or (i.made_at is not null and (i.organisation_id = ${actingFor(tx)} or i.other_id = ${actingFor(tx)})))`
}
