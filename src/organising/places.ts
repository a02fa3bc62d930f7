import type { Tx } from '../kit/ctx.ts'
import type { MapNode } from './link.ts'
import { readPositions } from './map-store.ts'

export type InDistrict = { readonly district: string; readonly name?: string; readonly latitude?: number; readonly longitude?: number; readonly members: number }

/** Those on the map by postcode district. Who has shown no place is counted beside it, never guessed. */
export async function districtsOf(tx: Tx, nodes: readonly MapNode[]): Promise<{ readonly districts: readonly InDistrict[]; readonly placeless: number }> {
  const held = Map.groupBy(nodes.filter((one) => one.district), (one) => one.district ?? '')
  const known = await readPositions(tx, [...held.keys()])
  return {
    districts: [...held].map(([district, members]) => ({ district, members: members.length, ...known.get(district) })).toSorted((one, other) => (one.district < other.district ? -1 : 1)),
    placeless: nodes.filter((one) => !one.district).length,
  }
}
