import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { referralInSight } from './scope.ts'

export type Declined = { /** Who will not, or did not, take this person. */ readonly thisPerson: readonly string[]; /** How many of ours each said no to, or let lapse, in the last three months. */ readonly lately: ReadonlyMap<string, number> }

/** Who said no, of what we may see ourselves: nobody learns here what somebody else was told. */
export async function listDeclined(tx: Tx, us: Id<'organisation'>, person: Id<'referral-person'> | undefined): Promise<Declined> {
  const since = new Date(tx.now.getTime() - 90 * 86_400_000)
  const rows = await tx.db.selectFrom('referral as r').where(referralInSight(tx, 'r')).where((at) => at.or([at('r.given_by', '=', us), ...(person ? [at('r.person_id', '=', person)] : [])]))
    .where((at) => at.or([at('r.declined_at', '>', since), at('r.unanswered_at', '>', since), ...(person ? [at('r.person_id', '=', person)] : [])]))
    .select(['r.given_to', 'r.given_by', 'r.person_id', 'r.declined_at', 'r.unanswered_at']).execute()
  const lately = new Map<string, number>()
  for (const row of rows) if (row.given_by === us && (row.declined_at ?? row.unanswered_at ?? new Date(0)) > since) lately.set(row.given_to, (lately.get(row.given_to) ?? 0) + 1)
  return { thisPerson: person ? rows.filter((row) => row.person_id === person).map((row) => row.given_to) : [], lately }
}
