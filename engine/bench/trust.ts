import { UndirectedGraph } from 'graphology'
import pagerank from 'graphology-metrics/centrality/pagerank.js'
import type { Atlas } from '../atlas/atlas.ts'
import { MEMBER } from '../atlas/sight.ts'
import type { Ties } from '../atlas/ties.ts'
import { forwardPush } from '../trust/push.ts'
import { ms, timed, timedEach, times } from './clockwork.ts'

const VIEWERS = 200
/** graphology keeps an object per tie; beyond this it runs out of room before it runs out of time. */
const GRAPHOLOGY_UP_TO = 3_000_000

/** One viewer's trust by forward push, beside one PageRank of the whole network by graphology (which has no view of one's own). */
export async function benchTrust(name: string, atlas: Atlas): Promise<string[][]> {
  const ties = atlas.ties(MEMBER)
  const viewers = Array.from({ length: VIEWERS }, (_, i) => (i * 7919) % ties.size).filter((viewer) => ties.offsets[viewer + 1]! > ties.offsets[viewer]!)
  const push = await timedEach(viewers, (viewer) => forwardPush(ties, viewer))
  const ours = [name, `forward push, ${ties.targets.length.toLocaleString('en-GB')} ties`, ms(push.p50), ms(push.p95), '1']
  if (ties.targets.length > GRAPHOLOGY_UP_TO) return [ours, [name, 'graphology PageRank', 'not run', '', '']]
  const graph = graphOf(ties)
  const whole = await timed(() => (pagerank as unknown as (graph: UndirectedGraph, options: object) => unknown)(graph, { alpha: 0.7, getEdgeWeight: 'weight', tolerance: 1e-6, maxIterations: 500 }))
  return [ours, [name, 'graphology PageRank', ms(whole.milliseconds), '', times(whole.milliseconds / push.p50)]]
}

export const TRUST_HEAD = ['trust', '', 'p50 ms', 'p95 ms', 'time beside ours']

function graphOf(ties: Ties): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (let node = 0; node < ties.size; node++) graph.addNode(node)
  for (let node = 0; node < ties.size; node++) {
    for (let k = ties.offsets[node]!; k < ties.offsets[node + 1]!; k++) {
      if (ties.targets[k]! > node) graph.addUndirectedEdge(node, ties.targets[k]!, { weight: ties.strengths[k]! })
    }
  }
  return graph
}
