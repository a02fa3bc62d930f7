import type { DistrictCount } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { inSightOfMember } from '../../organisations/index.ts'

/** Where those found are, of those who show it to the asker; and how many do not. */
export async function countDistricts(tx: Tx, network: Id<'network'>, ids: readonly string[]): Promise<{ readonly districts: readonly DistrictCount[]; readonly placeless: number }> {
  if (ids.length === 0) return { districts: [], placeless: 0 }
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .innerJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightOfMember(tx, 'o', 'p.sight', 'place'))).leftJoin('district_position as d', 'd.code', 'p.district')
    .where('m.network_id', '=', network).where('m.left_at', 'is', null).where('m.organisation_id', 'in', [...ids]).where('p.district', 'is not', null).where(inSightOfMember(tx, 'o', 'o.sight', 'page'))
    .select(['p.district', 'd.name', 'd.latitude', 'd.longitude']).orderBy('p.district').execute()
  const districts = [...Map.groupBy(rows, (row) => row.district ?? '')].map(([district, each]): DistrictCount => ({ district, name: each[0]?.name ?? undefined, latitude: each[0]?.latitude ?? undefined, longitude: each[0]?.longitude ?? undefined, members: each.length }))
  return { districts, placeless: ids.length - rows.length }
}
