import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

/** The third person, as the house keeps them. Everything written of them hangs on this row. */
export type ThirdPerson = {
  readonly id: Id<'referral-person'>
  readonly keptFor: Id<'organisation'>
  readonly shownAs: string
  readonly needs: string
  readonly name: string
  readonly reach: string
  readonly email?: string
  readonly linkId: string
  readonly correctedAt?: Date
}

export type NewPerson = Omit<ThirdPerson, 'correctedAt'>

export async function savePerson(tx: Tx, one: NewPerson): Promise<void> {
  await tx.db.insertInto('referral_person').values({ id: one.id, organisation_id: one.keptFor, shown_as: one.shownAs, needs: one.needs, link_id: one.linkId, kept_at: tx.now }).execute()
  await tx.db.insertInto('referral_reach').values({ person_id: one.id, name: one.name, reach: one.reach, email: one.email }).execute()
}

/** For the house: whoever holds their link, or a letter to them. */
export async function findPerson(tx: Tx, id: string | undefined): Promise<ThirdPerson | undefined> {
  if (!id) return undefined
  const row = await tx.db.selectFrom('referral_person as p').innerJoin('referral_reach as h', 'h.person_id', 'p.id').where('p.id', '=', id)
    .select(['p.id', 'p.organisation_id', 'p.shown_as', 'p.needs', 'p.link_id', 'p.corrected_at', 'h.name', 'h.reach', 'h.email']).executeTakeFirst()
  return row && {
    id: row.id as Id<'referral-person'>, keptFor: row.organisation_id as Id<'organisation'>, shownAs: row.shown_as, needs: row.needs, linkId: row.link_id, // columns of those ids
    name: row.name, reach: row.reach, email: row.email ?? undefined, correctedAt: row.corrected_at ?? undefined,
  }
}

/** Held until the end of the transaction. */
export async function holdPerson(tx: Tx, id: string): Promise<ThirdPerson | undefined> {
  await tx.db.selectFrom('referral_person').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return findPerson(tx, id)
}

export async function correctPersonRow(tx: Tx, id: Id<'referral-person'>, said: Pick<ThirdPerson, 'name' | 'shownAs' | 'needs' | 'reach' | 'email'>): Promise<void> {
  await tx.db.updateTable('referral_person').set({ shown_as: said.shownAs, needs: said.needs, corrected_at: tx.now }).where('id', '=', id).execute()
  await tx.db.updateTable('referral_reach').set({ name: said.name, reach: said.reach, email: said.email ?? null }).where('person_id', '=', id).execute()
}

/** Takes every word of theirs along. */
export async function deletePerson(tx: Tx, id: Id<'referral-person'>): Promise<void> {
  await tx.db.deleteFrom('referral_person').where('id', '=', id).execute()
}

export type Erasure = { readonly reference: string; readonly because: ErasedBecause; readonly told: number; readonly at: Date }
export type ErasedBecause = 'asked' | 'told-us' | 'said-no' | 'time'

export async function saveErasure(tx: Tx, person: Id<'referral-person'>, one: { reference: string; fingerprint: Buffer; because: ErasedBecause; told: number }): Promise<void> {
  await tx.db.insertInto('referral_erasure').values({ ...one, person_id: person, erased_at: tx.now }).execute()
}

export async function findErasure(tx: Tx, person: string): Promise<Erasure | undefined> {
  const row = await tx.db.selectFrom('referral_erasure').select(['reference', 'because', 'told', 'erased_at']).where('person_id', '=', person).executeTakeFirst()
  return row && { reference: row.reference, because: row.because as ErasedBecause, told: row.told, at: row.erased_at } // checked by the database
}
