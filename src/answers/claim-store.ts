import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { codeOf } from '../kit/database/transaction.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import type { Claim, Proof, Strength } from './claim.ts'
import { AlreadyClaimedHere } from './errors.ts'
import { dayOf, levelOf } from './proof.ts'
import { listProofs } from './proof-store.ts'
import { inSightOnPage, oursOf } from './scope.ts'

const COLUMNS = ['c.organisation_id', 'c.id', 'c.network_id', 'c.capability_id', 'c.title', 'c.strength', 'c.says', 'c.capacity_says', 'c.capacity_from', 'c.capacity_until', 'c.sight', 'c.added_at', 'c.confirmed_at', 'c.removed_at'] as const

function seen(tx: Tx) {
  return tx.db.selectFrom('claim as c').innerJoin('organisation as o', 'o.id', 'c.organisation_id').where(inSightOnPage(tx, 'o', 'c.sight'))
}

/** The claims of an organisation that the asker may see, each with the proof they may see: only us first, then best at, then by name. */
export async function listClaims(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Claim[]> {
  const rows = await seen(tx).where('c.organisation_id', '=', organisation).where('c.removed_at', 'is', null)
    .select(COLUMNS).orderBy(sql`array_position(array['only_us', 'best_at', 'can_do'], c.strength)`).orderBy('c.title').orderBy('c.id').execute()
  return withProofs(rows, await listProofs(tx, [organisation]), tx.now)
}

export async function getClaim(tx: Tx, organisation: Id<'organisation'>, id: Id<'claim'>): Promise<Claim> {
  const rows = await seen(tx).where('c.organisation_id', '=', organisation).where('c.id', '=', id).where(sql<boolean>`(c.removed_at is null or ${oursOf(tx, 'o')})`).select(COLUMNS).execute()
  const [claim] = withProofs(rows, await listProofs(tx, [organisation]), tx.now)
  if (!claim) throw new NotFound('There is no such claim, or it is not shown to you.')
  return claim
}

export type Row = Awaited<ReturnType<typeof rowsForType>>[number]
const rowsForType = (tx: Tx) => seen(tx).select(COLUMNS).execute()

/** Joins claims with their proofs and says how well each is proven. */
export function withProofs(rows: readonly Row[], proofs: ReadonlyMap<string, readonly Proof[]>, now: Date): readonly Claim[] {
  return rows.map((row) => {
    const behind = proofs.get(row.id) ?? []
    const capacity = { says: row.capacity_says ?? undefined, from: row.capacity_from ?? undefined, until: row.capacity_until ?? undefined }
    return {
      organisation: row.organisation_id as Id<'organisation'>, id: row.id as Id<'claim'>, network: (row.network_id ?? undefined) as Id<'network'> | undefined, // columns of those ids
      capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, title: row.title, strength: row.strength as Strength, says: row.says ?? undefined, // checked by the database
      capacity: capacity.says || capacity.from || capacity.until ? capacity : undefined, sight: asSight(row.sight), addedAt: row.added_at, confirmedAt: row.confirmed_at,
      removedAt: row.removed_at ?? undefined, proofs: behind, level: levelOf(behind, dayOf(now)),
    }
  })
}

export type ClaimWords = {
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  readonly title: string
  readonly strength: Strength
  readonly says?: string
  readonly capacity?: { readonly says?: string; readonly from?: string; readonly until?: string }
  readonly sight: Sight
}
export type NewClaim = ClaimWords & { readonly organisation: Id<'organisation'>; readonly id?: Id<'claim'>; readonly confirmedAt?: Date }

/** Many at once, for imports and the example town; one is many of one. */
export async function saveClaims(tx: Tx, claims: readonly NewClaim[]): Promise<readonly Id<'claim'>[]> {
  const rows = claims.map((claim) => ({
    organisation_id: claim.organisation, id: claim.id ?? newId<'claim'>(), added_at: tx.now, added_by: tx.actor.person, confirmed_at: claim.confirmedAt ?? tx.now, ...columnsOf(claim),
  }))
  // A thousand at a time stays below PostgreSQL's 65,535 parameters.
  for (let start = 0; start < rows.length; start += 1000) await saidKindly(() => tx.db.insertInto('claim').values(rows.slice(start, start + 1000)).execute())
  return rows.map((row) => row.id)
}

/** Its claim of this very capability, where it has one. For the house. */
export async function findClaimOf(tx: Tx, organisation: Id<'organisation'>, network: Id<'network'>, capability: Id<'capability'>): Promise<Id<'claim'> | undefined> {
  const row = await tx.db.selectFrom('claim').select('id').where('organisation_id', '=', organisation).where('network_id', '=', network).where('capability_id', '=', capability).where('removed_at', 'is', null).executeTakeFirst()
  return row && (row.id as Id<'claim'>) // a column of claim ids
}

/** Changing a claim is confirming it. */
export async function saveClaim(tx: Tx, organisation: Id<'organisation'>, id: Id<'claim'>, words: ClaimWords): Promise<void> {
  await saidKindly(() => tx.db.updateTable('claim').set({ ...columnsOf(words), confirmed_at: tx.now, reminded_at: null }).where('organisation_id', '=', organisation).where('id', '=', id).execute())
}

export async function markRemoved(tx: Tx, organisation: Id<'organisation'>, id: Id<'claim'>, at: Date | null): Promise<void> {
  await saidKindly(() => tx.db.updateTable('claim').set({ removed_at: at, removed_by: at ? tx.actor.person : null }).where('organisation_id', '=', organisation).where('id', '=', id).execute())
}

/** Says that all of them, or one, still hold. Returns how many. */
export async function markConfirmed(tx: Tx, organisation: Id<'organisation'>, id?: Id<'claim'>): Promise<number> {
  let update = tx.db.updateTable('claim').set({ confirmed_at: tx.now, reminded_at: null }).where('organisation_id', '=', organisation).where('removed_at', 'is', null)
  if (id) update = update.where('id', '=', id)
  return Number((await update.executeTakeFirst()).numUpdatedRows)
}

export async function countClaims(tx: Tx, organisation: Id<'organisation'>): Promise<number> {
  const row = await tx.db.selectFrom('claim').where('organisation_id', '=', organisation).where('removed_at', 'is', null).select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Claims removed lately, to bring back; only for their own people. */
export async function listRemoved(tx: Tx, organisation: Id<'organisation'>, since: Date): Promise<readonly { id: Id<'claim'>; title: string; removedAt: Date }[]> {
  const rows = await tx.db.selectFrom('claim as c').innerJoin('organisation as o', 'o.id', 'c.organisation_id').where('c.organisation_id', '=', organisation).where(oursOf(tx, 'o'))
    .where('c.removed_at', '>', since).select(['c.id', 'c.title', 'c.removed_at']).orderBy('c.removed_at', 'desc').orderBy('c.id').execute()
  return rows.flatMap((row) => (row.removed_at ? [{ id: row.id as Id<'claim'>, title: row.title, removedAt: row.removed_at }] : [])) // a column of claim ids
}

function columnsOf(words: ClaimWords) {
  return {
    network_id: words.network ?? null, capability_id: words.capability ?? null, title: words.title, strength: words.strength, says: words.says ?? null,
    capacity_says: words.capacity?.says ?? null, capacity_from: words.capacity?.from ?? null, capacity_until: words.capacity?.until ?? null, sight: words.sight,
  }
}

async function saidKindly<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (codeOf(error) === '23505') throw new AlreadyClaimedHere()
    throw error
  }
}

