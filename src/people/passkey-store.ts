import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'

// Passkeys and outside identities: the ways in that others vouch for.

export type Passkey = { readonly id: Id<'passkey'>; readonly name: string; readonly madeAt: Date; readonly usedAt?: Date }
export type StoredPasskey = {
  readonly id: Id<'passkey'>; readonly person: Id<'person'>; readonly credential: string
  readonly publicKey: Uint8Array<ArrayBuffer>; readonly counter: number; readonly transports: string[]
}

export async function listPasskeys({ db }: Tx, person: Id<'person'>): Promise<readonly (Passkey & { credential: string; transports: string[] })[]> {
  const rows = await db.selectFrom('passkey').selectAll().where('person_id', '=', person).orderBy('made_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id as Id<'passkey'>, name: row.name, madeAt: row.made_at, usedAt: row.used_at ?? undefined, credential: row.credential, transports: row.transports })) // our own column holds our own ids
}

export async function findPasskey({ db }: Tx, credential: string): Promise<StoredPasskey | undefined> {
  const row = await db.selectFrom('passkey').innerJoin('person', 'person.id', 'passkey.person_id').selectAll('passkey')
    .where('credential', '=', credential).where('person.closed_at', 'is', null).executeTakeFirst()
  return row && {
    id: row.id as Id<'passkey'>, person: row.person_id as Id<'person'>, // our own columns hold our own ids
    credential: row.credential, publicKey: Uint8Array.from(row.public_key), counter: row.counter, transports: row.transports,
  }
}

/** False where the passkey is already someone's. */
export async function addPasskey({ db, now }: Tx, person: Id<'person'>, key: { credential: string; publicKey: Uint8Array; counter: number; transports: string[]; name: string }): Promise<boolean> {
  const row = await db.insertInto('passkey').values({
    id: newId<'passkey'>(), person_id: person, credential: key.credential, public_key: Buffer.from(key.publicKey), counter: key.counter, transports: key.transports, name: key.name, made_at: now,
  }).onConflict((at) => at.column('credential').doNothing()).returning('id').executeTakeFirst()
  return !!row
}

export async function notePasskeyUsed({ db, now }: Tx, passkey: Id<'passkey'>, counter: number): Promise<void> {
  await db.updateTable('passkey').set({ counter, used_at: now }).where('id', '=', passkey).execute()
}

export async function deletePasskey({ db }: Tx, person: Id<'person'>, passkey: Id<'passkey'>): Promise<boolean> {
  return (await db.deleteFrom('passkey').where('person_id', '=', person).where('id', '=', passkey).executeTakeFirst()).numDeletedRows > 0n
}

export async function deletePasskeysOf({ db }: Tx, person: Id<'person'>): Promise<void> {
  await db.deleteFrom('passkey').where('person_id', '=', person).execute()
}

export async function findPersonByIdentity({ db, now }: Tx, issuer: string, subject: string): Promise<Id<'person'> | undefined> {
  const row = await db.updateTable('outside_identity').set({ used_at: now }).where('issuer', '=', issuer).where('subject', '=', subject).returning('person_id').executeTakeFirst()
  return row && (row.person_id as Id<'person'>) // our own column holds our own ids
}

export async function addIdentity({ db, now }: Tx, person: Id<'person'>, issuer: string, subject: string): Promise<void> {
  await db.insertInto('outside_identity').values({ issuer, subject, person_id: person, made_at: now, used_at: now }).onConflict((at) => at.doNothing()).execute()
}

export async function hasIdentity({ db }: Tx, person: Id<'person'>): Promise<boolean> {
  return !!await db.selectFrom('outside_identity').select('issuer').where('person_id', '=', person).limit(1).executeTakeFirst()
}
