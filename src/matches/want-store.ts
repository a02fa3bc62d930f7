import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import type { Lens } from '../../engine/index.ts'
import { NotFound } from '../kit/refusal.ts'
import { isOurs, wantInSight } from './scope.ts'
import type { Want } from './want.ts'

const COLUMNS = ['w.network_id', 'w.id', 'w.organisation_id', 'w.lens', 'w.says', 'w.capability_id', 'w.wanted_from', 'w.wanted_until', 'w.sight', 'w.posted_at', 'w.ends_on', 'w.withdrawn_at', 'k.title'] as const

function seen(tx: Tx) {
  return tx.db.selectFrom('want as w').innerJoin('organisation as o', 'o.id', 'w.organisation_id')
    .leftJoin('capability as k', (join) => join.onRef('k.network_id', '=', 'w.network_id').onRef('k.id', '=', 'w.capability_id')).where(wantInSight(tx, 'w', 'o'))
}

/** Needs of an organisation that are open and that the asker may see, the newest first. */
export async function listWants(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<readonly Want[]> {
  const rows = await seen(tx).where('w.network_id', '=', network).where('w.organisation_id', '=', organisation).where('w.withdrawn_at', 'is', null).where('w.ends_on', '>=', today(tx))
    .select(COLUMNS).orderBy('w.posted_at', 'desc').orderBy('w.id').execute()
  return rows.map(fromRow)
}

/** These needs, of those the asker may see. */
export async function listWantsById(tx: Tx, network: Id<'network'>, ids: readonly string[]): Promise<readonly Want[]> {
  if (ids.length === 0) return []
  return (await seen(tx).where('w.network_id', '=', network).where('w.id', 'in', [...ids]).select(COLUMNS).orderBy('w.id').execute()).map(fromRow)
}

/** One of our own needs, open or ended. */
export async function getOwnWant(tx: Tx, network: Id<'network'>, id: Id<'want'>): Promise<Want> {
  const row = await seen(tx).where('w.network_id', '=', network).where('w.id', '=', id).where(isOurs(tx, 'w.organisation_id')).select(COLUMNS).executeTakeFirst()
  if (!row) throw new NotFound('There is no such need.')
  return fromRow(row)
}

export type NewWant = {
  readonly network: Id<'network'>
  readonly organisation: Id<'organisation'>
  readonly lens: Lens
  readonly says: string
  readonly capability?: Id<'capability'>
  readonly from?: string
  readonly until?: string
  readonly sight: Sight
  readonly endsOn: string
}

/** Many at once, for the example town; one is many of one. */
export async function saveWants(tx: Tx, wants: readonly NewWant[]): Promise<readonly Id<'want'>[]> {
  if (wants.length === 0) return []
  const rows = wants.map((want) => ({
    network_id: want.network, id: newId<'want'>(), organisation_id: want.organisation, lens: want.lens, says: want.says, capability_id: want.capability ?? null, wanted_from: want.from ?? null, wanted_until: want.until ?? null,
    sight: want.sight, posted_at: tx.now, posted_by: tx.actor.person ?? null, ends_on: want.endsOn,
  }))
  await tx.db.insertInto('want').values(rows).execute()
  return rows.map((row) => row.id)
}

export async function markWithdrawn(tx: Tx, network: Id<'network'>, id: Id<'want'>, at: Date | null): Promise<void> {
  await tx.db.updateTable('want').set({ withdrawn_at: at, withdrawn_by: at ? (tx.actor.person ?? null) : null }).where('network_id', '=', network).where('id', '=', id).execute()
}

/** How many needs are open, of one organisation in one network. */
export async function countWants(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<number> {
  const row = await tx.db.selectFrom('want').where('network_id', '=', network).where('organisation_id', '=', organisation).where('withdrawn_at', 'is', null).where('ends_on', '>=', today(tx))
    .select((at) => at.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Notes that the owner of a need is told of somebody; false where it was told of them before. The house writes it. */
export async function noteMet(tx: Tx, want: Pick<Want, 'network' | 'id' | 'organisation'>, by: Id<'organisation'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db.insertInto('want_met').values({ network_id: want.network, want_id: want.id, organisation_id: want.organisation, by_organisation: by, told_at: tx.now })
    .onConflict((at) => at.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const today = (tx: Tx): string => tx.now.toISOString().slice(0, 10)

type Row = { network_id: string; id: string; organisation_id: string; lens: string; says: string; capability_id: string | null; wanted_from: string | null; wanted_until: string | null; sight: string; posted_at: Date; ends_on: string; withdrawn_at: Date | null; title: string | null }

function fromRow(row: Row): Want {
  return {
    network: row.network_id as Id<'network'>, id: row.id as Id<'want'>, organisation: row.organisation_id as Id<'organisation'>, lens: row.lens as Lens, says: row.says, // columns of those ids; checked by the database
    capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, title: row.title ?? undefined, from: row.wanted_from ?? undefined, until: row.wanted_until ?? undefined, // likewise
    sight: asSight(row.sight), postedAt: row.posted_at, endsOn: row.ends_on, withdrawnAt: row.withdrawn_at ?? undefined,
  }
}
