import type { Viewer } from '../atlas/sight.ts'
import { cut } from '../fit/cut.ts'
import { atDesk, type Column } from '../fit/desk.ts'
import { evidence } from '../fit/evidence.ts'
import { tally } from '../fit/score.ts'
import type { Topic } from '../fit/similar-works.ts'
import { WEIGHTS, weightsFor, type ListName } from '../fit/weights.ts'
import type { Scores } from './measures.ts'
import type { Query } from './queries.ts'
import type { World } from './world.ts'

export const CONTROLS = ['popularity', 'organisation text', 'record kNN', 'personal PageRank', 'rank fusion'] as const
/** The controls read the words of the question and nothing else; the engine also the tags of the call, where it is given them. */
export const ENGINES = ['engine, words only', "engine, with the call's tags"] as const
export type EngineName = (typeof ENGINES)[number]
export type RankerName = (typeof CONTROLS)[number] | EngineName

/** Places at which rank fusion stops listening to a method, and its usual constant (Cormack, Clarke and Büttcher, 2009). */
const FUSED_PLACES = 1000
const FUSION = 60
export const LISTS = ['all', 'new', 'small'] as const

/** Scores of one query by every ranker, for each list. Controls and engine read the same evidence. */
export function rank(world: World, query: Query, withCoordinator: boolean): Record<RankerName, (list: ListName) => Scores> {
  const { atlas } = world
  const size = atlas.organisations.size
  const viewer = viewerFor(world, query, withCoordinator)
  return atDesk(atlas, (desk) => {
    const same = (scores: Scores) => () => scores
    const engine = (topic: Topic) => {
      const { parts, positions, known } = evidence(atlas, viewer, desk, topic)
      const scores = Object.fromEntries(LISTS.map((list) => [list, fromTally(tally(desk, positions, size, parts, weightsFor(WEIGHTS, list, known), viewer), size)])) as Record<ListName, Scores>
      return { parts, of: (list: ListName) => scores[list] }
    }
    const inWords = engine({ text: query.topic.text, tags: [] })
    const { parts } = inWords
    const knn = dense(parts.similarWords, size)
    const pagerank = dense(parts.ties, size)
    return {
      popularity: same(world.popularity),
      'organisation text': same(dense(parts.ownWords, size)),
      'record kNN': same(knn), 'personal PageRank': same(pagerank), 'rank fusion': same(fused([knn, pagerank], world.everyone)),
      'engine, words only': inWords.of,
      "engine, with the call's tags": engine(query.topic).of,
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

/** Those of a list who score this or more, in their order. */
export function from(list: Int32Array, scores: Scores, least: number): Int32Array {
  const found = new Int32Array(list.length)
  let count = 0
  for (let i = 0; i < list.length; i++) if (scores[list[i]!]! >= least) found[count++] = list[i]!
  return found.subarray(0, count)
}

function fused(methods: readonly Scores[], everyone: Int32Array): Scores {
  const sum = new Float64Array(everyone.length)
  for (const scores of methods) {
    const known = from(everyone, scores, Number.MIN_VALUE)
    const order = from(known, scores, cut(known, scores, FUSED_PLACES)).sort((a, b) => scores[b]! - scores[a]! || a - b)
    order.subarray(0, FUSED_PLACES).forEach((i, place) => { sum[i]! += 1 / (FUSION + place + 1) })
  }
  return sum
}
