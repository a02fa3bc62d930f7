import type { Problem } from './problem.ts'

/** At most so much over the whole team: the budget, or how many members it may share with another team. */
export type AtMost = {
  readonly each: Float64Array
  readonly total: number
  /** The largest single amount, so that fees come out in the size of other prices. */
  readonly unit: number
}

/** One question to the solver: the best team of exactly `members`. */
export type Ask = {
  readonly problem: Problem
  readonly members: number
  /** What leaving part p open costs: Infinity when it may not stay open. */
  readonly openCost: Float64Array
  readonly atMost: readonly AtMost[]
}

export type AskOptions = {
  /** Allows a must to stay open at a price above any gain, for when no team covers all of them. */
  readonly mustsMayStayOpen?: boolean
  readonly sharing?: { readonly team: readonly number[]; readonly most: number }
}

export function askFor(problem: Problem, members: number, options: AskOptions = {}): Ask {
  const gaps = new Set(problem.gaps)
  const openCost = Float64Array.from(problem.must, (must, p) =>
    !must || gaps.has(p) ? 0 : options.mustsMayStayOpen ? problem.openMust : Infinity)
  const atMost: AtMost[] = []
  if (problem.asked.budget < Infinity) atMost.push(limitOf(problem.price, problem.asked.budget))
  if (options.sharing) {
    const each = new Float64Array(problem.size)
    for (const u of options.sharing.team) each[u] = 1
    atMost.push(limitOf(each, options.sharing.most))
  }
  return { problem, members, openCost, atMost }
}

/** The same ask with musts allowed to stay open, so that a team on its way to covering them can be compared. */
export const softened = (ask: Ask): Ask => ({ ...ask, openCost: ask.openCost.map((cost) => Math.min(cost, ask.problem.openMust)) })

const limitOf = (each: Float64Array, total: number): AtMost => ({ each, total, unit: each.reduce((a, b) => Math.max(a, b), 0) || 1 })

/** Filled by hand: asked for in the innermost loops, where making it from a length and a function took a tenth of the time. */
export function range(length: number): number[] {
  const numbers = new Array<number>(length)
  for (let i = 0; i < length; i++) numbers[i] = i
  return numbers
}
