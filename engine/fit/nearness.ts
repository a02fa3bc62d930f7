import type { Place } from '../atlas/rows.ts'

const EARTH_KM = 6371

/**
 * Kilometres between two places as the crow flies; undefined where one of them cannot be measured from.
 * @example Math.round(kmBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })) // 111
 */
export function kmBetween(a: Place | undefined, b: Place | undefined): number | undefined {
  if (a?.latitude === undefined || a.longitude === undefined || b?.latitude === undefined || b.longitude === undefined) return undefined
  const [north, south] = [radians(a.latitude), radians(b.latitude)]
  const half = Math.sin((south - north) / 2) ** 2 + Math.cos(north) * Math.cos(south) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

export const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase()
