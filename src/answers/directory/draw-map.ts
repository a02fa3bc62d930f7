import type { DistrictCount } from './directory-store.ts'
import { COASTS } from './outline.ts'

export type Spot = { readonly district: string; readonly name?: string; readonly members: number; readonly x: number; readonly y: number; readonly radius: number }
export type Drawn = { readonly width: number; readonly height: number; readonly spots: readonly Spot[]; readonly land: readonly string[]; /** A coast runs through it, so that what is not land is sea. */ readonly coastal: boolean; /** Members whose district has no position. */ readonly unplaced: number }

const WIDTH = 1000
const MARGIN = 90
/** A map of one street would say more than people disclose: it never spans less than this, in degrees. */
const LEAST_SPAN = 0.12

/** Places each district by its position, flat as on a wall map. Whatever has none is counted and never guessed. */
export function drawMap(districts: readonly DistrictCount[]): Drawn {
  const placed = districts.flatMap((one) => (one.latitude === undefined || one.longitude === undefined ? [] : [{ ...one, latitude: one.latitude, longitude: one.longitude }]))
  const unplaced = districts.reduce((sum, one) => sum + (one.latitude === undefined ? one.members : 0), 0)
  if (placed.length === 0) return { width: WIDTH, height: 0, spots: [], land: [], coastal: false, unplaced }
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2
  const span = (all: readonly number[]) => Math.max(...all) - Math.min(...all)
  const latitudes = placed.map((one) => one.latitude), longitudes = placed.map((one) => one.longitude)
  const [north, east] = [middle(latitudes), middle(longitudes)]
  const squeeze = Math.cos((north * Math.PI) / 180) // a degree of longitude is shorter than one of latitude
  const wide = Math.max(span(longitudes) * squeeze, LEAST_SPAN), high = Math.max(span(latitudes), LEAST_SPAN / 2)
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (WIDTH * 1.1 - 2 * MARGIN) / high)
  const height = Math.round(high * scale + 2 * MARGIN)
  const at = (longitude: number, latitude: number) => ({ x: round(WIDTH / 2 + (longitude - east) * squeeze * scale), y: round(height / 2 - (latitude - north) * scale) })
  const inView = ([longitude, latitude]: readonly [number, number]) => { const { x, y } = at(longitude, latitude); return x >= 0 && x <= WIDTH && y >= 0 && y <= height }
  return {
    width: WIDTH, height, unplaced, coastal: COASTS.some((coast) => coast.some(inView)),
    spots: placed.map(({ district, name, members, latitude, longitude }) => ({ district, name, members, ...at(longitude, latitude), radius: round(Math.min(16 + 5 * Math.sqrt(members), 64)) })).toSorted((one, other) => other.radius - one.radius),
    land: COASTS.map((coast) => `M${coast.map(([longitude, latitude]) => { const { x, y } = at(longitude, latitude); return `${x} ${y}` }).join('L')}Z`),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
