import type { Ask } from './ask.ts'
import { seat } from './assign.ts'
import type { Problem } from './problem.ts'

/** Sum over the members of the strongest tie each has to a teammate. */
export function tiesInside({ tie, size }: Problem, team: readonly number[]): number {
  let sum = 0
  for (const u of team) {
    let strongest = 0
    for (const v of team) if (tie[u * size + v]! > strongest) strongest = tie[u * size + v]!
    sum += strongest
  }
  return sum
}

/** What a team scores for an ask, or -Infinity if it breaks a limit of it. */
export function scoreOf(ask: Ask, team: readonly number[]): number {
  const { problem } = ask
  if (team.length !== ask.members || new Set(team).size < team.length || !keepsLimits(ask, team)) return -Infinity
  const seating = seat(problem, team)
  if (!seating.everyoneSeated) return -Infinity
  let open = 0
  seating.holder.forEach((member, p) => (open += member < 0 ? ask.openCost[p]! : 0))
  return seating.worth + tiesInside(problem, team) - problem.memberCost * (team.length - 1) - open
}

export function keepsLimits({ problem, atMost }: Ask, team: readonly number[]): boolean {
  const { asked, place, region, small, rivals, forced } = problem
  return atMost.every((limit) => team.reduce((sum, u) => sum + limit.each[u]!, 0) <= limit.total)
    && (asked.places === 0 || different(team, place) >= asked.places) && (asked.regions === 0 || different(team, region) >= asked.regions)
    && team.reduce((sum, u) => sum + small[u]!, 0) >= asked.small
    && team.every((u) => rivals[u]!.length === 0 || !rivals[u]!.some((v) => team.includes(v)))
    && team.reduce((sum, u) => sum + forced[u]!, 0) === problem.wanted
}

/** How many different names a team has; those without a name do not count. */
export function different(team: readonly number[], name: Int32Array): number {
  const seen = new Set<number>()
  for (const u of team) if (name[u]! >= 0) seen.add(name[u]!)
  return seen.size
}
