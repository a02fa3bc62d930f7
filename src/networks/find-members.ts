import { sql } from 'kysely'
import { circles, inSight } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { holds } from './member-store.ts'
import { membershipInSight } from './scope.ts'

/** Members of any of one's networks whose words hold all of these; what the page of each does not show to us is not searched. */
export async function findMembers(tx: Tx, words: string, most = 20): Promise<readonly { id: Id<'organisation'>; name: string; line?: string }[]> {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  if (sought.length === 0) return []
  let page = tx.db.selectFrom('membership as m').where('m.left_at', 'is', null).where(sql<boolean>`m.network_id = any (${circles(tx)})`).where(membershipInSight(tx, 'm')).select(['m.organisation_id', 'm.listed_as']).distinct()
  for (const word of sought) page = page.where(holds('m.listed_words', word))
  const rows = await tx.db.with((cte) => cte('found').materialized(), () => page.orderBy('m.listed_as').orderBy('m.organisation_id').limit(most)).selectFrom('found')
    .innerJoin('organisation as o', (join) => join.onRef('o.id', '=', 'found.organisation_id').on(inSight(tx, 'o', 'o.sight', 'page')))
    .select(['found.organisation_id', 'found.listed_as', 'o.line']).orderBy(sql`found.listed_as`).orderBy('found.organisation_id').execute()
  return rows.map((row) => ({ id: row.organisation_id as Id<'organisation'>, name: row.listed_as, line: row.line ?? undefined })) // a column of organisation ids
}
