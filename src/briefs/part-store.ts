import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import type { BriefPart, Need } from './brief.ts'
import { briefInSight, isUs } from './scope.ts'

const COLUMNS = ['p.brief_id', 'p.id', 'p.says', 'p.capability_id', 'p.wants', 'p.need', 'p.size', 'p.starts_on', 'p.ends_on', 'p.district'] as const

export function partsSeen(tx: Tx) {
  return tx.db.selectFrom('brief_part as p').innerJoin('brief as b', (join) => join.onRef('b.network_id', '=', 'p.network_id').onRef('b.id', '=', 'p.brief_id')).where(briefInSight(tx, 'b'))
}

/** The parts of these briefs, by brief, in the order their owners gave them. */
export async function partsOf(tx: Tx, networks: readonly Id<'network'>[], briefs: readonly Id<'brief'>[]): Promise<ReadonlyMap<string, readonly BriefPart[]>> {
  if (briefs.length === 0) return new Map()
  // the keys of both tables begin with the network
  const rows = await partsSeen(tx).where('p.network_id', 'in', [...networks]).where('p.brief_id', 'in', [...briefs]).where('p.removed_at', 'is', null).select(COLUMNS).orderBy('p.position').orderBy('p.id').execute()
  return new Map([...Map.groupBy(rows, (row) => row.brief_id)].map(([brief, some]) => [brief, some.map(fromRow)]))
}

export type RemovedPart = BriefPart & { readonly removedAt: Date }

/** Parts taken out lately, to bring back; only for their owner. */
export async function listRemovedParts(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, since: Date): Promise<readonly RemovedPart[]> {
  const rows = await partsSeen(tx).where('p.network_id', '=', network).where('p.brief_id', '=', brief).where('p.removed_at', '>', since).where(isUs(tx, 'b.organisation_id'))
    .select([...COLUMNS, 'p.removed_at']).orderBy('p.removed_at', 'desc').orderBy('p.id').execute()
  return rows.flatMap((row) => (row.removed_at ? [{ ...fromRow(row), removedAt: row.removed_at }] : []))
}

export type PartWords = Omit<BriefPart, 'id'>
type NewPart = { readonly network: Id<'network'>; readonly brief: Id<'brief'>; readonly position: number; readonly part: PartWords & { readonly id?: Id<'part'> } }

export async function savePartRows(tx: Tx, parts: readonly NewPart[]): Promise<readonly Id<'part'>[]> {
  const rows = parts.map(({ network, brief, position, part }) => ({ network_id: network, brief_id: brief, id: part.id ?? newId<'part'>(), position, ...columnsOf(part) }))
  for (let start = 0; start < rows.length; start += 1000) await tx.db.insertInto('brief_part').values(rows.slice(start, start + 1000)).execute()
  return rows.map((row) => row.id)
}

/** Puts parts after those that are there. */
export async function appendParts(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, parts: readonly PartWords[]): Promise<readonly Id<'part'>[]> {
  const { last } = await tx.db.selectFrom('brief_part').where('network_id', '=', network).where('brief_id', '=', brief).select(sql<number>`coalesce(max(position), -1)`.as('last')).executeTakeFirstOrThrow()
  return savePartRows(tx, parts.map((part, at) => ({ network, brief, position: last + 1 + at, part })))
}

export async function savePart(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, id: Id<'part'>, words: PartWords): Promise<void> {
  await tx.db.updateTable('brief_part').set(columnsOf(words)).where('network_id', '=', network).where('brief_id', '=', brief).where('id', '=', id).execute()
}

export async function savePlaces(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, ids: readonly Id<'part'>[]): Promise<void> {
  await sql`update brief_part p set position = place.at from unnest(${[...ids]}::uuid[]) with ordinality as place(id, at)
    where p.network_id = ${network} and p.brief_id = ${brief} and p.id = place.id and p.position <> place.at`.execute(tx.db)
}

/** True where it was not so already. */
export async function markPartRemoved(tx: Tx, network: Id<'network'>, brief: Id<'brief'>, id: Id<'part'>, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('brief_part').set({ removed_at: at, removed_by: at ? tx.actor.person : null })
    .where('network_id', '=', network).where('brief_id', '=', brief).where('id', '=', id).where('removed_at', at ? 'is' : 'is not', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The bin is emptied after its days. For the house. */
export async function deletePartsRemovedBefore(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('brief_part').where('removed_at', '<', before).execute()
}

/** Brings the names that parts carry up to what the vocabulary says. The house does it. */
export async function refreshWants(tx: Tx, network: Id<'network'>): Promise<void> {
  await sql`update brief_part p set wants = k.title from capability k
    where k.network_id = ${network} and p.network_id = k.network_id and p.capability_id = k.id and p.wants is distinct from k.title`.execute(tx.db)
}

function columnsOf(part: PartWords) {
  return { says: part.says, capability_id: part.capability ?? null, wants: part.wants ?? null, need: part.need, size: part.size ?? null, starts_on: part.startsOn ?? null, ends_on: part.endsOn ?? null, district: part.district ?? null }
}

type Row = { id: string; says: string; capability_id: string | null; wants: string | null; need: string; size: string | null; starts_on: string | null; ends_on: string | null; district: string | null }

function fromRow(row: Row): BriefPart {
  return {
    id: row.id as Id<'part'>, says: row.says, capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, wants: row.wants ?? undefined, need: row.need as Need, // columns of those kinds
    size: row.size ?? undefined, startsOn: row.starts_on ?? undefined, endsOn: row.ends_on ?? undefined, district: row.district ?? undefined,
  }
}
