import type { Selectable } from 'kysely'
import type { BenchPlace as PlaceRow, BenchTerms as TermsRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { BenchPlace, TermsState, TermsVersion } from './bench.ts'
import { onOurBench } from './scope.ts'
import { readTerms, type Terms } from './terms.ts'

const MOST = 200

/** The places in sight: of our own bench, or those we hold on others' benches. Ended ones last. */
export async function listPlaces(tx: Tx, of: { organisation?: Id<'organisation'>; associate?: Id<'organisation'> }): Promise<readonly BenchPlace[]> {
  const rows = await tx.db.selectFrom('bench_place').selectAll().where(onOurBench(tx))
    .$if(!!of.organisation, (query) => query.where('organisation_id', '=', of.organisation ?? '')).$if(!!of.associate, (query) => query.where('associate_id', '=', of.associate ?? ''))
    .orderBy('ended_at', (order) => order.desc().nullsFirst()).orderBy('made_at').orderBy('id').limit(MOST).execute()
  return withVersions(tx, rows)
}

export async function findPlace(tx: Tx, id: Id<'bench place'>): Promise<BenchPlace | undefined> {
  const rows = await tx.db.selectFrom('bench_place').selectAll().where('id', '=', id).where(onOurBench(tx)).execute()
  return (await withVersions(tx, rows))[0]
}

export async function getPlace(tx: Tx, id: Id<'bench place'>): Promise<BenchPlace> {
  const place = await findPlace(tx, id)
  if (!place) throw new NotFound()
  return place
}

/** Held until the end of the transaction, so that of two who settle its terms one comes after the other. As the house. */
export async function holdPlace(tx: Tx, id: Id<'bench place'>): Promise<BenchPlace> {
  await tx.db.selectFrom('bench_place').select('id').where('id', '=', id).forUpdate().execute()
  return getPlace(tx, id)
}

async function withVersions(tx: Tx, rows: readonly Selectable<PlaceRow>[]): Promise<readonly BenchPlace[]> {
  if (rows.length === 0) return []
  const terms = await tx.db.selectFrom('bench_terms').selectAll().where('place_id', 'in', rows.map((row) => row.id)).where(onOurBench(tx)).orderBy('version', 'desc').execute()
  const byPlace = Map.groupBy(terms, (row) => row.place_id)
  return rows.map((row) => ({ // ids come from columns of that kind
    id: row.id as Id<'bench place'>, organisation: row.organisation_id as Id<'organisation'>, associate: row.associate_id as Id<'organisation'>, madeAt: row.made_at,
    ended: row.ended_at ? { at: row.ended_at, by: (row.ended_by_organisation ?? undefined) as Id<'organisation'> | undefined } : undefined,
    versions: (byPlace.get(row.id) ?? []).map(versionFrom),
  }))
}

function versionFrom(row: Selectable<TermsRow>): TermsVersion {
  return {
    version: row.version, terms: readTerms(row.terms), says: row.says ?? undefined, proposedBy: row.proposed_by_organisation as Id<'organisation'>, proposedAt: row.proposed_at, // a column of those ids
    ask: (row.ask_id ?? undefined) as Id<'ask'> | undefined, state: stateFrom(row),
  }
}

function stateFrom(row: Selectable<TermsRow>): TermsState {
  if (row.agreed_at) return { is: 'agreed', at: row.agreed_at }
  if (row.declined_at) return { is: 'declined', at: row.declined_at, note: row.declined_note ?? undefined }
  if (row.lapsed_at) return { is: 'lapsed', at: row.lapsed_at }
  if (row.withdrawn_at) return { is: 'withdrawn', at: row.withdrawn_at }
  return { is: 'waiting' }
}

/** A new place; nothing where there is one already. As the house. */
export async function savePlace(tx: Tx, place: Pick<BenchPlace, 'id' | 'organisation' | 'associate'> & { madeAt?: Date }): Promise<boolean> {
  const saved = await tx.db.insertInto('bench_place').values({ organisation_id: place.organisation, id: place.id, associate_id: place.associate, made_at: place.madeAt ?? tx.now, made_by: tx.actor.person })
    .onConflict((at) => at.columns(['organisation_id', 'associate_id']).where('ended_at', 'is', null).doNothing()).returning('id').executeTakeFirst()
  return !!saved
}

export type NewTerms = { readonly place: Pick<BenchPlace, 'id' | 'organisation' | 'associate'>; readonly version: number; readonly terms: Terms; readonly says?: string; readonly proposedBy: Id<'organisation'>; readonly ask?: Id<'ask'>; readonly proposedAt?: Date; readonly agreedAt?: Date }

export async function saveTerms(tx: Tx, { place, version, terms, says, proposedBy, ask, proposedAt, agreedAt }: NewTerms): Promise<void> {
  await tx.db.insertInto('bench_terms').values({
    organisation_id: place.organisation, place_id: place.id, associate_id: place.associate, version, terms: JSON.stringify(terms), says, ask_id: ask,
    proposed_by_organisation: proposedBy, proposed_by: tx.actor.person, proposed_at: proposedAt ?? tx.now, agreed_at: agreedAt,
  }).execute()
}

type TermsMarks = { ask_id?: string; agreed_at?: Date; agreed_by?: string; declined_at?: Date; declined_note?: string; lapsed_at?: Date; withdrawn_at?: Date }

export async function markTerms(tx: Tx, place: Id<'bench place'>, version: number, set: TermsMarks): Promise<void> {
  await tx.db.updateTable('bench_terms').set(set).where('place_id', '=', place).where('version', '=', version).execute()
}

export async function markPlaceEnded(tx: Tx, place: Id<'bench place'>, by: Id<'organisation'>): Promise<void> {
  await tx.db.updateTable('bench_place').set({ ended_at: tx.now, ended_by_organisation: by, ended_by: tx.actor.person }).where('id', '=', place).where('ended_at', 'is', null).execute()
}
