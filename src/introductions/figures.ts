import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

export type IntroductionTotals = { readonly made: number; readonly led: number }

/** What an organiser may know: how many introductions were made, and how many of those two are partners since. As the house, once it asked who organises. */
export async function totalsOfIntroductionsIn(tx: Tx, network: Id<'network'>, since: Date): Promise<IntroductionTotals> {
  if (tx.actor.by !== 'house') throw new Error('Only the house counts the introductions of everyone.')
  const { rows } = await sql<IntroductionTotals>`
    select count(*)::int as made, count(*) filter (where exists (select 1 from partnership p where p.agreed_at >= i.made_at
        and p.one_id in (i.organisation_id, i.other_id) and p.other_id in (i.organisation_id, i.other_id)))::int as led
      from introduction i where i.network_id = ${network}::uuid and i.made_at >= ${since}::timestamptz`.execute(tx.db)
  return rows[0] ?? { made: 0, led: 0 }
}
