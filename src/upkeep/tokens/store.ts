import type { Actor, Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { newSecret, readSecret, sameHash } from '../../kit/secrets.ts'
import { isInUse, type Scope, type Token } from './token.ts'

export async function addToken({ db, now, actor }: Tx, token: { person: Id<'person'>; name: string; scopes: readonly Scope[]; endsAt: Date }): Promise<{ token: Token; text: string }> {
  const id = newId<'token'>()
  const secret = newSecret('token')
  await db.insertInto('api_token').values({
    id, key: secret.id, hash: secret.hash, person_id: token.person, organisation_id: actor.organisation, network_id: actor.network,
    name: token.name, scopes: [...token.scopes], made_at: now, ends_at: token.endsAt,
  }).execute()
  return { token: { id, name: token.name, scopes: token.scopes, madeAt: now, endsAt: token.endsAt }, text: secret.text }
}

export async function listTokensOf({ db }: Tx, person: Id<'person'>): Promise<readonly Token[]> {
  const rows = await db.selectFrom('api_token').selectAll().where('person_id', '=', person).orderBy('made_at', 'desc').orderBy('id').limit(200).execute()
  return rows.map((row) => ({
    id: row.id as Id<'token'>, name: row.name, scopes: row.scopes as Scope[], // our own columns, written by addToken alone
    madeAt: row.made_at, endsAt: row.ends_at, usedAt: row.used_at ?? undefined, withdrawnAt: row.withdrawn_at ?? undefined,
  }))
}

export async function withdraw({ db, now }: Tx, person: Id<'person'>, token: Id<'token'>): Promise<boolean> {
  const row = await db.updateTable('api_token').set({ withdrawn_at: now }).where('id', '=', token).where('person_id', '=', person)
    .where('withdrawn_at', 'is', null).returning('id').executeTakeFirst()
  return !!row
}

export async function deleteTokensOf({ db }: Tx, person: Id<'person'>): Promise<void> {
  await db.deleteFrom('api_token').where('person_id', '=', person).execute()
}

/** Whoever a program speaks for; nothing for a token that is forged, withdrawn or has run out. Runs as the house. */
export async function findToken({ db, now }: Tx, text: string): Promise<Actor | undefined> {
  const secret = readSecret('token', text)
  if (!secret) return undefined
  const row = await db.selectFrom('api_token').innerJoin('person', 'person.id', 'api_token.person_id').selectAll('api_token')
    .where('api_token.key', '=', secret.id).where('person.closed_at', 'is', null).executeTakeFirst()
  if (!row || !sameHash(row.hash, secret.hash) || !isInUse({ endsAt: row.ends_at, withdrawnAt: row.withdrawn_at ?? undefined }, now)) return undefined
  if (!row.used_at || now.getTime() - row.used_at.getTime() >= 60_000) await db.updateTable('api_token').set({ used_at: now }).where('id', '=', row.id).execute()
  return {
    by: 'token', person: row.person_id as Id<'person'>, scopes: row.scopes, // our own columns hold our own ids
    organisation: (row.organisation_id ?? undefined) as Id<'organisation'> | undefined, network: (row.network_id ?? undefined) as Id<'network'> | undefined,
  }
}
