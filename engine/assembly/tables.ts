import { range } from './ask.ts'
import type { Field } from './field.ts'
import { feeOf, type Prices } from './prices.ts'

/**
 * All that a search needs to reckon bounds quickly. Parts are dealt with in one fixed order, so what is still open at
 * depth d is always the same: everything that depends on it is worked out once ("memo by what is covered").
 */
export type Tables = {
  readonly depth: number
  readonly order: readonly number[]
  /** Prices of all parts from depth d on, fees and member costs included. */
  readonly rest: Float64Array
  /** Best surplus over parts from depth d on for one with s parts' room, at [(d * rooms + s) * n + i]. */
  readonly spareGain: Float64Array
  readonly rooms: number
  /** For someone new at depth d: what it brings apart from ties into the team, and the best lean outside, at [d * n + i]. */
  readonly fresh: Float64Array
  readonly lean: Float64Array
  /** Who could still be new at depth d, most promising first. */
  readonly inPlay: readonly Int32Array[]
  /** Who could take the part at depth d. */
  readonly takers: readonly Int32Array[]
  readonly worth: Float64Array
  readonly fee: Float64Array
}

export function tablesFor(field: Field, prices: Prices, order: readonly number[]): Tables {
  const { n, ask } = field
  const depth = order.length
  const worth = worthByDepth(field, order)
  const rooms = field.capacity.reduce((most, room) => Math.max(most, room), 0) + 1
  const fee = Float64Array.from(range(n), (i) => feeOf(field, prices, i))
  const { spareGain, newGain } = gains(field, prices, order, worth, rooms)
  const lean = leans(field, prices, depth, newGain)
  const received = receivedAtMost(field, prices)
  const fresh = Float64Array.from(newGain, (gain, at) => gain + lean[at]! + received[at % n]! - fee[at % n]!)
  const rest = new Float64Array(depth + 1)
  rest[depth] = -ask.problem.memberCost * (ask.members - 1) + ask.atMost.reduce((sum, limit, j) => sum + (prices.fee[j]! * limit.total) / limit.unit, 0)
  for (let d = depth - 1; d >= 0; d--) rest[d] = rest[d + 1]! + prices.part[order[d]!]!
  const byFresh = (d: number) => chosenBy(n, (i) => !field.forced[i] && fresh[d * n + i]! > -Infinity, (i) => fresh[d * n + i]!)
  const byWorth = (d: number) => chosenBy(n, (i) => worth[d * n + i]! >= 0, (i) => worth[d * n + i]!)
  const inPlay = range(depth + 1).map(byFresh)
  const takers = range(depth).map(byWorth)
  return { depth, order, rest, spareGain, rooms, fresh, lean, inPlay, takers, worth, fee }
}

/** Those who qualify, the largest first, equals in order of number. */
function chosenBy(n: number, qualifies: (i: number) => boolean, size: (i: number) => number): Int32Array {
  const list: number[] = []
  for (let i = 0; i < n; i++) if (qualifies(i)) list.push(i)
  return Int32Array.from(list).sort((a, b) => size(b) - size(a) || a - b)
}

function worthByDepth(field: Field, order: readonly number[]): Float64Array {
  const at = new Int32Array(order.length)
  order.forEach((p, d) => (at[p] = d))
  const worth = new Float64Array(order.length * field.n).fill(-1)
  for (let i = 0; i < field.n; i++) {
    for (let k = field.coverStart[i]!; k < field.coverStart[i + 1]!; k++) worth[at[field.coverPart[k]!]! * field.n + i] = field.coverWorth[k]!
  }
  return worth
}

function gains({ n, capacity }: Field, prices: Prices, order: readonly number[], worth: Float64Array, rooms: number) {
  const depth = order.length
  const spareGain = new Float64Array((depth + 1) * rooms * n)
  const newGain = new Float64Array((depth + 1) * n).fill(-Infinity)
  for (let i = 0; i < n; i++) {
    const sorted: number[] = []
    for (let d = depth - 1; d >= 0; d--) {
      if (worth[d * n + i]! >= 0) insert(sorted, worth[d * n + i]! - prices.part[order[d]!]!)
      let sum = 0
      for (let s = 1; s < rooms; s++) {
        sum += Math.max(0, sorted[s - 1] ?? 0)
        spareGain[(d * rooms + s) * n + i] = sum
      }
      if (sorted.length > 0 && capacity[i]! > 0) newGain[d * n + i] = Math.max(sorted[0]!, spareGain[(d * rooms + capacity[i]!) * n + i]!)
    }
  }
  return { spareGain, newGain }
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length
  while (at > 0 && sorted[at - 1]! < value) at--
  sorted.splice(at, 0, value)
}

/** The best tie after its toll to anyone who could still join at depth d. */
function leans({ n, tieStart, tieTo, tieWorth, forced }: Field, { toll }: Prices, depth: number, newGain: Float64Array): Float64Array {
  const lean = new Float64Array((depth + 1) * n)
  for (let d = 0; d < depth; d++) {
    for (let i = 0; i < n; i++) {
      let best = 0
      for (let e = tieStart[i]!; e < tieStart[i + 1]!; e++) {
        const to = tieTo[e]!
        if (forced[to] || newGain[d * n + to] === -Infinity) continue
        if (tieWorth[e]! - toll[e]! > best) best = tieWorth[e]! - toll[e]!
      }
      lean[d * n + i] = best
    }
  }
  return lean
}

/** Only the other members pay a toll, so only the largest few count. */
function receivedAtMost({ n, tieTo, forced, ask }: Field, { toll }: Prices): Float64Array {
  const each: number[][] = range(n).map(() => [])
  tieTo.forEach((to, e) => {
    if (toll[e]! > 0 && !forced[to]) each[to]!.push(toll[e]!)
  })
  return Float64Array.from(each, (tolls) => tolls.sort((a, b) => b - a).slice(0, ask.members - 1).reduce((sum, each) => sum + each, 0))
}
