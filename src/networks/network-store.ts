import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { slugOf, slugWithLetters, type Listed, type Network, type Place } from './network.ts'
import { actingFor } from '../organisations/index.ts'
import { inCircle, membershipInSight, networkInSight, organisedNetworks } from './scope.ts'

export type NetworkWords = { readonly name: string; readonly purpose: string; readonly kind: string; readonly houseRules?: string; readonly listed: Listed }

/** With how many members one may see, counted to a thousand and no further, since every page asks. */
export type MyNetwork = Network & Place & { readonly members: number }

/** A network by the readable part of its address, and how the asker stands to it. */
export async function getNetwork(tx: Tx, slug: string): Promise<Network & Place> {
  const found = /^[a-z0-9-]{1,80}$/.test(slug) ? await findNetworkBy(tx, 'slug', slug) : undefined
  if (!found) throw new NotFound('There is no such network, or it is not shown to you.', 'Check the address, or ask whoever told you about it for an invitation.')
  return found
}

export async function getNetworkById(tx: Tx, id: Id<'network'>): Promise<Network & Place> {
  const found = await findNetworkBy(tx, 'id', id)
  if (!found) throw new NotFound('There is no such network, or it is not shown to you.')
  return found
}

async function findNetworkBy(tx: Tx, column: 'slug' | 'id', value: string): Promise<(Network & Place) | undefined> {
  const row = await tx.db.selectFrom('network as n').where(`n.${column}`, '=', value).where('n.closed_at', 'is', null).where(networkInSight(tx, 'n'))
    .select(['n.id', 'n.slug', 'n.name', 'n.purpose', 'n.kind', 'n.house_rules', 'n.listed', 'n.opened_at', organises(tx), isMember(tx)]).executeTakeFirst()
  return row && fromRow(row)
}

/** The networks where the asker stands, by name. */
export async function listMyNetworks(tx: Tx, most = 100): Promise<readonly MyNetwork[]> {
  if (!tx.actor.person) return []
  const rows = await tx.db.selectFrom('network as n').where('n.closed_at', 'is', null).where(inCircle(tx, 'n.id'))
    .select(['n.id', 'n.slug', 'n.name', 'n.purpose', 'n.kind', 'n.house_rules', 'n.listed', 'n.opened_at', organises(tx), isMember(tx)])
    .select(sql<number>`(select count(*) from (select 1 from membership m where m.network_id = n.id and m.left_at is null and ${membershipInSight(tx, 'm')} limit 1000) seen)`.as('members'))
    .orderBy('n.name').orderBy('n.id').limit(most).execute()
  return rows.map((row) => ({ ...fromRow(row), members: row.members }))
}

/** Takes the plain address for a network anyone may find, if it is free; letters at random otherwise, which tell nothing of the hidden ones. */
/** The addresses of those networks that may be seen, by their ids. */
export async function slugsOf(tx: Tx, ids: readonly Id<'network'>[]): Promise<ReadonlyMap<string, string>> {
  const rows = ids.length === 0 ? [] : await tx.db.selectFrom('network').select(['id', 'slug']).where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}

export async function saveNewNetwork(tx: Tx, words: NetworkWords): Promise<{ id: Id<'network'>; slug: string }> {
  const id = newId<'network'>()
  const wanted = words.listed === 'anyone' ? [slugOf(words.name), slugWithLetters(words.name)] : [slugWithLetters(words.name), slugWithLetters(words.name)]
  for (const slug of wanted) {
    const { numInsertedOrUpdatedRows } = await tx.db.insertInto('network').values({
      id, slug, name: words.name, purpose: words.purpose, kind: words.kind, house_rules: words.houseRules, listed: words.listed, opened_at: tx.now, opened_by: tx.actor.person,
    }).onConflict((at) => at.column('slug').doNothing()).executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return { id, slug }
  }
  throw new Error('Two addresses at random were both taken.') // one in fourteen million
}

