import type { Field } from './field.ts'

/**
 * Prices that make the best imaginable team easy to reckon (Lagrangian relaxation; Held and Karp 1970, Fisher 1981).
 * Each part has a price that whoever holds it pays back; each tie a toll that whoever leans on it pays to the one it
 * leans on; each limit a fee. At any prices, taking the members with the largest surplus gives an upper bound on every
 * real team, and good prices make it a tight one.
 */
export type Prices = { readonly part: Float64Array; readonly toll: Float64Array; readonly fee: Float64Array }

/** What the prices say about each candidate in the field, and about every team. */
export type Reckoning = {
  /** Best sum of worth above price over the parts it could hold. */
  readonly gain: Float64Array
  /** The tie it would lean on, as an edge of the field, or -1; and what that is worth after the toll. */
  readonly leansOn: Int32Array
  readonly leaning: Float64Array
  /** All tolls it would receive. */
  readonly received: Float64Array
  readonly surplus: Float64Array
  readonly chosen: number[]
  bound: number
}

export const openingPrices = (field: Field): Prices => {
  const part = new Float64Array(field.ask.problem.parts)
  field.coverPart.forEach((p, k) => (part[p] = Math.max(part[p]!, field.coverWorth[k]!)))
  return { part, toll: new Float64Array(field.tieTo.length), fee: new Float64Array(field.ask.atMost.length) }
}

export const emptyReckoning = (field: Field): Reckoning => ({
  gain: new Float64Array(field.n), leansOn: new Int32Array(field.n), leaning: new Float64Array(field.n),
  received: new Float64Array(field.n), surplus: new Float64Array(field.n), chosen: [], bound: Infinity,
})

/** Works out the bound at these prices into `out`. -Infinity means no team of this size exists. */
export function reckon(field: Field, prices: Prices, out: Reckoning): void {
  const { ask, n, forced } = field
  receive(field, prices, out)
  let bound = -ask.problem.memberCost * (ask.members - 1)
  for (const price of prices.part) bound += price
  ask.atMost.forEach((limit, j) => (bound += (prices.fee[j]! * limit.total) / limit.unit))
  let seats = ask.members
  for (let i = 0; i < n; i++) {
    out.gain[i] = gainOf(field, prices, i)
    lean(field, prices, out, i)
    out.surplus[i] = out.gain[i]! + out.leaning[i]! + out.received[i]! - feeOf(field, prices, i)
    if (!forced[i]) continue
    bound += out.surplus[i]!
    seats--
  }
  pickLargest(out.surplus, forced, seats, out.chosen)
  for (const i of out.chosen) bound += out.surplus[i]!
  out.bound = out.chosen.length < seats || seats < 0 ? -Infinity : bound
}

function receive({ n, tieTo, forced }: Field, { toll }: Prices, { received }: Reckoning): void {
  for (let i = 0; i < n; i++) received[i] = 0
  for (let e = 0; e < tieTo.length; e++) if (!forced[tieTo[e]!]) received[tieTo[e]!]! += toll[e]!
}

/** A must-have may stay without a part; anyone else takes at least one, if need be at a loss. */
function gainOf(field: Field, prices: Prices, i: number): number {
  const room = field.capacity[i]!
  const end = field.coverStart[i + 1]!
  let sum = 0
  let best = -Infinity
  let second = 0
  let positive = 0
  for (let k = field.coverStart[i]!; k < end; k++) {
    const gain = field.coverWorth[k]! - prices.part[field.coverPart[k]!]!
    if (gain > best) {
      second = best
      best = gain
    } else if (gain > second) second = gain
    if (gain <= 0) continue
    sum += gain
    positive++
  }
  if (positive === 0) return field.forced[i] ? 0 : room === 0 ? -Infinity : best
  if (positive <= room) return sum
  return room === 0 ? (field.forced[i] ? 0 : -Infinity) : room === 1 ? best : room === 2 ? best + second : topSum(field, prices, i, room)
}

function topSum(field: Field, prices: Prices, i: number, room: number): number {
  const gains: number[] = []
  for (let k = field.coverStart[i]!; k < field.coverStart[i + 1]!; k++) gains.push(field.coverWorth[k]! - prices.part[field.coverPart[k]!]!)
  return gains.sort((a, b) => b - a).slice(0, room).reduce((sum, gain) => sum + Math.max(0, gain), 0)
}

function lean({ tieStart, tieTo, tieWorth, forced }: Field, { toll }: Prices, out: Reckoning, i: number): void {
  out.leansOn[i] = -1
  out.leaning[i] = 0
  for (let e = tieStart[i]!; e < tieStart[i + 1]!; e++) {
    const left = tieWorth[e]! - (forced[tieTo[e]!] ? 0 : toll[e]!)
    if (left <= out.leaning[i]) continue
    out.leaning[i] = left
    out.leansOn[i] = e
  }
}

export function feeOf(field: Field, prices: Prices, i: number): number {
  let fee = 0
  for (let j = 0; j < prices.fee.length; j++) fee += (prices.fee[j]! * field.ask.atMost[j]!.each[field.who[i]!]!) / field.ask.atMost[j]!.unit
  return fee
}

/** The `count` largest that are not barred, largest first; equals in order of number. */
export function pickLargest(values: Float64Array, barred: Uint8Array, count: number, out: number[]): void {
  out.length = 0
  for (let i = 0; i < values.length; i++) {
    if (barred[i] || values[i] === -Infinity) continue
    if (out.length === count && (count === 0 || values[i]! <= values[out[count - 1]!]!)) continue
    let at = out.length
    while (at > 0 && values[out[at - 1]!]! < values[i]!) at--
    out.splice(at, 0, i)
    if (out.length > count) out.pop()
  }
}
