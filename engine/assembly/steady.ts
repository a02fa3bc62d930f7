import type { Allowance } from './allowance.ts'
import { askFor, range } from './ask.ts'
import { seat } from './assign.ts'
import { describe, sureOf, valueOf } from './describe.ts'
import type { Pool } from './pool.ts'
import type { Problem } from './problem.ts'
import { keepsLimits } from './score.ts'
import type { SteadyTeam } from './team.ts'
import { weakSpot } from './weak-spot.ts'

/**
 * The smallest team, and among those the best found, that still covers every must when any one member leaves.
 * Members may be there in reserve, without a part. Deepens the size step by step: someone has to join who can help
 * where a departure would hurt, so it is enough to try those.
 */
export function steadyTeam(pool: Pool, problem: Problem, starts: readonly (readonly number[])[], allowance: Allowance): SteadyTeam | undefined {
  const smallest = starts[0]!.length
  const musts = mustsCoverable(problem)
  let fewestProven = true
  for (let members = leastSteady(problem, musts.length); members <= Math.min(problem.asked.limit, problem.size); members++) {
    const found = steadyOf(problem, musts, members, allowance.share(0.5), starts)
    if (!found.team) {
      fewestProven &&= found.complete
      continue
    }
    const ask = askFor(problem, members, { mustsMayStayOpen: true })
    const team = describe(pool, ask, found.team, sureOf({ proven: found.complete, score: found.value, bound: found.bound }), { substitutes: false, reserves: true })
    return { ...team, extraMembers: members - smallest, fewestProven }
  }
  return undefined
}

const mustsCoverable = (problem: Problem): number[] =>
  range(problem.parts).filter((p) => problem.must[p] && range(problem.size).some((u) => problem.worth[u * problem.parts + p]! >= 0))

/** Without the roomiest member the others still need room for every must. */
function leastSteady(problem: Problem, musts: number): number {
  const rooms = Array.from(problem.capacity).sort((a, b) => b - a)
  const forced = problem.forced.reduce((sum, is) => sum + is, 0)
  for (let members = 2; members <= rooms.length; members++) {
    if (rooms.slice(1, members).reduce((sum, room) => sum + room, 0) >= musts) return Math.max(members, forced)
  }
  return Infinity
}

type Steady = { readonly team?: readonly number[]; readonly value: number; readonly bound: number; readonly complete: boolean }

function steadyOf(problem: Problem, musts: readonly number[], members: number, allowance: Allowance, starts: readonly (readonly number[])[]): Steady {
  const ask = askFor(problem, members, { mustsMayStayOpen: true })
  const everyone = new Uint8Array(problem.size).fill(1)
  const hope = hopeOf(problem, members)
  const gone = new Int32Array(problem.size)
  let best: readonly number[] | undefined
  let value = -Infinity
  const weigh = (team: readonly number[]): void => {
    const sorted = [...team].sort((a, b) => a - b)
    if (!keepsLimits(ask, sorted)) return
    const worth = valueOf(problem, sorted, seat(problem, sorted, everyone))
    if (worth <= value) return
    value = worth
    best = sorted
  }
  const visit = (team: readonly number[]): void => {
    if (allowance.spend(8 * team.length + 1) || value >= hope.most) return
    const weak = weakSpot(problem, musts, team)
    if (!weak && team.length === members) return weigh(team)
    if (team.length === members || hope.stillPossible(team) <= value) return
    const joining = newcomers(problem, team, weak, gone)
    for (const u of joining) {
      visit([...team, u])
      gone[u]!++
    }
    for (const u of joining) gone[u]!--
  }
  const forced = range(problem.size).filter((u) => problem.forced[u])
  for (const start of starts) if (start.length <= members && !best) fillUp(problem, musts, members, start, weigh)
  visit(forced)
  const complete = !allowance.isSpent()
  return { team: best, value, bound: complete ? value : Math.max(value, hope.most), complete }
}

/** Those who can help at the weak spot, or anyone when there is none; the most useful first. */
function newcomers(problem: Problem, team: readonly number[], weak: number | undefined, gone: Int32Array): number[] {
  const worthOf = (u: number) => range(problem.parts).reduce((sum, p) => sum + Math.max(0, problem.worth[u * problem.parts + p]!), 0)
  const helps = (u: number) => weak === undefined || range(problem.parts).some((p) => (weak >> p) & 1 && problem.worth[u * problem.parts + p]! >= 0)
  return range(problem.size)
    .filter((u) => !gone[u] && !team.includes(u) && helps(u) && !problem.rivals[u]!.some((v) => team.includes(v)) && problem.capacity[u]! > 0)
    .map((u) => ({ u, worth: worthOf(u) + team.reduce((most, v) => Math.max(most, problem.tie[u * problem.size + v]!), 0) }))
    .sort((a, b) => b.worth - a.worth || a.u - b.u).map(({ u }) => u)
}

/** A quick first answer: an ordinary team, with whoever helps most added while it has a weak spot. */
function fillUp(problem: Problem, musts: readonly number[], members: number, start: readonly number[], weigh: (team: readonly number[]) => void): void {
  const team = [...start]
  const nobodyGone = new Int32Array(problem.size)
  while (team.length < members) {
    const [next] = newcomers(problem, team, weakSpot(problem, musts, team), nobodyGone)
    if (next === undefined) return
    team.push(next)
  }
  if (weakSpot(problem, musts, team) === undefined) weigh(team)
}

/** The most a team of this size could be worth: every part in the best hands, everyone next to their strongest tie. */
function hopeOf(problem: Problem, members: number) {
  const parts = range(problem.parts).reduce((sum, p) => sum + range(problem.size).reduce((most, u) => Math.max(most, problem.worth[u * problem.parts + p]!), 0), 0)
  const tie = Float64Array.from(range(problem.size), (u) => {
    let most = 0
    for (let at = u * problem.size; at < (u + 1) * problem.size; at++) if (problem.tie[at]! > most) most = problem.tie[at]!
    return most
  })
  const strongest = tie.slice().sort().reverse()
  const base = parts - problem.memberCost * (members - 1)
  const top = (count: number) => strongest.subarray(0, count).reduce((sum, each) => sum + each, 0)
  return {
    most: base + top(members),
    stillPossible: (team: readonly number[]) => base + team.reduce((sum, u) => sum + tie[u]!, 0) + top(members - team.length),
  }
}
