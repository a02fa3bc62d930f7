import { atDesk, type Column } from '../fit/desk.ts'
import { evidence } from '../fit/evidence.ts'
import { best } from '../fit/similar-works.ts'
import { PARTS, type ListName } from '../fit/weights.ts'
import type { Case } from './climb.ts'
import { viewerFor } from './rankers.ts'
import { slicesOf, type World } from './world.ts'

/** From each part only the best so many are kept, in the whole list and in each slice of it: nobody further down could win a place. */
const KEPT = 250
const KEPT_IN_SLICE = 150

export type CasesByList = Record<ListName, Case[]>

/** Asks every query once and keeps the parts of the candidates near the top, so that climbing need not ask again. */
export function casesOf(world: World, withCoordinator: boolean, strangersOnly: boolean, told: (done: number) => void): CasesByList {
  const cases: CasesByList = { all: [], new: [], small: [] }
  world.fold.queries.forEach((query, index) => {
    if (index % 100 === 0) told(index)
    const { atlas } = world
    const viewer = viewerFor(world, query, withCoordinator)
    atDesk(atlas, (desk) => {
      const { parts, known } = evidence(atlas, viewer, desk, query.topic)
      if (strangersOnly === known) return
      const slices = slicesOf(world, query)
      const most = PARTS.map((name) => parts[name]?.largest(viewer.number) ?? 0)
      for (const list of ['all', 'new', 'small'] as const) {
        const { listed, targets } = slices[list]
        if (targets.length === 0) continue
        const kept = pool(PARTS.map((name) => parts[name]), listed, list === 'all' ? KEPT : KEPT_IN_SLICE, atlas.organisations.size, (at) => atlas.organisations.texts[at]!)
        const wanted = new Set(targets)
        cases[list].push({
          parts: PARTS.map((name, i) => Float32Array.from(kept, (at) => (most[i]! > 0 ? Math.log(1 + (100 * parts[name]!.values[at]!) / most[i]!) : 0))),
          target: Uint8Array.from(kept, (at) => (wanted.has(at) ? 1 : 0)), targets: targets.length, scores: new Float64Array(kept.length),
        })
      }
    })
  })
  return cases
}

/** Parts that nearly everybody shares say nothing about who belongs in the pool. */
const EVERYBODYS = new Set(['sameCountry', 'sameTown', 'newcomer', 'experience'])

function pool(columns: readonly (Column | undefined)[], listed: Int32Array, count: number, size: number, idOf: (at: number) => string): number[] {
  const inList = new Uint8Array(size)
  for (const at of listed) inList[at] = 1
  const kept = new Set<number>()
  columns.forEach((column, i) => {
    if (!column || EVERYBODYS.has(PARTS[i]!)) return
    for (const at of best(column, count, idOf, (one) => inList[one] === 1)) kept.add(at)
  })
  return [...kept]
}
