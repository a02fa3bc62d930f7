import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { inSight } from '../../organisations/index.ts'
import type { PublicAddress } from './address.ts'

/** Whose page is at this address, and the address it has now; nothing where the asker may not see the page. */
export async function findByAddress(tx: Tx, slug: string): Promise<PublicAddress | undefined> {
  const row = await tx.db.selectFrom('public_address as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .innerJoin('public_address as now', (join) => join.onRef('now.organisation_id', '=', 'a.organisation_id').on('now.left_at', 'is', null))
    .where('a.slug', '=', slug).where('o.closed_at', 'is', null).where(inSight(tx, 'o', 'o.sight', 'page'))
    .select(['now.slug', 'a.organisation_id']).executeTakeFirst()
  return row && { slug: row.slug, organisation: row.organisation_id as Id<'organisation'> } // a column of organisation ids
}

/** The addresses of these organisations, of those whose pages the asker may see. */
export async function addressesOf(tx: Tx, organisations: readonly Id<'organisation'>[]): Promise<ReadonlyMap<string, string>> {
  if (organisations.length === 0) return new Map()
  const rows = await tx.db.selectFrom('public_address as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('a.organisation_id', 'in', [...organisations]).where('a.left_at', 'is', null).where('o.closed_at', 'is', null).where(inSight(tx, 'o', 'o.sight', 'page'))
    .select(['a.slug', 'a.organisation_id']).execute()
  return new Map(rows.map((row) => [row.organisation_id, row.slug]))
}

export type ToAddress = { readonly name: string; readonly shown: boolean; readonly slug?: string }

/** What an address is made from. The house asks. */
export async function findToAddress(tx: Tx, organisation: Id<'organisation'>): Promise<ToAddress | undefined> {
  const row = await tx.db.selectFrom('organisation as o').leftJoin('public_address as a', (join) => join.onRef('a.organisation_id', '=', 'o.id').on('a.left_at', 'is', null))
    .where('o.id', '=', organisation).where('o.closed_at', 'is', null).select(['o.name', 'o.sight', 'a.slug']).forUpdate('o').executeTakeFirst()
  return row && { name: row.name, shown: row.sight === 'anyone', slug: row.slug ?? undefined }
}

/** Takes an address if it is free, or was its own before; the one until now leads to it from here on. The house writes it. */
export async function takeAddress(tx: Tx, organisation: Id<'organisation'>, slug: string): Promise<boolean> {
  const held = await tx.db.selectFrom('public_address').select('organisation_id').where('slug', '=', slug).executeTakeFirst()
  if (held && held.organisation_id !== organisation) return false
  await tx.db.updateTable('public_address').set({ left_at: tx.now }).where('organisation_id', '=', organisation).where('left_at', 'is', null).execute()
  if (held) await tx.db.updateTable('public_address').set({ left_at: null, since: tx.now }).where('slug', '=', slug).execute()
  else await tx.db.insertInto('public_address').values({ slug, organisation_id: organisation, since: tx.now }).execute()
  return true
}

/** Organisations that have none yet, for the house to give them one. */
export async function listWithoutAddress(tx: Tx, most: number): Promise<readonly Id<'organisation'>[]> {
  const rows = await tx.db.selectFrom('organisation as o').where('o.closed_at', 'is', null)
    .where(sql<boolean>`not exists (select 1 from public_address a where a.organisation_id = o.id)`).select('o.id').orderBy('o.id').limit(most).execute()
  return rows.map((row) => row.id as Id<'organisation'>) // a column of organisation ids
}

/** Pages that anyone may see, for search engines: claimed, not resting, in the order of their addresses. */
export function listForSearchEngines(tx: Tx, most: number) {
  return tx.db.selectFrom('public_address as a').innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .where('a.left_at', 'is', null).where('o.sight', '=', 'anyone').where('o.closed_at', 'is', null).where('o.rests_since', 'is', null).where('o.claimed_at', 'is not', null)
    .where(inSight(tx, 'o', 'o.sight', 'page')).select(['a.slug']).orderBy('a.slug').limit(most).execute()
}

/** Networks that anyone may find. */
export function listNetworksForSearchEngines(tx: Tx, most: number) {
  return tx.db.selectFrom('network as n').where('n.listed', '=', 'anyone').where('n.closed_at', 'is', null).select('n.slug').orderBy('n.slug').limit(most).execute()
}
