import type { Atlas } from '../atlas/atlas.ts'
import { compare } from '../atlas/snapshot.ts'
import type { Viewer } from '../atlas/sight.ts'
import type { Column } from './desk.ts'
import { PARTS, type PartName, type PartWeights } from './weights.ts'

export type Columns = Readonly<Partial<Record<PartName, Column>>>
export type Scored = { readonly organisation: number; readonly score: number }

/** Everyone any part speaks for, by number, each once. */
export function candidates(parts: Columns): number[] {
  const seen = new Set<number>()
  for (const name of PARTS) for (const at of parts[name]?.positions() ?? []) seen.add(at)
  return [...seen]
}

/**
 * weight * log(1 + 100 * part / largest part), summed over the parts in the order of the table, which makes the sum the
 * same to the bit whoever else is looked at. The largest is taken over everyone but the viewer.
 */
export function scorer(parts: Columns, weights: PartWeights, viewer: Viewer): (organisation: number) => number {
  const terms = PARTS.flatMap((name) => {
    const column = parts[name]
    const weight = weights[name] ?? 0
    const most = column?.largest(viewer.number) ?? 0
    return column && weight !== 0 && most > 0 ? [{ values: column.values, weight, scale: 100 / most }] : []
  })
  return (organisation) => {
    let score = 0
    for (const { values, weight, scale } of terms) {
      const value = values[organisation]!
      if (value > 0) score += weight * Math.log(1 + value * scale)
    }
    return score
  }
}

/** One part of one organisation as it enters the sum, from 0 to 1. */
export function partOf(column: Column | undefined, organisation: number, viewer: Viewer): number {
  const most = column?.largest(viewer.number) ?? 0
  return column && most > 0 ? Math.log(1 + (100 * Math.min(column.values[organisation]!, most)) / most) / Math.log(101) : 0
}

/** The best so many, best first, equals by id; the viewer itself and whoever it may not see left out. */
export function topOf(atlas: Atlas, viewer: Viewer, parts: Columns, weights: PartWeights, count: number, keep: (organisation: number) => boolean = () => true): Scored[] {
  const score = scorer(parts, weights, viewer)
  const scored: Scored[] = []
  for (const organisation of candidates(parts)) {
    if (organisation === viewer.number || !atlas.organisations.sees(viewer, organisation) || !keep(organisation)) continue
    scored.push({ organisation, score: score(organisation) })
  }
  return sortBest(atlas, scored, count)
}

export function sortBest(atlas: Atlas, scored: readonly Scored[], count: number): Scored[] {
  const { texts } = atlas.organisations
  let chosen = scored
  if (scored.length > count * 2) {
    const sorted = Float64Array.from(scored, ({ score }) => score).sort()
    const least = sorted[sorted.length - count]!
    chosen = scored.filter(({ score }) => score >= least)
  }
  return chosen.toSorted((a, b) => b.score - a.score || compare(texts[a.organisation]!, texts[b.organisation]!)).slice(0, count)
}
