import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, namesOfOrganisations, type Sight } from '../organisations/index.ts'
import type { Basis, Recommendation } from './recommendation.ts'
import { inSightOnPage, isUs } from './scope.ts'

function seen(tx: Tx) {
  return tx.db.selectFrom('recommendation as r').innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .where(sql<boolean>`(${isUs(tx, 'r.organisation_id')} or ${isUs(tx, 'r.from_organisation')} or (r.given_at is not null and r.taken_at is not null and ${inSightOnPage(tx, 'o', 'r.sight')}))`)
}

/** What is said about an organisation, the latest first: for others what both sides show, for the two sides also what waits. */
export async function listRecommendations(tx: Tx, about: Id<'organisation'>): Promise<readonly Recommendation[]> {
  const rows = await seen(tx).where('r.organisation_id', '=', about).selectAll('r').orderBy('r.said_on', 'desc').orderBy('r.id').execute()
  const names = await namesOfOrganisations(tx, [...new Set(rows.flatMap((row) => (row.from_organisation ? [row.from_organisation as Id<'organisation'>] : [])))]) // a column of organisation ids
  return rows.map((row) => ({
    id: row.id as Id<'recommendation'>, about, from: { organisation: (row.from_organisation ?? undefined) as Id<'organisation'> | undefined, name: row.from_name ?? names.get(row.from_organisation ?? '') }, // columns of those ids
    capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, basis: row.basis as Basis, words: row.words, saidOn: row.said_on, sight: asSight(row.sight), // checked by the database
    givenAt: row.given_at ?? undefined, takenAt: row.taken_at ?? undefined, declined: row.declined_at ? { at: row.declined_at, note: row.declined_note ?? undefined } : undefined,
  }))
}

export type NewRecommendation = {
  readonly id?: Id<'recommendation'>
  readonly about: Id<'organisation'>
  readonly from: { readonly organisation: Id<'organisation'> } | { readonly name: string }
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  readonly basis: Basis
  readonly words: string
  readonly saidOn: string
  readonly givenAt?: Date
  readonly takenAt?: Date
  readonly publicByGiverAt?: Date
  readonly publicByTakerAt?: Date
  readonly sight?: Sight
}

/** Many at once, for imports and the example town; one is many of one. */
export async function saveRecommendations(tx: Tx, given: readonly NewRecommendation[]): Promise<readonly Id<'recommendation'>[]> {
  const rows = given.map((one) => ({
    organisation_id: one.about, id: one.id ?? newId<'recommendation'>(), from_organisation: 'organisation' in one.from ? one.from.organisation : null, from_name: 'name' in one.from ? one.from.name : null,
    network_id: one.capability ? one.network : null, capability_id: one.capability, basis: one.basis, words: one.words, said_on: one.saidOn, written_at: tx.now, written_by: tx.actor.person,
    given_at: one.givenAt, taken_at: one.takenAt, public_by_giver_at: one.publicByGiverAt, public_by_taker_at: one.publicByTakerAt, sight: one.sight ?? 'network',
  }))
  for (let start = 0; start < rows.length; start += 1000) await tx.db.insertInto('recommendation').values(rows.slice(start, start + 1000)).execute()
  return rows.map((row) => row.id)
}

/** Its words, for whoever is asked about them. For the house. */
export async function findRecommendation(tx: Tx, about: Id<'organisation'>, id: Id<'recommendation'>): Promise<{ words: string; basis: Basis; public: boolean } | undefined> {
  const row = await tx.db.selectFrom('recommendation').select(['words', 'basis', 'public_by_giver_at']).where('organisation_id', '=', about).where('id', '=', id).executeTakeFirst()
  return row && { words: row.words, basis: row.basis as Basis, public: row.public_by_giver_at !== null } // checked by the database
}

/** Held until the end of the transaction. For the house, once a side answers. */
export async function getRecommendationToSettle(tx: Tx, about: Id<'organisation'>, id: Id<'recommendation'>) {
  return tx.db.selectFrom('recommendation').selectAll().where('organisation_id', '=', about).where('id', '=', id).forUpdate().executeTakeFirst()
}

export type Said = { given_at?: Date; taken_at?: Date; public_by_giver_at?: Date | null; public_by_taker_at?: Date | null; declined_at?: Date; declined_note?: string; sight?: Sight }

export async function markRecommendation(tx: Tx, about: Id<'organisation'>, id: Id<'recommendation'>, set: Said): Promise<void> {
  await tx.db.updateTable('recommendation').set(set).where('organisation_id', '=', about).where('id', '=', id).execute()
}

export async function deleteRecommendation(tx: Tx, about: Id<'organisation'>, id: Id<'recommendation'>): Promise<void> {
  await tx.db.deleteFrom('recommendation').where('organisation_id', '=', about).where('id', '=', id).execute()
}
