import type { Ties } from '../atlas/ties.ts'
import { carries, sound, stepsFrom, waysIn, type Sight } from './steps.ts'

/** One tie on a path, read from the viewer's end, and what stands behind it. */
export type Step<Evidence> = {
  readonly from: number
  readonly to: number
  /** Strength of the tie as it stands in the ties; no unit. */
  readonly strength: number
  readonly evidence: readonly Evidence[]
}

/** A friendly path. Without an introducer the two know each other already. */
export type FriendlyPath<Evidence> = {
  readonly introducer: number | undefined
  readonly steps: readonly Step<Evidence>[]
  /** Product of how well each step carries, above 0 and below 1. */
  readonly strength: number
  /** Open requests the introducer already has. */
  readonly load: number
}

export type PathOptions<Evidence> = Sight & {
  /** What stands behind the tie of two organisations, smaller number first; ids of jobs, referrals and so on. */
  readonly evidence?: (one: number, other: number) => readonly Evidence[]
  /** How many requests an organisation is already asked to answer. With five open it counts half as good an introducer. */
  readonly load?: (organisation: number) => number
  /** At most so many paths, 3 unless told, and so many steps each, from 1 to 3. */
  readonly paths?: number
  readonly steps?: number
}

/** A way found: its numbers only. Ranked by worth, which is strength less the introducer's load. */
type Way = { readonly nodes: readonly number[]; readonly strengths: readonly number[]; readonly strength: number; readonly worth: number; readonly load: number }

const HALF_LOAD = 5
const PATHS = 3
const STEPS = 3

/**
 * Up to three friendly paths of at most three steps from one organisation to another, the best by
 * product of strengths first, a different introducer each. The same as Dijkstra on -log strength over
 * (organisation, steps taken), worked out from both ends: each introducer has one best path, through
 * nobody or through one who knows the other side. Introducers who are already asked a lot count less.
 * Equal paths: fewer steps first, then the lower numbers. Unknown or equal ends give no path.
 * @example friendlyPaths({ size: 3, offsets: Int32Array.of(0, 1, 3, 4), targets: Int32Array.of(1, 0, 2, 1), strengths: Float32Array.of(1, 1, 3, 3) }, 0, 2).map((path) => [path.introducer, path.strength]) // [[1, 0.375]]
 */
export function friendlyPaths<Evidence = never>(ties: Ties, from: number, to: number, options: PathOptions<Evidence> = {}): FriendlyPath<Evidence>[] {
  if (!isKnown(ties, from) || !isKnown(ties, to) || from === to) return []
  const wanted = whole(options.paths, PATHS, 0)
  const limit = Math.min(STEPS, whole(options.steps, STEPS, 1))
  return bestWays(ties, from, to, limit, wanted, options).map(({ nodes, strengths, strength, load }) => ({
    introducer: nodes.length > 2 ? nodes[1] : undefined, strength, load,
    steps: strengths.map((each, at) => stepOf(nodes[at] ?? 0, nodes[at + 1] ?? 0, each, options)),
  }))
}

function bestWays<Evidence>(ties: Ties, from: number, to: number, limit: number, wanted: number, options: PathOptions<Evidence>): readonly Way[] {
  const outward = [...stepsFrom(ties, from, options)].map(([node, strength]) => introducerOf(node, strength, node === to ? 0 : sound(options.load?.(node))))
  const inward = waysIn(ties, from, to, limit, outward.map(({ node }) => node), options)
  let best: readonly Way[] = []
  for (const { node, strength, load, reach } of outward.sort((a, b) => b.reach - a.reach || a.node - b.node)) {
    const last = best[wanted - 1]
    // whoever is left cannot beat the last of the best, even over a perfect way on
    if (last && reach < last.worth) break
    const way = node === to ? { nodes: [to], strengths: [] } : inward(node)
    if (!way) continue
    const strengths = [strength, ...way.strengths]
    const product = strengths.reduce((all, each) => all * carries(each), 1)
    best = [...best, { nodes: [from, ...(node === to ? [] : [node]), ...way.nodes], strengths, load, strength: product, worth: product * eased(load) }].sort(byWorth).slice(0, wanted)
  }
  return best
}

const introducerOf = (node: number, strength: number, load: number) => ({ node, strength, load, reach: carries(strength) * eased(load) })
const eased = (load: number): number => HALF_LOAD / (HALF_LOAD + load)

function byWorth(a: Way, b: Way): number {
  return b.worth - a.worth || a.nodes.length - b.nodes.length || a.nodes.reduce((order, node, at) => order || node - (b.nodes[at] ?? 0), 0)
}

function stepOf<Evidence>(from: number, to: number, strength: number, { evidence }: PathOptions<Evidence>): Step<Evidence> {
  return { from, to, strength, evidence: evidence?.(Math.min(from, to), Math.max(from, to)) ?? [] }
}

const isKnown = (ties: Ties, node: number): boolean => Number.isInteger(node) && node >= 0 && node < ties.size
const whole = (value: number | undefined, usual: number, least: number): number => value === undefined || Number.isNaN(value) ? usual : Math.max(least, Math.floor(value))
