import type { Viewer } from '../atlas/sight.ts'
import { atDesk, type Column } from '../fit/desk.ts'
import { evidence } from '../fit/evidence.ts'
import { tally } from '../fit/score.ts'
import { WEIGHTS, weightsFor, type ListName } from '../fit/weights.ts'
import type { Scores } from './measures.ts'
import type { Query } from './queries.ts'
import type { World } from './world.ts'

export const CONTROLS = ['popularity', 'organisation text', 'record kNN', 'personal PageRank', 'rank fusion'] as const
export const ENGINE = 'engine'
export type RankerName = (typeof CONTROLS)[number] | typeof ENGINE

/** Places at which rank fusion stops listening to a method, and its usual constant (Cormack, Clarke and Büttcher, 2009). */
const FUSED_PLACES = 1000
const FUSION = 60

/** Scores of one query by every ranker, for each list. The engine and its parts read the same evidence. */
export function rank(world: World, query: Query, withCoordinator: boolean, table: typeof WEIGHTS = WEIGHTS): Record<RankerName, (list: ListName) => Scores> {
  const { atlas } = world
  const size = atlas.organisations.size
  const viewer = viewerFor(world, query, withCoordinator)
  return atDesk(atlas, (desk) => {
    const { parts, known } = evidence(atlas, viewer, desk, query.topic)
    const same = (scores: Scores) => () => scores
    const knn = dense(parts.similarWords, size)
    const pagerank = dense(parts.ties, size)
    const engine = Object.fromEntries((['all', 'new', 'small'] as const).map((list) => [list, fromTally(tally(desk, size, parts, weightsFor(table, list, known), viewer), size)])) as Record<ListName, Scores>
    return {
      popularity: same(Float64Array.from({ length: size }, (_, i) => atlas.works.counts[viewer.reach].worksOf.data[i] ?? 0)),
      'organisation text': same(dense(parts.ownWords, size)),
      'record kNN': same(knn), 'personal PageRank': same(pagerank), 'rank fusion': same(fused([knn, pagerank], size)),
      engine: (list) => engine[list],
    }
  })
}

/** The coordinator asks for itself if it has been seen before; else, and without one, the question comes from no member in particular. */
export function viewerFor(world: World, query: Query, withCoordinator: boolean): Viewer {
  const viewer = world.atlas.viewer(query.coordinator)
  return withCoordinator && viewer.number >= 0 ? viewer : world.atlas.anyMember()
}

function dense(column: Column | undefined, size: number): Scores {
  const scores = new Float64Array(size).fill(-Infinity)
  for (const at of column?.positions() ?? []) scores[at] = column!.values[at]!
  return scores
}

function fromTally({ scores, positions }: { scores: Float64Array; positions: Int32Array }, size: number): Scores {
  const full = new Float64Array(size).fill(-Infinity)
  for (const at of positions) full[at] = scores[at]!
  return full
}

function fused(methods: readonly Scores[], size: number): Scores {
  const sum = new Float64Array(size)
  for (const scores of methods) {
    const order: number[] = []
    for (let i = 0; i < size; i++) if (scores[i]! > 0) order.push(i)
    order.sort((a, b) => scores[b]! - scores[a]! || a - b)
    order.slice(0, FUSED_PLACES).forEach((i, place) => { sum[i]! += 1 / (FUSION + place + 1) })
  }
  return sum
}
