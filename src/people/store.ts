import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { newSecret, readSecret, sameHash } from '../kit/secrets.ts'
import type { Account, Person } from './person.ts'
import { IDLE_FOR_MS, isAlive, LASTS_MS, type FoundSession, type Session, type Started, type WayIn } from './session.ts'

// People and how they sign in. Row-level security lets a person see their own rows; looking anyone up takes the house.

export type NewPerson = { readonly name: string; readonly email: string; readonly emailConfirmedAt?: Date; readonly passwordHash?: string }

/** Nothing where the address has an account; two at once come out as one. */
export async function addPerson({ db, now }: Tx, person: NewPerson): Promise<Id<'person'> | undefined> {
  const id = newId<'person'>()
  await db.insertInto('person').values({ id, name: person.name, joined_at: now }).execute()
  const account = await db.insertInto('account').values({
    person_id: id, email: person.email, email_confirmed_at: person.emailConfirmedAt,
    password_hash: person.passwordHash, password_set_at: person.passwordHash ? now : null,
  }).onConflict((at) => at.column('email').doNothing()).returning('person_id').executeTakeFirst()
  if (account) return id
  await db.deleteFrom('person').where('id', '=', id).execute()
  return undefined
}

/** Names of people this actor may see, for pages that show who did what. */
export async function listPeople({ db }: Tx, ids: readonly Id<'person'>[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map((row) => ({ id: ours<'person'>(row.id), name: row.name }))
}

export async function renamePerson({ db }: Tx, person: Id<'person'>, name: string): Promise<void> {
  await db.updateTable('person').set({ name }).where('id', '=', person).execute()
}

export function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  return oneAccount(tx, (rows) => rows.where('account.email', '=', email))
}

export function findAccount(tx: Tx, person: Id<'person'>): Promise<Account | undefined> {
  return oneAccount(tx, (rows) => rows.where('account.person_id', '=', person))
}

const accounts = ({ db }: Tx) => db.selectFrom('account').innerJoin('person', 'person.id', 'account.person_id')
  .select(['person.id', 'person.name', 'account.email', 'account.email_confirmed_at', 'account.password_hash']).where('person.closed_at', 'is', null)

async function oneAccount(tx: Tx, which: (rows: ReturnType<typeof accounts>) => ReturnType<typeof accounts>): Promise<Account | undefined> {
  const row = await which(accounts(tx)).executeTakeFirst()
  return row && {
    person: ours<'person'>(row.id), name: row.name, email: row.email,
    emailConfirmedAt: row.email_confirmed_at ?? undefined, passwordHash: row.password_hash ?? undefined,
  }
}

export async function savePassword({ db, now }: Tx, person: Id<'person'>, hash: string | null): Promise<void> {
  await db.updateTable('account').set({ password_hash: hash, password_set_at: hash ? now : null }).where('person_id', '=', person).execute()
}

/** False where another account has the address. */
export async function saveEmail({ db, now }: Tx, person: Id<'person'>, email: string): Promise<boolean> {
  const taken = await db.selectFrom('account').select('person_id').where('email', '=', email).where('person_id', '!=', person).executeTakeFirst()
  if (taken) return false
  await db.updateTable('account').set({ email, email_confirmed_at: now }).where('person_id', '=', person).execute()
  return true
}

/** What is left is a row without a name, so that what they did with others still stands. */
export async function emptyPerson({ db, now }: Tx, person: Id<'person'>, name: string): Promise<void> {
  for (const table of ['account', 'passkey', 'outside_identity', 'session', 'host'] as const) {
    await db.deleteFrom(table).where('person_id', '=', person).execute()
  }
  await db.updateTable('person').set({ name, closed_at: now }).where('id', '=', person).execute()
}

export async function findAnyHost({ db }: Tx): Promise<Id<'person'> | undefined> {
  const row = await db.selectFrom('host').select('person_id').limit(1).executeTakeFirst()
  return row && ours<'person'>(row.person_id)
}

export async function isOnlyHost({ db }: Tx, person: Id<'person'>): Promise<boolean> {
  const hosts = await db.selectFrom('host').select('person_id').limit(2).execute()
  return hosts.length === 1 && hosts[0]?.person_id === person
}

export async function addHost({ db, now, actor }: Tx, person: Id<'person'>): Promise<void> {
  await db.insertInto('host').values({ person_id: person, since: now, made_by: actor.person }).onConflict((at) => at.doNothing()).execute()
}

// Sessions.

export async function addSession({ db, now, address }: Tx, person: Id<'person'>, how: WayIn, device: string): Promise<Started> {
  const id = newId<'session'>()
  const secret = newSecret('session')
  await db.insertInto('session').values({
    id, key: secret.id, hash: secret.hash, person_id: person, started_at: now, seen_at: now, proved_at: now, how, device: device.slice(0, 100), address,
  }).execute()
  return { token: secret.text, session: id, person, endsAt: new Date(now.getTime() + LASTS_MS) }
}

