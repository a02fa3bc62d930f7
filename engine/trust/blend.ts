import type { Ties } from '../atlas/ties.ts'
import { forwardPush, type PushOptions, type Standing } from './push.ts'

/** With this many ties a viewer's own view and the network's count the same. */
export const TIES_FOR_HALF = 3

/**
 * How the network as a whole regards each organisation: the standing passed on from organisations someone has verified.
 * Nobody can raise it by inventing organisations or jobs among friends, because standing only enters through the seeds.
 * Verified organisations outside the ties are passed over; with none the answer is empty.
 * @example networkScore({ size: 0, offsets: Int32Array.of(0), targets: new Int32Array(0), strengths: new Float32Array(0) }, []).nodes.length // 0
 */
export function networkScore(ties: Ties, verified: Iterable<number>, options: PushOptions = {}): Standing {
  const seeds = new Map<number, number>()
  for (const node of verified) seeds.set(node, 1)
  return forwardPush(ties, seeds, options)
}

/**
 * Trust as one organisation sees it: its own standing through its ties, mixed with the network's score while it has few.
 * With n ties its own view counts n / (n + 3); without any, all of it is the network's. Scores sum to at most 1.
 * @example blendedTrust({ size: 1, offsets: Int32Array.of(0, 0), targets: new Int32Array(0), strengths: new Float32Array(0) }, 0, { nodes: Int32Array.of(0), scores: Float64Array.of(1) }).scores[0] // 1
 */
export function blendedTrust(ties: Ties, viewer: number, network: Standing, options: PushOptions = {}): Standing {
  const known = Number.isInteger(viewer) && viewer >= 0 && viewer < ties.size
  const count = known ? ties.offsets[viewer + 1]! - ties.offsets[viewer]! : 0
  if (count === 0) return network
  const own = count / (count + TIES_FOR_HALF)
  return mix(forwardPush(ties, viewer, options), own, network, 1 - own)
}

function mix(a: Standing, shareOfA: number, b: Standing, shareOfB: number): Standing {
  const sum = new Map<number, number>()
  for (let i = 0; i < a.nodes.length; i++) sum.set(a.nodes[i]!, a.scores[i]! * shareOfA)
  for (let i = 0; i < b.nodes.length; i++) sum.set(b.nodes[i]!, (sum.get(b.nodes[i]!) ?? 0) + b.scores[i]! * shareOfB)
  return { nodes: Int32Array.from(sum.keys()), scores: Float64Array.from(sum.values()) }
}
