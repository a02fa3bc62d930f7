import { sql, type RawBuilder } from 'kysely'
import { circles, inSightOfMember } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { holds, wordsOf } from './member-store.ts'
import { asTyped } from './name-typed.ts'
import { membershipInSight } from './scope.ts'

export type Near = { readonly id: Id<'organisation'>; readonly name: string; readonly line?: string }
type Found = { organisation_id: string; listed_as: string; line: string | null }

/**
 * Members of any of one's networks whose words hold all of these; what the page of each does not show to us is not searched. Each
 * network's list is walked in its own order and left at the most wanted, so no table is read whole.
 */
export async function findMembers(tx: Tx, words: string, most = 20): Promise<readonly Near[]> {
  const sought = wordsOf(words)
  return sought.length === 0 ? [] : walk(tx, sql.join(sought.map((word) => holds('m.listed_words', word)), sql` and `), most)
}

/** Members of one's networks other than the organisation acted for, by name, to choose among. */
export async function listToChooseFrom(tx: Tx, most = 200): Promise<readonly Near[]> {
  return walk(tx, notUs(tx), most)
}

/**
 * Whom a typed name may mean, among those of `listToChooseFrom` and nobody else: those called just so, capitals, accents, spaces and
 * apostrophes aside; where nobody is, those whose name holds every word. What is hidden and what is not there are both answered by nothing.
 */
export async function findByName(tx: Tx, typed: string, most: number): Promise<{ readonly exactly: boolean; readonly fits: readonly Near[] }> {
  const { whole, words } = asTyped(typed)
  if (words.length === 0) return { exactly: false, fits: [] }
  const holdsAll = sql.join(words.map((word) => holds('m.listed_plain', word)), sql` and `)
  const { rows } = await sql<Found & { exactly: boolean }>`
    with called as materialized (${cut(tx, sql<boolean>`${notUs(tx)} and m.listed_plain = ${whole}`, most)}),
      holding as materialized (${cut(tx, sql<boolean>`${notUs(tx)} and not exists (select from called) and ${holdsAll}`, most)})
    select found.organisation_id, found.listed_as, o.line, found.exactly
    from (select *, true as exactly from called union all select *, false from holding) found
    join organisation o on o.id = found.organisation_id and ${inSightOfMember(tx, 'o', 'o.sight', 'page')}
    order by found.listed_as, found.organisation_id limit ${most}`.execute(tx.db)
  return { exactly: rows.some((row) => row.exactly), fits: rows.map(fromRow) }
}

async function walk(tx: Tx, fits: RawBuilder<boolean>, most: number): Promise<readonly Near[]> {
  const { rows } = await sql<Found>`
    with found as materialized (${cut(tx, fits, most)})
    select found.organisation_id, found.listed_as, o.line from found
    join organisation o on o.id = found.organisation_id and ${inSightOfMember(tx, 'o', 'o.sight', 'page')}
    order by found.listed_as, found.organisation_id limit ${most}`.execute(tx.db)
  return rows.map(fromRow)
}

/** The first of each network's list that fit. To an organiser the list also names hidden pages: they are passed over before it is cut, so that they take nobody's place. */
function cut(tx: Tx, fits: RawBuilder<boolean>, most: number) {
  return sql<Found>`
    select distinct line.organisation_id, line.listed_as from unnest(${circles(tx)}) circle(id)
    cross join lateral (
      select m.organisation_id, m.listed_as from membership m
      where m.network_id = circle.id and m.left_at is null and ${membershipInSight(tx, 'm')} and ${fits}
        and exists (select from organisation o where o.id = m.organisation_id and ${inSightOfMember(tx, 'o', 'o.sight', 'page')} offset 0)
      order by m.listed_as, m.organisation_id limit ${most}) line`
}

const fromRow = (row: Found): Near => ({ id: row.organisation_id as Id<'organisation'>, name: row.listed_as, line: row.line ?? undefined }) // a column of organisation ids
const notUs = (tx: Tx) => sql<boolean>`m.organisation_id is distinct from ${tx.actor.organisation ?? null}::uuid`
