import { type Ask, range } from './ask.ts'
import { seat, type Seating } from './assign.ts'
import type { Pool } from './pool.ts'
import { MILLION, type Problem } from './problem.ts'
import { keepsLimits, tiesInside } from './score.ts'
import type { Solved } from './solve.ts'
import type { Member, Seat, Sure, Team } from './team.ts'

export type DescribeOptions = {
  readonly substitutes: boolean
  /** Whether members may be there without a part, as in a team made to survive a departure. */
  readonly reserves?: boolean
}

/** Says in facts what a team of candidate numbers is: who holds what, what rests on whom, who could step in. */
export function describe(pool: Pool, ask: Ask, team: readonly number[], sure: Sure, options: DescribeOptions): Team {
  const { problem } = ask
  const seating = seatingOf(problem, team, options.reserves ?? false)
  const priced = team.map((u) => pool.candidates[u]!)
  return {
    members: team.map((u) => memberOf(ask, team, u, seating, options)),
    seats: seatsOf(pool, problem, seating),
    open: openIn(problem, seating),
    value: valueOf(problem, team, seating) / MILLION,
    pricePence: priced.reduce((sum, candidate) => sum + (candidate.pricePence ?? 0), 0),
    unpriced: priced.filter((candidate) => candidate.pricePence === undefined).map((candidate) => candidate.id),
    sure,
  }
}

/** Nobody needs a seat of their own in a team with reserves, nor in what is left of a team when one has gone. */
const seatingOf = (problem: Problem, team: readonly number[], reserves: boolean): Seating =>
  seat(problem, team, reserves ? new Uint8Array(problem.size).fill(1) : problem.forced)

export const valueOf = (problem: Problem, team: readonly number[], seating: Seating): number =>
  seating.worth + tiesInside(problem, team) - problem.memberCost * Math.max(0, team.length - 1)

const openIn = (problem: Problem, { holder }: Seating): string[] => problem.partIds.filter((_, p) => holder[p]! < 0)

function seatsOf(pool: Pool, problem: Problem, { holder }: Seating): Seat[] {
  return problem.partIds.flatMap((part, p) => {
    const u = holder[p]!
    if (u < 0) return []
    const counted = pool.candidates[u]!.covers.filter((cover) => cover.part === part).map((cover) => cover.proof)
    const proof = (['proven', 'old proof', 'claimed'] as const).find((one) => counted.includes(one))!
    return [{ part, member: problem.ids[u]!, proof, worth: problem.worth[u * problem.parts + p]! / MILLION }]
  })
}

function memberOf(ask: Ask, team: readonly number[], u: number, seating: Seating, options: DescribeOptions): Member {
  const { problem } = ask
  const others = team.filter((v) => v !== u)
  const covers = (v: number, p: number) => problem.worth[v * problem.parts + p]! >= 0
  const left = seatingOf(problem, others, true)
  const now = valueOf(problem, team, seating)
  return {
    id: problem.ids[u]!,
    parts: problem.partIds.filter((_, p) => seating.holder[p] === u),
    vouchedBy: strongestTie(problem, u, others),
    alone: problem.partIds.filter((_, p) => covers(u, p) && !others.some((v) => covers(v, p))),
    ifItLeaves: { opens: newlyOpen(problem, seating, left), loses: (now - valueOf(problem, others, left)) / MILLION },
    substitute: options.substitutes ? substituteFor(ask, others, u, seating, left, now) : undefined,
  }
}

function strongestTie(problem: Problem, u: number, others: readonly number[]): { id: string; worth: number } | undefined {
  let best = -1
  for (const v of others) if (tieOf(problem, u, v) > (best < 0 ? 0 : tieOf(problem, u, best))) best = v
  return best < 0 ? undefined : { id: problem.ids[best]!, worth: tieOf(problem, u, best) / MILLION }
}

const tieOf = (problem: Problem, u: number, v: number): number => problem.tie[u * problem.size + v]!

const newlyOpen = (problem: Problem, before: Seating, after: Seating): string[] =>
  problem.partIds.filter((_, p) => before.holder[p]! >= 0 && after.holder[p]! < 0)

/** Weighs newcomers in the order of what each could add at most, and stops when nobody left could add more. */
function substituteFor(ask: Ask, others: readonly number[], gone: number, before: Seating, left: Seating, now: number): Member['substitute'] {
  const { problem } = ask
  const base = comparable(problem, others, left)
  const hopes = range(problem.size).filter((u) => u !== gone && !others.includes(u) && problem.capacity[u]! > 0)
    .map((u) => ({ u, most: base + mostAdded(problem, others, left, u) })).sort((a, b) => b.most - a.most || a.u - b.u)
  let best: { readonly u: number; readonly score: number; readonly seating: Seating } | undefined
  for (const { u, most } of hopes) {
    if (best && most < best.score) break
    const team = [...others, u].sort((a, b) => a - b)
    if (!keepsLimits({ ...ask, atMost: ask.atMost.slice(0, 1) }, team) && !problem.forced[gone]) continue
    const seating = seatingOf(problem, team, true)
    const score = comparable(problem, team, seating)
    if (!best || score > best.score || (score === best.score && u < best.u)) best = { u, score, seating }
  }
  if (!best || best.score <= base) return undefined
  const loses = now - valueOf(problem, [...others, best.u], best.seating)
  return { id: problem.ids[best.u]!, opens: newlyOpen(problem, before, best.seating), loses: loses / MILLION }
}

/** Musts first, then value. */
const comparable = (problem: Problem, team: readonly number[], seating: Seating): number =>
  valueOf(problem, team, seating) - problem.openMust * seating.openMusts

/** Weak duality: no newcomer adds more per part it takes than the largest worth above the part's price. */
function mostAdded(problem: Problem, others: readonly number[], left: Seating, u: number): number {
  let most = 0
  for (let p = 0; p < problem.parts; p++) {
    const worth = problem.worth[u * problem.parts + p]!
    const needed = problem.must[p] ? problem.openMust : 0
    if (worth >= 0) most = Math.max(most, worth + needed - left.partPrice[p]!)
  }
  const ties = tiesInside(problem, [...others, u]) - tiesInside(problem, others)
  return most * Math.min(problem.capacity[u]!, problem.parts) + ties
}

/**
 * How sure, from what was found and what could not be ruled out. Open musts count in neither.
 * @example sureOf({ proven: true, score: 5, bound: 5 }).is // 'proven best'
 */
export function sureOf({ proven, score, bound }: Pick<Solved, 'proven' | 'score' | 'bound'>): Sure {
  if (proven) return { is: 'proven best' }
  const value = (bound - score) / MILLION
  const percent = bound > 0 ? Math.min(100, Math.ceil(((bound - score) / bound) * 1000) / 10) : 100
  return { is: 'best found', atMostBelow: { percent, value } }
}
