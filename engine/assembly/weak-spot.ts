import type { Problem } from './problem.ts'

/**
 * Where a team would fail if one member left: the parts, as bits, of which at least one needs a newcomer, or nothing if
 * it survives every departure. By Hall's theorem anyone who helps must be able to take one of these parts.
 */
export function weakSpot(problem: Problem, musts: readonly number[], team: readonly number[]): number | undefined {
  if (team.length === 0) return musts.reduce((bits, p) => bits | (1 << p), 0)
  for (const gone of team) {
    const short = shortfall(problem, musts, team.filter((u) => u !== gone))
    if (short !== 0) return short
  }
  return undefined
}

/** Kuhn's augmenting paths with room for several parts each; on failure, all parts an alternating path reached. */
function shortfall(problem: Problem, musts: readonly number[], team: readonly number[]): number {
  const held = new Map<number, number[]>(team.map((u) => [u, []]))
  for (const p of musts) {
    const reached = { bits: 0 }
    if (!place(problem, held, p, reached)) return reached.bits
  }
  return 0
}

function place(problem: Problem, held: Map<number, number[]>, part: number, reached: { bits: number }): boolean {
  reached.bits |= 1 << part
  for (const [u, parts] of held) {
    if (problem.worth[u * problem.parts + part]! < 0) continue
    if (parts.length < problem.capacity[u]!) {
      parts.push(part)
      return true
    }
    for (let k = 0; k < parts.length; k++) {
      const moved = parts[k]!
      if ((reached.bits >> moved) & 1 || !place(problem, held, moved, reached)) continue
      parts[k] = part
      return true
    }
  }
  return false
}
