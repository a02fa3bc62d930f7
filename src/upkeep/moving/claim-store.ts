import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { membershipInSight } from '../../networks/index.ts'
import { inSightOfMember } from '../../organisations/index.ts'
import type { KnownClaim } from './plan-claims.ts'
import type { Cells } from './shape.ts'

/** The claims of a network's members, as the asker may see them, that are said in its words or in words of their own. */
export async function listClaimsToMove(tx: Tx, network: Id<'network'>): Promise<readonly KnownClaim[]> {
  const rows = await tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm'))
    .innerJoin('organisation as o', (join) => join.onRef('o.id', '=', 'm.organisation_id').on(inSightOfMember(tx, 'o', 'o.sight', 'page')))
    .innerJoin('claim as c', (join) => join.onRef('c.organisation_id', '=', 'o.id').on('c.removed_at', 'is', null).on(inSightOfMember(tx, 'o', 'c.sight', 'page')))
    .where((at) => at.or([at('c.network_id', '=', network), at('c.network_id', 'is', null)]))
    .select(['c.id', 'c.organisation_id', 'c.capability_id', 'o.name', 'c.title', 'c.strength', 'c.says', 'c.capacity_says', 'c.capacity_from', 'c.capacity_until'])
    .orderBy('o.name').orderBy('c.title').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id, organisation: row.organisation_id, capability: row.capability_id ?? undefined,
    cells: { member: row.name, capability: row.title, strength: row.strength, says: row.says ?? '', capacity: row.capacity_says ?? '', from: row.capacity_from ?? '', until: row.capacity_until ?? '' },
  }))
}

/** Writes how these claims stand from now on. The house does it. */
export async function updateClaims(tx: Tx, network: Id<'network'>, rows: readonly { id: string; cells: Cells }[]): Promise<void> {
  const told = rows.map(({ id, cells }) => ({
    id, o: cells['organisation'], k: cells['capabilityId'] || null, t: cells['capability'], s: cells['strength'], w: cells['says'] || null, c: cells['capacity'] || null, f: cells['from'] || null, u: cells['until'] || null,
  }))
  await sql`update claim c set capability_id = r.k, network_id = case when r.k is null then c.network_id else ${network}::uuid end, title = r.t, strength = r.s, says = r.w, capacity_says = r.c, capacity_from = r.f, capacity_until = r.u, confirmed_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(id uuid, o uuid, k uuid, t text, s text, w text, c text, f date, u date) where c.organisation_id = r.o and c.id = r.id`.execute(tx.db)
}

/** Of these claims, those with something behind them. */
export async function listProvenClaims(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ claim_id: string }>`select distinct claim_id from proof where claim_id = any (${ids}::uuid[])`.execute(tx.db)
  return new Set(rows.map((row) => row.claim_id))
}

export async function deleteClaims(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from claim where id = any (${ids}::uuid[])`.execute(tx.db)
}
