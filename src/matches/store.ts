import type { Place as EnginePlace } from '../../engine/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { isOurs } from './scope.ts'

/** Where a district lies, to measure from. */
export async function findPosition(tx: Tx, district: string): Promise<EnginePlace | undefined> {
  const row = await tx.db.selectFrom('district_position').where('code', '=', district).select(['latitude', 'longitude']).executeTakeFirst()
  return row && { latitude: row.latitude, longitude: row.longitude }
}

/** Our own place, whoever else may see it: it only measures our own lists. */
export async function findPlaceOfOurs(tx: Tx, organisation: Id<'organisation'>): Promise<(EnginePlace & { readonly district?: string }) | undefined> {
  const row = await tx.db.selectFrom('organisation_place as p').leftJoin('district_position as d', 'd.code', 'p.district').where('p.organisation_id', '=', organisation).where(isOurs(tx, 'p.organisation_id'))
    .select(['p.town', 'p.district', 'd.latitude', 'd.longitude']).executeTakeFirst()
  return row && { town: row.town ?? undefined, district: row.district ?? undefined, latitude: row.latitude ?? undefined, longitude: row.longitude ?? undefined }
}
