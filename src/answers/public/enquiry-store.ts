import type { Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import type { Enquiry, EnquiryWords } from './enquiry.ts'

/** Keeps an enquiry. The house writes it, since whoever sends it is nobody we know. */
export async function saveEnquiry(tx: Tx, organisation: Id<'organisation'>, words: EnquiryWords): Promise<Id<'enquiry'>> {
  const id = newId<'enquiry'>()
  await tx.db.insertInto('enquiry').values({ organisation_id: organisation, id, ...words, made_at: tx.now }).execute()
  return id
}

/** For the house, which was given the ids by an ask or a link. */
export async function findEnquiry(tx: Tx, organisation: string, id: string): Promise<Enquiry | undefined> {
  const row = await tx.db.selectFrom('enquiry').selectAll().where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()
  return row && {
    organisation: row.organisation_id as Id<'organisation'>, id: row.id as Id<'enquiry'>, who: row.who, reach: row.reach, could: row.could, email: row.email ?? undefined, madeAt: row.made_at, // columns of those ids
    answer: row.answered_at ? { word: row.answer === 'yes' ? 'yes' : 'no', note: row.note ?? undefined, at: row.answered_at } : undefined,
  }
}

export async function markEnquiry(tx: Tx, { organisation, id }: Pick<Enquiry, 'organisation' | 'id'>, said: { word: 'yes' | 'no'; note?: string }): Promise<void> {
  await tx.db.updateTable('enquiry').set({ answered_at: tx.now, answer: said.word, note: said.note ?? null }).where('organisation_id', '=', organisation).where('id', '=', id).execute()
}

export async function forgetEnquiries(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('enquiry').where('made_at', '<', before).execute()
}

/** Where an enquiry goes: the address on the page, whoever may see it there, else the owner who has been there longest. The house asks. */
export async function findWhereToWrite(tx: Tx, organisation: Id<'organisation'>): Promise<{ name: string; email?: string }> {
  const row = await tx.db.selectFrom('organisation as o').leftJoin('organisation_contact as c', 'c.organisation_id', 'o.id').where('o.id', '=', organisation).select(['o.name', 'c.email']).executeTakeFirstOrThrow()
  if (row.email) return { name: row.name, email: row.email }
  const owner = await tx.db.selectFrom('staff as s').innerJoin('account as p', 'p.person_id', 's.person_id').where('s.organisation_id', '=', organisation).where('s.role', '=', 'owner').where('s.left_at', 'is', null)
    .select('p.email').orderBy('s.since').limit(1).executeTakeFirst()
  return { name: row.name, email: owner?.email }
}
