import type { Ties } from '../atlas/ties.ts'

/** What the viewer may see of the ties. */
export type Sight = {
  /** Whether the viewer may see this tie; smaller number first. Without it every tie is seen. */
  readonly visible?: (one: number, other: number) => boolean
  /** Whether an organisation keeps its ties private: then it is never shown between two others. */
  readonly keepsTiesPrivate?: (organisation: number) => boolean
}

/**
 * How well a step carries a good word, above 0 and at most 1: one job for two carries half. A product of
 * these can only fall with each further step, which a product of bare strengths above 1 would not.
 * @example carries(1) // 0.5
 * @example carries(3) // 0.75
 */
export const carries = (strength: number): number => strength / (strength + 1)

/** The rest of a way: from the organisation after `node` to the end, and the strengths of its steps. */
type Rest = { readonly nodes: readonly number[]; readonly strengths: readonly number[] }

/** Neighbours the viewer may see, with the strength of the tie. Self-ties and strengths that are no number above 0 are passed over. */
export function stepsFrom(ties: Ties, node: number, { visible }: Sight): ReadonlyMap<number, number> {
  const steps = new Map<number, number>()
  for (let at = ties.offsets[node] ?? 0; at < (ties.offsets[node + 1] ?? 0); at++) {
    const other = ties.targets[at] ?? node
    const strength = ties.strengths[at] ?? 0
    if (other === node || !(strength > (steps.get(other) ?? 0)) || strength === Infinity) continue
    if (visible && !visible(Math.min(node, other), Math.max(node, other))) continue
    steps.set(other, strength)
  }
  return steps
}

/**
 * The best rest of the way for an introducer: straight to the end, or through one who knows the end.
 * The work is done from whichever side has fewer ties to look through: once from the end for all
 * introducers, or for each introducer as it is asked about.
 */
export function waysIn(ties: Ties, from: number, to: number, limit: number, introducers: readonly number[], sight: Sight): (introducer: number) => Rest | undefined {
  const maySpeak = (node: number): boolean => node !== from && node !== to && !sight.keepsTiesPrivate?.(node)
  const last = stepsFrom(ties, to, sight)
  const speakers = limit === 3 ? [...last.keys()].filter(maySpeak) : []
  const fromTheEnd = sumOfTies(ties, speakers) < sumOfTies(ties, introducers)
  const through = fromTheEnd ? throughAll(ties, speakers, last, sight) : undefined
  return (introducer) => {
    if (limit < 2 || !maySpeak(introducer)) return undefined
    const between = limit < 3 ? undefined : through ? through.get(introducer) : throughOne(ties, introducer, last, maySpeak, sight)
    return better(last.get(introducer), between, last, to)
  }
}

type Between = { readonly node: number; readonly strength: number; readonly product: number }

function throughAll(ties: Ties, speakers: readonly number[], last: ReadonlyMap<number, number>, sight: Sight): ReadonlyMap<number, Between> {
  const best = new Map<number, Between>()
  for (const node of speakers) {
    for (const [introducer, strength] of stepsFrom(ties, node, sight)) {
      const found = { node, strength, product: carries(strength) * carries(last.get(node) ?? 0) }
      if (isBetter(found, best.get(introducer))) best.set(introducer, found)
    }
  }
  return best
}

function throughOne(ties: Ties, introducer: number, last: ReadonlyMap<number, number>, maySpeak: (node: number) => boolean, sight: Sight): Between | undefined {
  let best: Between | undefined
  // asked only about ties that lead on, so that sight is not looked up for all the others
  for (const [node, strength] of stepsFrom(ties, introducer, { visible: (one, other) => leadsOn(one, other) && (sight.visible?.(one, other) ?? true) })) {
    const found = { node, strength, product: carries(strength) * carries(last.get(node) ?? 0) }
    if (isBetter(found, best)) best = found
  }
  return best

  function leadsOn(one: number, other: number): boolean {
    const node = one === introducer ? other : one
    return last.has(node) && maySpeak(node)
  }
}

const isBetter = (a: Between, b: Between | undefined): boolean => !b || a.product > b.product || (a.product === b.product && a.node < b.node)

/** Straight on wins a draw: fewer people to trouble. */
function better(straight: number | undefined, between: Between | undefined, last: ReadonlyMap<number, number>, to: number): Rest | undefined {
  if (straight !== undefined && (!between || carries(straight) >= between.product)) return { nodes: [to], strengths: [straight] }
  return between && { nodes: [between.node, to], strengths: [between.strength, last.get(between.node) ?? 0] }
}

function sumOfTies(ties: Ties, nodes: readonly number[]): number {
  return nodes.reduce((sum, node) => sum + (ties.offsets[node + 1] ?? 0) - (ties.offsets[node] ?? 0), 0)
}

/** A load as told, or none when it is no number above 0. */
export const sound = (load: number | undefined): number => (load !== undefined && load > 0 && load < Infinity ? load : 0)
