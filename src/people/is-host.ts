import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/** Whether this person hosts the house; looked up each time, never remembered. A person may ask it of themselves only. */
export async function isHost({ db }: Tx, person: Id<'person'>): Promise<boolean> {
  return !!(await db.selectFrom('host').select('person_id').where('person_id', '=', person).executeTakeFirst())
}
