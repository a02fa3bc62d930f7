import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { inSight, type Kind } from '../organisations/index.ts'

export type Known = { readonly name: string; readonly kind: Kind; readonly district?: string; readonly town?: string }

/** These organisations as the asker may see them today; the place only where it is shown to them. */
export async function readKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('organisation as o').where('o.id', 'in', [...ids]).where(inSight(tx, 'o', 'o.sight', 'page'))
    .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSight(tx, 'o', 'p.sight', 'place')))
    .select(['o.id', 'o.name', 'o.kind', 'p.district', 'p.town']).execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, kind: row.kind as Kind, district: row.district ?? undefined, town: row.town ?? undefined }])) // checked by the database
}

export type Position = { readonly district: string; readonly name?: string; readonly latitude: number; readonly longitude: number }

/** Where postcode districts lie; for everyone to know. */
export async function readPositions(tx: Tx, districts: readonly string[]): Promise<ReadonlyMap<string, Position>> {
  if (districts.length === 0) return new Map()
  const { rows } = await sql<{ code: string; name: string | null; latitude: number; longitude: number }>`select code, name, latitude, longitude from district_position where code = any (${[...districts]})`.execute(tx.db)
  return new Map(rows.map(({ code, name, latitude, longitude }) => [code, { district: code, name: name ?? undefined, latitude, longitude }]))
}
