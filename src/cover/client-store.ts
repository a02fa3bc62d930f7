import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { Client, Pack, Said } from './cover.ts'
import { clientInSight, packInSight } from './scope.ts'

/** The client of a cover, for whoever may know. Nothing where they are not known yet, not for these eyes, or erased. */
export async function findClient(tx: Tx, cover: Id<'cover'>): Promise<Client | undefined> {
  const row = await tx.db.selectFrom('cover_client').selectAll().where('cover_id', '=', cover).where(clientInSight(tx)).executeTakeFirst()
  return row && {
    name: row.name, email: row.email ?? undefined, phone: row.phone ?? undefined, contact: row.contact ?? undefined, shown: row.shown, toldAt: row.told_at,
    talk: row.talk as unknown as readonly Said[], // written by addToTalk
  }
}

export async function putClient(tx: Tx, of: { organisation: Id<'organisation'>; cover: Id<'cover'> }, client: Omit<Client, 'talk' | 'toldAt'> & { toldAt?: Date }): Promise<void> {
  const words = { name: client.name, email: client.email ?? null, phone: client.phone ?? null, contact: client.contact ?? null, shown: client.shown, told_at: client.toldAt ?? tx.now }
  await tx.db.insertInto('cover_client').values({ organisation_id: of.organisation, cover_id: of.cover, ...words }).onConflict((at) => at.columns(['organisation_id', 'cover_id']).doUpdateSet(words)).execute()
}

export async function correctClient(tx: Tx, cover: Id<'cover'>, words: Pick<Client, 'name' | 'email' | 'phone'>): Promise<void> {
  await tx.db.updateTable('cover_client').set({ name: words.name, email: words.email ?? null, phone: words.phone ?? null }).where('cover_id', '=', cover).execute()
}

/** A question of the client, or our reply. Held with the cover by whoever calls. */
export async function addToTalk(tx: Tx, cover: Id<'cover'>, said: Omit<Said, 'at'>): Promise<void> {
  const row = await tx.db.selectFrom('cover_client').select('talk').where('cover_id', '=', cover).executeTakeFirst()
  if (!row) return
  const talk = [...(row.talk as unknown as readonly Said[]), { ...said, at: tx.now.toISOString() }] // written here
  await tx.db.updateTable('cover_client').set({ talk: JSON.stringify(talk) }).where('cover_id', '=', cover).execute()
}

export async function markReminded(tx: Tx, cover: Id<'cover'>): Promise<void> {
  await tx.db.updateTable('cover_client').set({ reminded_at: tx.now }).where('cover_id', '=', cover).execute()
}

/** Clients who were asked by mail, have said nothing for half their time, and were not reminded yet. */
export async function listClientsToRemind(tx: Tx, before: Date, most: number) {
  const rows = await tx.db.selectFrom('cover_client as k').innerJoin('cover as c', (join) => join.onRef('c.organisation_id', '=', 'k.organisation_id').onRef('c.id', '=', 'k.cover_id'))
    .where('k.reminded_at', 'is', null).where('k.email', 'is not', null).where('c.client_asked_at', '<', before).where('c.client_agreed_at', 'is', null).where('c.client_declined_at', 'is', null)
    .where('c.client_silent_at', 'is', null).where('c.withdrawn_at', 'is', null).select(['k.cover_id', 'k.email', 'c.organisation_id', 'c.client_link_id']).limit(most).forUpdate('k').skipLocked().execute()
  return rows.map((row) => ({ cover: row.cover_id as Id<'cover'>, organisation: row.organisation_id as Id<'organisation'>, email: row.email ?? '', link: row.client_link_id ?? '' })) // columns of those ids
}

export async function deleteClient(tx: Tx, cover: Id<'cover'>): Promise<void> {
  await tx.db.deleteFrom('cover_client').where('cover_id', '=', cover).execute()
  await tx.db.deleteFrom('cover_pack').where('cover_id', '=', cover).execute()
}

/** Letters that carried the client's own link go with them: they hold the address, and the words. */
export async function deleteLetters(tx: Tx, link: string): Promise<void> {
  await tx.db.deleteFrom('mail').where('main_link', 'like', `%${link}`).execute() // letters, digits and _ only
}

export async function findPack(tx: Tx, cover: Id<'cover'>): Promise<Pack | undefined> {
  const row = await tx.db.selectFrom('cover_pack').selectAll().where('cover_id', '=', cover).where(packInSight(tx)).executeTakeFirst()
  return row && { contact: row.contact ?? undefined, promises: row.promises ?? undefined, dates: row.dates ?? undefined, how: row.how ?? undefined, access: row.access ?? undefined, writtenAt: row.written_at }
}

export async function putPack(tx: Tx, of: { organisation: Id<'organisation'>; cover: Id<'cover'> }, pack: Omit<Pack, 'writtenAt'>): Promise<void> {
  const words = { contact: pack.contact ?? null, promises: pack.promises ?? null, dates: pack.dates ?? null, how: pack.how ?? null, access: pack.access ?? null, written_at: tx.now, written_by: tx.actor.person ?? null }
  await tx.db.insertInto('cover_pack').values({ organisation_id: of.organisation, cover_id: of.cover, ...words }).onConflict((at) => at.columns(['organisation_id', 'cover_id']).doUpdateSet(words)).execute()
}
