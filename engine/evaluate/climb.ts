import { PARTS, type PartName, type PartWeights } from '../fit/weights.ts'
import { ndcg } from './measures.ts'

/** One query reduced to what climbing needs: the log-scaled parts of its candidates, and which of them are targets. */
export type Case = { readonly parts: readonly Float32Array[]; readonly target: Uint8Array; readonly targets: number; readonly scores: Float64Array }
export type Aim = 'ndcg10' | 'r50'

const STEPS = [0.1, 0.25, 0.5, 1, 2]
const LEAST_STEP = 0.2
/** A gain smaller than this is taken for noise. */
const GAIN = 3e-5
const ROUNDS = 8

/**
 * Coordinate ascent straight on the measure: each weight in turn is tried a little up and down, and what helps is kept,
 * until a round brings nothing. From several starts, since the measure has steps and hollows.
 */
export function climb(cases: readonly Case[], aim: Aim, starts: readonly PartWeights[]): { weights: PartWeights; value: number } {
  const tried = starts.map((start) => climbFrom(cases, aim, start))
  return tried.reduce((best, one) => (one.value > best.value ? one : best))
}

export function valueOf(cases: readonly Case[], aim: Aim, weights: PartWeights): number {
  for (const one of cases) rescore(one, PARTS.map((name) => weights[name] ?? 0))
  return mean(cases, aim, 0, 0)
}

function climbFrom(cases: readonly Case[], aim: Aim, start: PartWeights): { weights: PartWeights; value: number } {
  const weights = PARTS.map((name) => start[name] ?? 0)
  let value = valueOf(cases, aim, start)
  for (let round = 0; round < ROUNDS; round++) {
    const before = value
    for (let part = 0; part < weights.length; part++) {
      const unit = Math.max(Math.abs(weights[part]!), LEAST_STEP)
      let best = 0
      for (const step of [-weights[part]!, ...STEPS.flatMap((size) => [size * unit, -size * unit])]) {
        const reached = mean(cases, aim, part, step)
        if (reached > value + GAIN) [value, best] = [reached, step]
      }
      if (best === 0) continue
      weights[part]! += best
      for (const one of cases) rescore(one, weights)
    }
    if (value - before < 10 * GAIN) break
  }
  return { value, weights: Object.fromEntries(PARTS.flatMap((name, i): [PartName, number][] => (weights[i] === 0 ? [] : [[name, Number(weights[i]!.toFixed(3))]]))) }
}

function rescore(one: Case, weights: readonly number[]): void {
  one.scores.fill(0)
  weights.forEach((weight, part) => {
    if (weight !== 0) one.parts[part]!.forEach((value, i) => { one.scores[i]! += weight * value })
  })
}

function mean(cases: readonly Case[], aim: Aim, part: number, step: number): number {
  return cases.reduce((sum, one) => sum + measured(one, aim, one.parts[part]!, step), 0) / Math.max(1, cases.length)
}

let room = new Float64Array(4096)

function measured(one: Case, aim: Aim, values: Float32Array, step: number): number {
  const { length } = one.scores
  if (room.length < length) room = new Float64Array(length * 2)
  for (let i = 0; i < length; i++) room[i] = one.scores[i]! + step * values[i]!
  const limit = aim === 'r50' ? 50 : 10
  const ranks: number[] = []
  for (let i = 0; i < length; i++) if (one.target[i] === 1) ranks.push(rankOf(i, length, limit))
  while (ranks.length < one.targets) ranks.push(Infinity) // targets no part speaks for
  return aim === 'r50' ? ranks.filter((rank) => rank <= 50).length / one.targets : ndcg(ranks, 10)
}

function rankOf(at: number, length: number, limit: number): number {
  let above = 0
  let equal = 0
  for (let i = 0; i < length; i++) {
    if (room[i]! > room[at]!) {
      if (++above >= limit) return Infinity
    } else if (room[i] === room[at]) equal++
  }
  return above + (equal + 1) / 2
}
