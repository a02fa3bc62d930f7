import type { Ties } from '../atlas/ties.ts'

/** How well some organisations stand with the seeds: `scores[i]` belongs to `nodes[i]`. All scores together are at most 1. */
export type Standing = { readonly nodes: Int32Array; readonly scores: Float64Array }

/** One organisation, or several with their share of the start. Shares are scaled to sum to 1. */
export type Seeds = ReadonlyMap<number, number> | number

export type PushOptions = {
  /** Chance of starting over at a seed after each step, above 0 and below 1. Default 0.3. */
  readonly restart?: number
  /** Stop passing on when less than this remains per tie. Default 1e-5; smaller is finer and slower. */
  readonly epsilon?: number
}

/** What is still to be passed on is counted in whole units, so sums are exact and numbering never shows in a score. */
const UNITS = 2 ** 44

/**
 * Personalised PageRank by forward push (Andersen, Chung and Lang, 2006): how likely a walk that follows ties, stronger
 * ones more often, and now and then starts over, is to be found at each organisation. Only what the walk reaches is
 * touched, so time depends on restart and epsilon, not on the size of the network. All nodes due in a round are pushed
 * together, so the same ties under any numbering give the same scores to the bit.
 * Seeds outside the ties, or without a positive share, are passed over; with none left the answer is empty.
 * @example forwardPush({ size: 1, offsets: Int32Array.of(0, 0), targets: new Int32Array(0), strengths: new Float32Array(0) }, 0).scores[0] // 1
 */
export function forwardPush(ties: Ties, seeds: Seeds, options: PushOptions = {}): Standing {
  const restart = within(options.restart, 0.3, 0.01, 0.99)
  const epsilon = within(options.epsilon, 1e-5, 1e-9, 1) * UNITS
  const desk = deskFor(ties)
  let due = sow(ties, seeds, desk)
  while (due.length > 0) due = pushTogether(ties, desk, due, restart, epsilon)
  return clear(desk, restart)
}

/** Room to work in, kept with the ties so that a second question need not ask for memory. */
type Desk = {
  readonly waiting: Float64Array
  readonly kept: Float64Array
  readonly totals: Float64Array
  readonly state: Uint8Array
  readonly touched: Int32Array
  count: number
}
const TOUCHED = 1
const DUE = 2
const desks = new WeakMap<Ties, Desk>()

function deskFor(ties: Ties): Desk {
  const known = desks.get(ties)
  if (known) return known
  const { size } = ties
  const desk: Desk = {
    waiting: new Float64Array(size), kept: new Float64Array(size), totals: new Float64Array(size),
    state: new Uint8Array(size), touched: new Int32Array(size), count: 0,
  }
  desks.set(ties, desk)
  return desk
}

function sow(ties: Ties, seeds: Seeds, desk: Desk): number[] {
  const shares = typeof seeds === 'number' ? [[seeds, 1] as const] : [...seeds]
  const usable = shares.filter(([node, share]) => Number.isInteger(node) && node >= 0 && node < ties.size && share > 0 && share < Infinity)
  const largest = usable.reduce((most, [, share]) => Math.max(most, share), 0)
  // Added smallest first, so that the order in which seeds were named cannot show in the last bit.
  const total = usable.map(([, share]) => share / largest).sort((a, b) => a - b).reduce((sum, share) => sum + share, 0)
  const due: number[] = []
  for (const [node, share] of usable) {
    desk.waiting[node]! += Math.floor((share / largest / total) * UNITS)
    touch(desk, node)
    if ((desk.state[node]! & DUE) === 0) due.push(node)
    desk.state[node]! |= DUE
  }
  return due
}

function pushTogether(ties: Ties, desk: Desk, due: readonly number[], restart: number, epsilon: number): number[] {
  const { waiting, kept, state } = desk
  const { offsets, targets, strengths } = ties
  const taken = new Float64Array(due.length)
  for (let i = 0; i < due.length; i++) {
    const node = due[i]!
    taken[i] = waiting[node]!
    waiting[node] = 0
    state[node]! &= ~DUE
  }
  const next: number[] = []
  for (let i = 0; i < due.length; i++) {
    const node = due[i]!
    const from = offsets[node]!
    const to = offsets[node + 1]!
    if (from === to) {
      kept[node]! += taken[i]! // nowhere to go: the walk stays
      continue
    }
    kept[node]! += taken[i]! * restart
    const perStrength = (taken[i]! * (1 - restart)) / totalOf(desk, strengths, node, from, to)
    for (let k = from; k < to; k++) {
      const other = targets[k]!
      const now = waiting[other]! + Math.floor(perStrength * strengths[k]!)
      waiting[other] = now
      const was = state[other]!
      if (was === 0) touch(desk, other)
      if ((was & DUE) === 0 && now > epsilon * (offsets[other + 1]! - offsets[other]!)) {
        state[other]! |= DUE
        next.push(other)
      }
    }
  }
  return next
}

function totalOf(desk: Desk, strengths: Float32Array, node: number, from: number, to: number): number {
  let total = desk.totals[node]!
  if (total > 0) return total
  for (let k = from; k < to; k++) total += strengths[k]!
  desk.totals[node] = total
  return total
}

function touch(desk: Desk, node: number): void {
  if ((desk.state[node]! & TOUCHED) !== 0) return
  desk.state[node]! |= TOUCHED
  desk.touched[desk.count++] = node
}

/** Reads the scores and leaves the desk as it was found. What still waits counts for the share that would have stayed. */
function clear(desk: Desk, restart: number): Standing {
  const nodes = desk.touched.slice(0, desk.count)
  const scores = new Float64Array(desk.count)
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    scores[i] = (desk.kept[node]! + desk.waiting[node]! * restart) / UNITS
    desk.kept[node] = 0
    desk.waiting[node] = 0
    desk.state[node] = 0
  }
  desk.count = 0
  return { nodes, scores }
}

function within(value: number | undefined, usual: number, least: number, most: number): number {
  return value === undefined || !Number.isFinite(value) ? usual : Math.min(most, Math.max(least, value))
}