export async function saveNetworkWords(tx: Tx, id: Id<'network'>, words: Partial<NetworkWords>): Promise<void> {
  await tx.db.updateTable('network').set({ name: words.name, purpose: words.purpose, kind: words.kind, house_rules: words.houseRules ?? null, listed: words.listed }).where('id', '=', id).execute()
}

export type Organiser = { readonly person: Id<'person'>; readonly name: string; readonly since: Date }

export async function listOrganisers(tx: Tx, network: Id<'network'>): Promise<readonly Organiser[]> {
  const rows = await tx.db.selectFrom('organiser as o').innerJoin('person as p', 'p.id', 'o.person_id')
    .where('o.network_id', '=', network).where('o.ended_at', 'is', null).where(inCircle(tx, 'o.network_id'))
    .select(['o.person_id', 'p.name', 'o.since']).orderBy('o.since').orderBy('o.person_id').execute()
  return rows.map((row) => ({ person: row.person_id as Id<'person'>, name: row.name, since: row.since })) // a column of person ids
}

/** Holds the organisers until the end of the transaction, so that the last two cannot both go. */
export async function holdOrganisers(tx: Tx, network: Id<'network'>): Promise<readonly Id<'person'>[]> {
  const rows = await tx.db.selectFrom('organiser').select('person_id').where('network_id', '=', network).where('ended_at', 'is', null).orderBy('person_id').forUpdate().execute()
  return rows.map((row) => row.person_id as Id<'person'>) // a column of person ids
}

/** Makes someone an organiser, or again; the house writes it. */
export async function saveOrganiser(tx: Tx, network: Id<'network'>, person: Id<'person'>): Promise<void> {
  await tx.db.insertInto('organiser').values({ network_id: network, person_id: person, since: tx.now, made_by: tx.actor.person })
    .onConflict((at) => at.columns(['network_id', 'person_id']).doUpdateSet({ since: tx.now, made_by: tx.actor.person, ended_at: null, ended_by: null })).execute()
}

/** The networks someone tends that are open, in one order for everyone. */
export async function listOrganisedBy(tx: Tx, person: Id<'person'>): Promise<readonly Id<'network'>[]> {
  const rows = await tx.db.selectFrom('organiser as o').innerJoin('network as n', 'n.id', 'o.network_id').select('n.id')
    .where('o.person_id', '=', person).where('o.ended_at', 'is', null).where('n.closed_at', 'is', null).orderBy('n.id').execute()
  return rows.map((row) => row.id as Id<'network'>) // a column of network ids
}

export async function markNetworkClosed(tx: Tx, network: Id<'network'>): Promise<void> {
  await tx.db.updateTable('network').set({ closed_at: tx.now }).where('id', '=', network).execute()
}

export async function markOrganiserEnded(tx: Tx, network: Id<'network'>, person: Id<'person'>): Promise<void> {
  await tx.db.updateTable('organiser').set({ ended_at: tx.now, ended_by: tx.actor.person }).where('network_id', '=', network).where('person_id', '=', person).execute()
}

function organises(tx: Tx) {
  return tx.actor.by === 'house' ? sql<boolean>`true`.as('organises') : sql<boolean>`n.id = any (${organisedNetworks(tx)})`.as('organises')
}

function isMember(tx: Tx) {
  return sql<boolean>`exists (select 1 from membership mine where mine.network_id = n.id and mine.left_at is null and mine.organisation_id = ${actingFor(tx)})`.as('isMember')
}

type Row = { id: string; slug: string; name: string; purpose: string; kind: string; house_rules: string | null; listed: string; opened_at: Date; organises: boolean; isMember: boolean }

function fromRow(row: Row): Network & Place {
  return {
    id: row.id as Id<'network'>, slug: row.slug, name: row.name, purpose: row.purpose, kind: row.kind, houseRules: row.house_rules ?? undefined,
    listed: row.listed as Listed, openedAt: row.opened_at, organises: row.organises, isMember: row.isMember, // both casts: as the columns are checked
  }
}
