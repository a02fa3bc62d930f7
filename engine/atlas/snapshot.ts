import { buildAtlas, type Atlas } from './atlas.ts'
import type { Row } from './rows.ts'
import { GONE } from './sight.ts'

/** An atlas as JSON can hold it: its rows, in an order that depends on nothing but the rows. Holds every row, seen by whomever. */
export type Snapshot = { readonly guildhallAtlas: 1; readonly rows: readonly Row[] }

/**
 * Everything the atlas knows, as plain rows.
 * @example snapshotOf(fromSnapshot({ guildhallAtlas: 1, rows: [] })).rows.length // 0
 */
export function snapshotOf(atlas: Atlas): Snapshot {
  const rows: Row[] = [
    ...atlas.organisations.rows.filter((row) => row !== undefined), ...atlas.vocabulary.rows.all(), ...atlas.claims.all(),
    ...atlas.proofs.all(), ...atlas.briefs.all(), ...atlas.wants.all(), ...atlas.tieRows.all(), ...atlas.partnerships.all(), ...atlas.preferences.all(),
  ]
  const { works } = atlas
  for (let work = 0; work < works.size; work++) {
    if (works.level.data[work] === GONE || works.profile.data[work] === 1) continue
    rows.push(works.row(work))
  }
  return { guildhallAtlas: 1, rows: rows.sort((a, b) => compare(a.is, b.is) || compare(a.id, b.id)) }
}

/**
 * Builds the atlas again. Anything that is not a snapshot gives an empty atlas with one refusal.
 * @example fromSnapshot('nonsense').refused[0].refused // 'not-a-row'
 */
export function fromSnapshot(raw: unknown): Atlas {
  const rows = (raw as Snapshot | null)?.rows
  return buildAtlas(Array.isArray(rows) ? rows : [undefined])
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
