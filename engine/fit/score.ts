import type { Atlas } from '../atlas/atlas.ts'
import { compare } from '../atlas/snapshot.ts'
import type { Viewer } from '../atlas/sight.ts'
import { cut } from './cut.ts'
import type { Column, Desk } from './desk.ts'
import { PARTS, type PartName, type PartWeights } from './weights.ts'

export type Columns = Readonly<Partial<Record<PartName, Column>>>
export type Scored = { readonly organisation: number; readonly score: number }

/** The scores of everyone any part speaks for: `scores` by number, `positions` in no order that matters. */
export type Tally = { readonly scores: Float64Array; readonly positions: Int32Array }

/**
 * weight * log(1 + 100 * part / largest part), summed over the parts in the order of the table, which makes the sum the
 * same to the bit whoever else is looked at. The largest is taken over everyone but the viewer. `positions` holds everyone
 * any of the parts speaks for.
 */
export function tally(desk: Desk, positions: Int32Array, size: number, parts: Columns, weights: PartWeights, viewer: Viewer): Tally {
  const scores = desk.column(size)
  scores.take(positions)
  const sums = scores.values
  for (const name of PARTS) {
    const column = parts[name]
    const weight = weights[name] ?? 0
    if (!column || weight === 0 || column.most(viewer.number) === 0) continue
    const { touched, count } = column
    const logs = column.scaled(viewer.number)
    for (let i = 0; i < count; i++) sums[touched[i]!]! += weight * logs[i]!
  }
  return { scores: sums, positions }
}

/** Everyone any of these columns speaks for, each once. */
export function union(desk: Desk, lists: readonly Int32Array[], size: number): Int32Array {
  const seen = desk.column(size)
  for (const list of lists) for (const at of list) if (seen.values[at] === 0) seen.add(at, 1)
  return seen.positions()
}

/** One part of one organisation as it enters the sum, from 0 to 1. */
export function partOf(column: Column | undefined, organisation: number, viewer: Viewer): number {
  const most = column?.most(viewer.number) ?? 0
  return column && most > 0 ? Math.log(1 + (100 * Math.min(column.values[organisation]!, most)) / most) / Math.log(101) : 0
}

/**
 * The best so many, best first, equals by id; the viewer itself and whoever it may not see left out. `keep` may be slow:
 * it is asked from the top down, for as many as it takes.
 */
export function topOf(atlas: Atlas, viewer: Viewer, { scores, positions }: Tally, count: number, keep?: (organisation: number) => boolean): Scored[] {
  const seen = new Int32Array(positions.length)
  let size = 0
  for (let i = 0; i < positions.length; i++) {
    const at = positions[i]!
    if (at !== viewer.number && atlas.organisations.sees(viewer, at)) seen[size++] = at
  }
  const asked = seen.subarray(0, size)
  for (let look = keep ? count * 2 : count; ; look *= 8) {
    const least = cut(asked, scores, look)
    const chosen: Scored[] = []
    for (let i = 0; i < size; i++) {
      const organisation = asked[i]!
      if (scores[organisation]! >= least && (!keep || keep(organisation))) chosen.push({ organisation, score: scores[organisation]! })
    }
    if (chosen.length >= count || least === -Infinity) return sortBest(atlas, chosen, count)
  }
}

export function sortBest(atlas: Atlas, scored: readonly Scored[], count: number): Scored[] {
  const { texts } = atlas.organisations
  return scored.toSorted((a, b) => b.score - a.score || compare(texts[a.organisation]!, texts[b.organisation]!)).slice(0, count)
}
