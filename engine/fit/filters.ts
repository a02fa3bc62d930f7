import type { Atlas } from '../atlas/atlas.ts'
import { dayNumber, ids } from '../atlas/check-row.ts'
import type { Lens, OrganisationRow, Place } from '../atlas/rows.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import { coversOf, PROOF_COUNTS, type Cover } from './coverage.ts'
import { kmBetween, sameName } from './nearness.ts'
import type { Ask, Filters } from './question.ts'
import { areRivals, rivalsWelcome } from './rivals.ts'

export type Limits = { readonly filters: Filters; readonly from: Place | undefined; readonly lens: Lens; readonly openToRivals: boolean; readonly on: number | undefined; readonly asks: readonly Ask[]; readonly covers: readonly ReadonlyMap<string, Cover>[] }

/** One test for everything that is a limit and not a matter of degree. */
export function keeper(atlas: Atlas, viewer: Viewer, limits: Limits): (organisation: number) => boolean {
  const own = atlas.organisations.rows[viewer.number]
  const { filters } = limits
  const holders = filters.capability === undefined ? undefined
    : coversOf(atlas, viewer, { id: '', text: '', must: true, weight: 1, capabilities: [filters.capability] }, limits.on)
  const unwanted = unwantedBy(atlas, viewer, filters)
  const worksOf = atlas.works.counts[viewer.reach].worksOf.data
  return (organisation) => {
    const row = atlas.organisations.rows[organisation]
    if (!row || unwanted.has(row.id)) return false
    if (holders && (holders.get(row.id)?.value ?? 0) < PROOF_COUNTS.claimed) return false
    if (filters.proven === true && (worksOf[organisation] ?? 0) === 0 && !hasProof(row, limits)) return false
    if (filters.available === true && !mayBeAvailable(atlas, viewer, row, limits)) return false
    if (!namedAmong(filters.kinds, row.kind) || !placeKept(limits.from ?? own?.place, row, filters)) return false
    return own === undefined || bothWilling(atlas, viewer, own, row, limits)
  }
}

function unwantedBy(atlas: Atlas, viewer: Viewer, filters: Filters): Set<string> {
  const said = viewer.id === undefined ? [] : atlas.preferences.naming(viewer.id).flatMap(({ notForUs }) => notForUs ?? [])
  return new Set([...said, ...ids(filters.leaveOut)])
}

function bothWilling(atlas: Atlas, viewer: Viewer, own: OrganisationRow, row: OrganisationRow, limits: Limits): boolean {
  const km = kmBetween(own.place, row.place)
  for (const preference of [...atlas.preferences.naming(own.id), ...atlas.preferences.naming(row.id)]) {
    if (preference.organisation === row.id && preference.notForUs?.includes(own.id)) return false
    if (km !== undefined && preference.furthestKm !== undefined && km > preference.furthestKm) return false
  }
  return !areRivals(atlas, viewer, own, row) || rivalsWelcome(atlas, own.id, row.id, limits.lens, limits.openToRivals)
}

function placeKept(from: Place | undefined, row: OrganisationRow, filters: Filters): boolean {
  const { place } = row
  if (!namedAmong(filters.countries, place?.country) || !namedAmong(filters.regions, place?.region) || !namedAmong(filters.towns, place?.town)) return false
  if (typeof filters.withinKm !== 'number' || Number.isNaN(filters.withinKm)) return true
  const km = kmBetween(from, place)
  // Nobody can promise a distance that cannot be measured; the same town will do.
  return km === undefined ? sameName(from?.town, place?.town) : km <= filters.withinKm
}

const namedAmong = (allowed: readonly string[] | undefined, name: string | undefined): boolean =>
  !Array.isArray(allowed) || allowed.length === 0 || allowed.some((one) => sameName(String(one), name))

const hasProof = (row: OrganisationRow, { covers }: Limits): boolean =>
  covers.some((one) => (one.get(row.id)?.level ?? 'claimed') !== 'claimed')

/** Says no only where a claim that answers the question says no; silence is not held against anyone. */
function mayBeAvailable(atlas: Atlas, viewer: Viewer, row: OrganisationRow, { asks, on, filters: { between } }: Limits): boolean {
  const wanted = new Set(asks.flatMap(({ capabilities }) => capabilities))
  const claims = atlas.claims.naming(row.id).filter((claim) => claim.organisation === row.id && maySeeRow(viewer, claim))
  const relevant = claims.filter(({ capability }) => wanted.size === 0 || [...wanted].some((one) => atlas.vocabulary.answers(capability, one) > 0))
  return relevant.length === 0 || relevant.some((claim) => {
    const [from, until] = [dayNumber(claim.availableFrom), dayNumber(claim.availableUntil)]
    const [first, last] = [dayNumber(between?.from) ?? on, dayNumber(between?.until) ?? on]
    return claim.capacity !== 0 && (from === undefined || last === undefined || from <= last) && (until === undefined || first === undefined || until >= first)
  })
}
