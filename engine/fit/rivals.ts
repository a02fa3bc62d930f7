import type { Atlas } from '../atlas/atlas.ts'
import type { Lens, OrganisationRow } from '../atlas/rows.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import { kmBetween, sameName } from './nearness.ts'

/** Within this distance two of the same trade court the same customers. */
const SAME_CUSTOMERS_KM = 50

/** Same trade, and places that overlap. Where one has not said where it is, the trade alone decides. */
export function areRivals(atlas: Atlas, viewer: Viewer, own: OrganisationRow, other: OrganisationRow): boolean {
  return sameTrade(atlas, viewer, own, other) && placesOverlap(own, other)
}

/**
 * May these rivals be shown to each other through this lens? Each has said when it wants to meet rivals (default: for cover
 * and shared causes); a brief open to rivals speaks for the one whose brief it is.
 */
export function rivalsWelcome(atlas: Atlas, own: string, other: string, lens: Lens, openToRivals: boolean): boolean {
  const willing = (id: string, opened: boolean) => {
    const says = atlas.preferences.naming(id).map(({ rivals }) => rivals ?? 'cover')
    if (says.includes('never')) return false
    return opened || lens === 'cover' || lens === 'cause' || says.includes('always')
  }
  return willing(own, openToRivals) && willing(other, openToRivals)
}

function sameTrade(atlas: Atlas, viewer: Viewer, own: OrganisationRow, other: OrganisationRow): boolean {
  if (own.kind !== undefined && other.kind !== undefined) return sameName(own.kind, other.kind)
  const [mine, theirs] = [ownTrade(atlas, viewer, own.id), claimed(atlas, viewer, other.id)]
  const shared = [...mine].filter((capability) => theirs.has(capability)).length
  return shared > 0 && shared * 2 >= Math.min(mine.size, theirs.size)
}

/** Asked again for everyone looked at, and the same for one viewer's whole question. */
function ownTrade(atlas: Atlas, viewer: Viewer, id: string): Set<string> {
  let known = ownTrades.get(viewer)
  if (!known) ownTrades.set(viewer, (known = claimed(atlas, viewer, id)))
  return known
}
const ownTrades = new WeakMap<Viewer, Set<string>>()

const claimed = (atlas: Atlas, viewer: Viewer, id: string): Set<string> =>
  new Set(atlas.claims.naming(id).filter((claim) => claim.organisation === id && maySeeRow(viewer, claim)).map(({ capability }) => capability))

function placesOverlap({ place: a }: OrganisationRow, { place: b }: OrganisationRow): boolean {
  const km = kmBetween(a, b)
  if (km !== undefined) return km <= SAME_CUSTOMERS_KM
  for (const level of ['town', 'region', 'country'] as const) {
    if (a?.[level] !== undefined && b?.[level] !== undefined) return sameName(a[level], b[level])
  }
  return true
}
