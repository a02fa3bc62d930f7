import { cut } from '../fit/cut.ts'
import type { ListName } from '../fit/weights.ts'
import { measure, type Measures, type Scores } from './measures.ts'
import { CONTROLS, ENGINES, from, LISTS, rank, type EngineName, type RankerName } from './rankers.ts'
import { slicesOf, type World } from './world.ts'

export const RANKERS: readonly RankerName[] = [...CONTROLS, ...ENGINES]
export type Results = Readonly<Record<RankerName, Readonly<Record<ListName, Measures[]>>>>
export type Listener = {
  readonly progress: (done: number, all: number) => void
  /** Whose order is wanted in full; left out, nobody is put in order beyond what measuring needs. */
  readonly ranking?: { readonly by: EngineName; readonly told: (list: ListName, query: string, best: string[]) => void }
}

/** Partner completion: asks every query of a world and measures every ranker on every list. */
export function taskA(world: World, withCoordinator: boolean, listener: Listener): Results {
  const results = Object.fromEntries(RANKERS.map((name) => [name, { all: [], new: [], small: [] }])) as unknown as Results
  world.fold.queries.forEach((query, index) => {
    if (index % 100 === 0) listener.progress(index, world.fold.queries.length)
    const scores = rank(world, query, withCoordinator)
    const slices = slicesOf(world, query)
    for (const list of LISTS) {
      const { listed, targets } = slices[list]
      if (listener.ranking) listener.ranking.told(list, query.id, bestOf(world, scores[listener.ranking.by](list), listed, 200))
      if (targets.length === 0) continue
      for (const name of RANKERS) results[name][list].push(measure(scores[name](list), listed, targets))
    }
  })
  return results
}

function bestOf(world: World, scores: Scores, listed: Int32Array, count: number): string[] {
  const { texts } = world.atlas.organisations
  const known = from(listed, scores, -Number.MAX_VALUE)
  const top = from(known, scores, cut(known, scores, count)).sort((a, b) => scores[b]! - scores[a]! || (texts[a]! < texts[b]! ? -1 : 1))
  return Array.from(top.subarray(0, count), (i) => texts[i]!)
}