/** Brings the names of claims up to what the vocabulary says. The house does it. */
export async function refreshTitles(tx: Tx, network: Id<'network'>): Promise<void> {
  await sql`update claim c set title = k.title from capability k
    where k.network_id = ${network} and c.network_id = k.network_id and c.capability_id = k.id and c.title is distinct from k.title`.execute(tx.db)
}

export type FreeWords = { readonly words: string; readonly members: number }

/** What members of a network say in words of their own, as far as the asker may see; the most used first. */
export async function listFreeWords(tx: Tx, network: Id<'network'>, most = 200): Promise<readonly FreeWords[]> {
  return seen(tx).where('c.network_id', '=', network).where('c.capability_id', 'is', null).where('c.removed_at', 'is', null)
    .groupBy(sql`lower(c.title)`).select([sql<string>`min(c.title)`.as('words'), sql<number>`count(distinct c.organisation_id)::int`.as('members')])
    .orderBy('members', 'desc').orderBy('words').limit(most).execute()
}

/** Free words become the network's own. Whoever claims that capability already keeps both, the free one as it was. The house writes it. */
export async function adoptFreeWords(tx: Tx, network: Id<'network'>, words: string, capability: { id: Id<'capability'>; title: string }): Promise<number> {
  const { numUpdatedRows } = await tx.db.updateTable('claim as c').set({ capability_id: capability.id, title: capability.title })
    .where('c.network_id', '=', network).where('c.capability_id', 'is', null).where(sql`lower(c.title)`, '=', words.toLowerCase()).where('c.removed_at', 'is', null)
    .where(sql<boolean>`not exists (select 1 from claim twin where twin.organisation_id = c.organisation_id and twin.network_id = c.network_id and twin.capability_id = ${capability.id}::uuid and twin.removed_at is null)`).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Organisations with claims that nobody has confirmed since a day, and that have not been reminded of them. For the house. */
export async function listStale(tx: Tx, before: Date, most: number): Promise<readonly { organisation: Id<'organisation'>; claims: number }[]> {
  const rows = await tx.db.selectFrom('claim as c').innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .where('c.removed_at', 'is', null).where('c.confirmed_at', '<', before).where('c.reminded_at', 'is', null).where('o.closed_at', 'is', null).where('o.claimed_at', 'is not', null).where('o.rests_since', 'is', null)
    .groupBy('c.organisation_id').select(['c.organisation_id']).select((at) => at.fn.countAll<number>().as('claims')).orderBy('c.organisation_id').limit(most).execute()
  return rows.map((row) => ({ organisation: row.organisation_id as Id<'organisation'>, claims: Number(row.claims) })) // a column of organisation ids
}

export async function markReminded(tx: Tx, organisation: Id<'organisation'>, before: Date): Promise<void> {
  await tx.db.updateTable('claim').set({ reminded_at: tx.now }).where('organisation_id', '=', organisation).where('removed_at', 'is', null).where('confirmed_at', '<', before).execute()
}