/** A new token for the same session; the old one ends with it. `proved` notes that the person has just shown who they are. */
export async function renewSession({ db, now }: Tx, session: Id<'session'>, proved: boolean): Promise<Started> {
  const secret = newSecret('session')
  const row = await db.updateTable('session').set({ key: secret.id, hash: secret.hash, seen_at: now, ...(proved ? { proved_at: now } : {}) })
    .where('id', '=', session).where('ended_at', 'is', null).returning(['person_id', 'started_at']).executeTakeFirstOrThrow()
  return { token: secret.text, session, person: ours<'person'>(row.person_id), endsAt: new Date(row.started_at.getTime() + LASTS_MS) }
}

export async function findLiveSession({ db, now }: Tx, token: string): Promise<(FoundSession & { seenAt: Date }) | undefined> {
  const secret = readSecret('session', token)
  if (!secret) return undefined
  const row = await db.selectFrom('session').innerJoin('person', 'person.id', 'session.person_id').leftJoin('host', 'host.person_id', 'person.id')
    .select(['session.id', 'session.hash', 'session.started_at', 'session.seen_at', 'session.proved_at', 'session.acting_for', 'session.in_network',
      'person.id as person', 'person.name', 'host.since as hostSince'])
    .where('session.key', '=', secret.id).where('session.ended_at', 'is', null).where('person.closed_at', 'is', null).executeTakeFirst()
  if (!row || !sameHash(row.hash, secret.hash) || !isAlive({ startedAt: row.started_at, seenAt: row.seen_at }, now)) return undefined
  return {
    id: ours<'session'>(row.id), person: ours<'person'>(row.person), name: row.name, isHost: row.hostSince !== null, provedAt: row.proved_at,
    organisation: row.acting_for ? ours<'organisation'>(row.acting_for) : undefined,
    network: row.in_network ? ours<'network'>(row.in_network) : undefined, seenAt: row.seen_at,
  }
}

export async function noteSeen({ db, now }: Tx, session: Id<'session'>): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('id', '=', session).where('seen_at', '<', now).execute()
}

export async function saveActingAs({ db }: Tx, session: Id<'session'>, as: { organisation?: Id<'organisation'>; network?: Id<'network'> }): Promise<void> {
  await db.updateTable('session').set({ acting_for: as.organisation ?? null, in_network: as.network ?? null }).where('id', '=', session).execute()
}

/** Where a person is signed in, the latest first. */
export async function listLiveSessions({ db, now, actor }: Tx, person: Id<'person'>): Promise<readonly Session[]> {
  const rows = await db.selectFrom('session').select(['id', 'started_at', 'seen_at', 'device', 'address', 'how'])
    .where('person_id', '=', person).where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(now.getTime() - IDLE_FOR_MS)).where('started_at', '>', new Date(now.getTime() - LASTS_MS))
    .orderBy('seen_at', 'desc').orderBy('id').limit(100).execute()
  return rows.map((row) => ({
    id: ours<'session'>(row.id), startedAt: row.started_at, seenAt: row.seen_at, device: row.device, address: row.address,
    how: row.how as WayIn, isThisOne: row.id === actor.session, // written by addSession, so one of these words
  }))
}

/** Ends one session, or all of a person's but one; says how many. */
export async function endSessions({ db, now }: Tx, which: { person: Id<'person'>; only?: Id<'session'>; butNot?: Id<'session'> }): Promise<number> {
  let rows = db.updateTable('session').set({ ended_at: now }).where('person_id', '=', which.person).where('ended_at', 'is', null)
  if (which.only) rows = rows.where('id', '=', which.only)
  if (which.butNot) rows = rows.where('id', '!=', which.butNot)
  return Number((await rows.executeTakeFirst()).numUpdatedRows)
}

export async function deleteOldSessions({ db }: Tx, before: Date): Promise<void> {
  await db.deleteFrom('session').where('seen_at', '<', before).execute()
}

export async function deleteOldLinks({ db }: Tx, acts: readonly string[], before: Date): Promise<void> {
  await db.deleteFrom('one_time_link').where('act', 'in', acts).where('ends_at', '<', before).execute()
}

/** Links for a person that are still open, such as a reset that is overtaken by another. */
export async function withdrawLinksOf({ db, now }: Tx, acts: readonly string[], person: Id<'person'>): Promise<void> {
  await db.updateTable('one_time_link').set({ withdrawn_at: now }).where('act', 'in', acts).where(sql<string>`subject ->> 'person'`, '=', person)
    .where('used_at', 'is', null).where('withdrawn_at', 'is', null).execute()
}

/** Our own columns hold our own ids. */
function ours<Of extends string>(id: string): Id<Of> {
  return id as Id<Of>
}
