import type { Allowance } from './allowance.ts'
import type { Field } from './field.ts'
import { emptyReckoning, type Prices, type Reckoning, reckon } from './prices.ts'

export type Tightened = {
  readonly prices: Prices
  readonly bound: number
  /** No team with this candidate scores more than this. */
  readonly boundWith: Float64Array
}

export type TightenOptions = {
  readonly rounds: number
  readonly allowance: Allowance
  /** Best score known, asked afresh each round because trying out the chosen members may raise it. */
  readonly known: () => number
  readonly onChoice?: (chosen: readonly number[]) => void
}

/** Improves prices by subgradient steps (Polyak's rule with the best known team as target) and keeps the best met. */
export function tighten(field: Field, from: Prices, options: TightenOptions): Tightened {
  const prices = copyOf(from)
  const here = emptyReckoning(field)
  let best = copyOf(from)
  let bound = Infinity
  let eager = 1.2
  let stale = 0
  const boundWith = new Float64Array(field.n).fill(Infinity)
  const slope = { part: new Float64Array(prices.part.length), toll: new Float64Array(prices.toll.length), fee: new Float64Array(prices.fee.length) }
  for (let round = 0; round < options.rounds; round++) {
    reckon(field, prices, here)
    lowerEach(field, here, boundWith)
    if (here.bound < bound - 1) {
      bound = here.bound
      best = copyOf(prices)
      stale = 0
    } else if (++stale >= 8) {
      eager /= 1.6
      stale = 0
    }
    if (bound < options.known() + 0.75 || options.allowance.spend((field.n + field.tieTo.length) >> 2)) break
    if (round % 6 === 5) options.onChoice?.(here.chosen)
    const steep = slopeAt(field, prices, here, slope)
    if (steep === 0 || eager < 0.004) break
    const target = Math.max(options.known(), here.bound - Math.abs(here.bound) * 0.3)
    step(field, prices, slope, (eager * Math.max(here.bound - target, 1)) / steep)
  }
  return { prices: best, bound, boundWith }
}

/** Forcing one more in means the least of the chosen steps aside. */
function lowerEach(field: Field, here: Reckoning, boundWith: Float64Array): void {
  const least = here.chosen.length > 0 ? here.surplus[here.chosen.at(-1)!]! : -Infinity
  for (let i = 0; i < field.n; i++) {
    const steppedAside = field.forced[i] || here.surplus[i]! >= least ? here.bound : here.bound - least + here.surplus[i]!
    if (steppedAside < boundWith[i]!) boundWith[i] = steppedAside
  }
}

/** How the bound changes with each price; returns the squared length. */
function slopeAt(field: Field, prices: Prices, here: Reckoning, slope: Prices): number {
  const inside = new Uint8Array(field.forced)
  for (const i of here.chosen) inside[i] = 1
  slope.part.fill(1)
  slope.toll.fill(0)
  field.ask.atMost.forEach((limit, j) => (slope.fee[j] = limit.total / limit.unit))
  for (let i = 0; i < field.n; i++) {
    if (inside[i]) takeParts(field, prices, slope, i)
  }
  for (let i = 0; i < field.n; i++) {
    if (inside[i] && !field.forced[i]) {
      for (let e = field.tieStart[i]!; e < field.tieStart[i + 1]!; e++) {
        const back = reverseOf(field, i, e)
        if (prices.toll[back]! > 0) slope.toll[back]! += 1
      }
    }
    const e = here.leansOn[i]!
    if (inside[i] && e >= 0 && !field.forced[field.tieTo[e]!]) slope.toll[e]! -= 1
  }
  return squared(field, prices, slope)
}

/** The same tie seen from the other end: ties are listed in order of partner, so it is found by halving. */
function reverseOf(field: Field, i: number, e: number): number {
  let low = field.tieStart[field.tieTo[e]!]!
  let high = field.tieStart[field.tieTo[e]! + 1]! - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (field.tieTo[middle]! < i) low = middle + 1
    else high = middle
  }
  return low
}

function takeParts(field: Field, prices: Prices, slope: Prices, i: number): void {
  for (let j = 0; j < slope.fee.length; j++) slope.fee[j]! -= field.ask.atMost[j]!.each[field.who[i]!]! / field.ask.atMost[j]!.unit
  const gains: { readonly part: number; readonly gain: number }[] = []
  for (let k = field.coverStart[i]!; k < field.coverStart[i + 1]!; k++) {
    const part = field.coverPart[k]!
    gains.push({ part, gain: field.coverWorth[k]! - prices.part[part]! })
  }
  gains.sort((a, b) => b.gain - a.gain)
  gains.slice(0, field.capacity[i]).forEach(({ part, gain }, turn) => {
    if (gain > 0 || (turn === 0 && !field.forced[i])) slope.part[part]! -= 1
  })
}

/** A price at its floor that would fall further does not move, and must not shorten the step of the others. */
function squared(field: Field, prices: Prices, slope: Prices): number {
  let sum = 0
  for (let p = 0; p < slope.part.length; p++) {
    if (slope.part[p]! > 0 && prices.part[p]! <= floorOf(field, p)) slope.part[p] = 0
    sum += slope.part[p]! ** 2
  }
  for (let e = 0; e < slope.toll.length; e++) sum += slope.toll[e]! ** 2
  for (let j = 0; j < slope.fee.length; j++) {
    if (slope.fee[j]! > 0 && prices.fee[j]! <= 0) slope.fee[j] = 0
    sum += slope.fee[j]! ** 2
  }
  return sum
}

function step(field: Field, prices: Prices, slope: Prices, length: number): void {
  for (let p = 0; p < slope.part.length; p++) prices.part[p] = Math.max(floorOf(field, p), prices.part[p]! - length * slope.part[p]!)
  for (let e = 0; e < slope.toll.length; e++) if (slope.toll[e] !== 0) prices.toll[e] = Math.max(0, prices.toll[e]! - length * slope.toll[e]!)
  for (let j = 0; j < slope.fee.length; j++) prices.fee[j] = Math.max(0, prices.fee[j]! - length * slope.fee[j]!)
}

/** A part that may stay open is never worth paying more than that for. */
const floorOf = (field: Field, p: number): number => -field.ask.openCost[p]!

const copyOf = (prices: Prices): Prices => ({ part: prices.part.slice(), toll: prices.toll.slice(), fee: prices.fee.slice() })
