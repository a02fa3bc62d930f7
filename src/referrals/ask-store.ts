import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

export type AskAbout = 'person' | 'receiver' | 'question' | 'outcome'

/** Which asks belong to a referral: to find the one that waits, and in the end to take away what their letters said. As the house. */
export async function noteAsk(tx: Tx, referral: Id<'referral'>, ask: Id<'ask'>, about: AskAbout): Promise<void> {
  await tx.db.insertInto('referral_ask').values({ referral_id: referral, ask_id: ask, about }).execute()
}

export async function findOpenAsk(tx: Tx, referral: Id<'referral'>, about: AskAbout): Promise<Id<'ask'> | undefined> {
  const row = await open(tx, referral).where('m.about', '=', about).orderBy('a.asked_at', 'desc').limit(1).executeTakeFirst()
  return row?.ask_id as Id<'ask'> | undefined // a column of ask ids
}

export async function listOpenAsks(tx: Tx, referral: Id<'referral'>): Promise<readonly Id<'ask'>[]> {
  return (await open(tx, referral).execute()).map((row) => row.ask_id as Id<'ask'>) // a column of ask ids
}

export async function listAsks(tx: Tx, referrals: readonly Id<'referral'>[]): Promise<readonly Id<'ask'>[]> {
  if (referrals.length === 0) return []
  return (await tx.db.selectFrom('referral_ask').select('ask_id').where('referral_id', 'in', referrals).execute()).map((row) => row.ask_id as Id<'ask'>) // a column of ask ids
}

function open(tx: Tx, referral: Id<'referral'>) {
  return tx.db.selectFrom('referral_ask as m').innerJoin('ask as a', 'a.id', 'm.ask_id').where('m.referral_id', '=', referral)
    .where('a.answered_at', 'is', null).where('a.withdrawn_at', 'is', null).where('a.ended_at', 'is', null).select('m.ask_id')
}
