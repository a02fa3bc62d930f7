import type { Allowance } from './allowance.ts'
import { type Ask, softened } from './ask.ts'
import { seat } from './assign.ts'
import { scoreOf } from './score.ts'

/** How many of the likeliest newcomers are weighed exactly; the rest are judged by a quick estimate. */
const WEIGHED = 4
const SWEEPS = 8

/** Fills a team up to the size asked for, then swaps one member at a time while that helps. A good start, no promise. */
export function improve(strict: Ask, start: readonly number[], eligible: readonly number[], allowance: Allowance): readonly number[] {
  const ask = softened(strict)
  let team = [...new Set(start)].slice(0, ask.members)
  while (team.length < ask.members && !allowance.isSpent()) {
    const [next] = likeliest(ask, team, eligible, 1, allowance)
    if (next === undefined) return team
    team.push(next)
  }
  for (let sweep = 0; sweep < SWEEPS && !allowance.isSpent(); sweep++) {
    const better = bestSwap(ask, team, eligible, allowance)
    if (!better) break
    team = better
  }
  return team
}

function bestSwap(ask: Ask, team: readonly number[], eligible: readonly number[], allowance: Allowance): number[] | undefined {
  let best: number[] | undefined
  let score = scoreOf(ask, team)
  for (const out of team) {
    if (ask.problem.forced[out]) continue
    const rest = team.filter((u) => u !== out)
    for (const next of likeliest(ask, rest, eligible, WEIGHED, allowance)) {
      if (next === out || allowance.spend(ask.problem.parts * 4)) continue
      const swapped = [...rest, next]
      const after = scoreOf(ask, swapped)
      if (after <= score) continue
      score = after
      best = swapped
    }
  }
  return best
}

/** Who seems to add most: worth above what the parts have now, and ties either way. */
function likeliest(ask: Ask, team: readonly number[], eligible: readonly number[], count: number, allowance: Allowance): number[] {
  const { problem } = ask
  const { holder } = seat(problem, team)
  const now = Float64Array.from(holder, (member, p) => (member < 0 ? -(problem.must[p] ? problem.openMust : 0) : problem.worth[member * problem.parts + p]!))
  const strongest = team.map((u) => team.reduce((most, v) => Math.max(most, problem.tie[u * problem.size + v]!), 0))
  const inside = new Set(team)
  const top: { readonly u: number; readonly gain: number }[] = []
  allowance.spend(eligible.length >> 1)
  for (const u of eligible) {
    if (inside.has(u) || problem.rivals[u]!.some((v) => inside.has(v))) continue
    const gain = partsGain(problem.worth, u, now, problem.capacity[u]!) + tieGain(ask, u, team, strongest)
    if (top.length === count && gain <= top.at(-1)!.gain) continue
    top.push({ u, gain })
    top.sort((a, b) => b.gain - a.gain || a.u - b.u)
    if (top.length > count) top.pop()
  }
  return top.map(({ u }) => u)
}

function partsGain(worth: Int32Array, u: number, now: Float64Array, room: number): number {
  const gains: number[] = []
  for (let p = 0; p < now.length; p++) {
    const own = worth[u * now.length + p]!
    if (own >= 0 && own > now[p]!) gains.push(own - now[p]!)
  }
  if (gains.length > room) gains.sort((a, b) => b - a).length = room
  return gains.reduce((sum, gain) => sum + gain, 0)
}

function tieGain({ problem }: Ask, u: number, team: readonly number[], strongest: readonly number[]): number {
  let own = 0
  let theirs = 0
  team.forEach((v, k) => {
    const tie = problem.tie[u * problem.size + v]!
    own = Math.max(own, tie)
    theirs += Math.max(0, tie - strongest[k]!)
  })
  return own + theirs
}
