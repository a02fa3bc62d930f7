import type { ListName } from '../fit/weights.ts'
import { measure, type Measures, type Scores } from './measures.ts'
import { CONTROLS, ENGINE, rank, type RankerName } from './rankers.ts'
import { slicesOf, type World } from './world.ts'

export const LISTS = ['all', 'new', 'small'] as const
export const RANKERS: readonly RankerName[] = [...CONTROLS, ENGINE]
export type Results = Readonly<Record<RankerName, Readonly<Record<ListName, Measures[]>>>>
export type Listener = { readonly progress: (done: number, all: number) => void; /** Left out, nobody is put in order beyond what measuring needs. */
  readonly ranked?: (list: ListName, query: string, best: string[]) => void }

/** Partner completion: asks every query of a world and measures every ranker on every list. */
export function taskA(world: World, withCoordinator: boolean, listener: Listener): Results {
  const results = Object.fromEntries(RANKERS.map((name) => [name, { all: [], new: [], small: [] }])) as unknown as Results
  world.fold.queries.forEach((query, index) => {
    if (index % 100 === 0) listener.progress(index, world.fold.queries.length)
    const scores = rank(world, query, withCoordinator)
    const slices = slicesOf(world, query)
    for (const list of LISTS) {
      const { listed, targets } = slices[list]
      listener.ranked?.(list, query.id, bestOf(world, scores.engine(list), listed, 200))
      if (targets.length === 0) continue
      for (const name of RANKERS) results[name][list].push(measure(scores[name](list), listed, targets))
    }
  })
  return results
}

function bestOf(world: World, scores: Scores, listed: Uint8Array, count: number): string[] {
  const { texts } = world.atlas.organisations
  const known: number[] = []
  for (let i = 0; i < scores.length; i++) if (listed[i] === 1 && scores[i]! > -Infinity) known.push(i)
  const cut = known.length > count ? Float64Array.from(known, (i) => scores[i]!).sort()[known.length - count]! : -Infinity
  const top = known.filter((i) => scores[i]! >= cut).sort((a, b) => scores[b]! - scores[a]! || (texts[a]! < texts[b]! ? -1 : 1))
  return top.slice(0, count).map((i) => texts[i]!)
}
