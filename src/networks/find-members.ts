import { sql } from 'kysely'
import { circles, inSightOfMember } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { holds, wordsOf } from './member-store.ts'
import { membershipInSight } from './scope.ts'

export type Near = { readonly id: Id<'organisation'>; readonly name: string; readonly line?: string }
type Found = { organisation_id: string; listed_as: string; line: string | null }

/**
 * Members of any of one's networks whose words hold all of these; what the page of each does not show to us is not searched. Each
 * network's list is walked in its own order and left at the most wanted, so no table is read whole.
 */
export async function findMembers(tx: Tx, words: string, most = 20): Promise<readonly Near[]> {
  const sought = wordsOf(words)
  return sought.length === 0 ? [] : walk(tx, sought, most)
}

/** Members of one's networks other than the organisation acted for, by name, to choose among. */
export async function listToChooseFrom(tx: Tx, most = 200): Promise<readonly Near[]> {
  return (await walk(tx, [], most)).filter((one) => one.id !== tx.actor.organisation)
}

async function walk(tx: Tx, sought: readonly string[], most: number): Promise<readonly Near[]> {
  const fits = sql.join([sql<boolean>`true`, ...sought.map((word) => holds('m.listed_words', word))], sql` and `)
  const { rows } = await sql<Found>`
    with found as materialized (
      select distinct line.organisation_id, line.listed_as from unnest(${circles(tx)}) circle(id)
      cross join lateral (
        select m.organisation_id, m.listed_as from membership m
        where m.network_id = circle.id and m.left_at is null and ${membershipInSight(tx, 'm')} and ${fits}
        order by m.listed_as, m.organisation_id limit ${most}) line)
    select found.organisation_id, found.listed_as, o.line from found
    join organisation o on o.id = found.organisation_id and ${inSightOfMember(tx, 'o', 'o.sight', 'page')}
    order by found.listed_as, found.organisation_id limit ${most}`.execute(tx.db)
  return rows.map((row) => ({ id: row.organisation_id as Id<'organisation'>, name: row.listed_as, line: row.line ?? undefined })) // a column of organisation ids
}
