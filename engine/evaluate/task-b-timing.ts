import { allowanceOf } from '../assembly/allowance.ts'
import { type Ask, askFor, range } from '../assembly/ask.ts'
import { seat } from '../assembly/assign.ts'
import { type Pool, preparePool } from '../assembly/pool.ts'
import { type Problem, problemFrom } from '../assembly/problem.ts'
import { tiesInside } from '../assembly/score.ts'
import { openingFor, type Solved, solve } from '../assembly/solve.ts'
import type { RealBrief } from './task-b-briefs.ts'
import { EXACT, loadHighs } from './task-b-highs.ts'
import { asMilp } from './task-b-milp.ts'

/** The engine on one brief: the best team of the smallest size and of one and two more. */
export type Ours = { readonly problem: Problem; readonly milliseconds: number; readonly sizes: readonly { readonly ask: Ask; readonly solved: Solved; readonly milliseconds: number }[] }
export type Theirs = { readonly status: string; readonly value: number; readonly milliseconds: number }

const ms = () => performance.now()

export function poolOf(real: RealBrief, trust?: number): Pool {
  const pool = preparePool({ ...real.brief, trust }, real.candidates, real.ties)
  if (pool.is === 'refused') throw new Error(`${real.project}: ${pool.because}`)
  return pool
}

/** All three sizes from scratch. What they share is counted once in the whole, and in full for the size that first needs it. */
export function timeOurs(pool: Pool): Ours {
  const start = ms()
  const problem = problemFrom(pool)
  const opening = openingFor(askFor(problem, problem.asked.limit))
  const sizes: { ask: Ask; solved: Solved; milliseconds: number }[] = []
  let since = start
  for (let members = Math.ceil(problem.parts / 2); members <= problem.parts && sizes.length < 3; members++) {
    const ask = askFor(problem, members)
    const solved = solve(ask, allowanceOf({ now: ms, milliseconds: 200 }), [], opening)
    if (!solved.team) continue
    sizes.push({ ask, solved, milliseconds: ms() - since })
    since = ms()
  }
  return { problem, milliseconds: ms() - start, sizes }
}

export type Highs = Awaited<ReturnType<typeof loadHighs>>

/** HiGHS on one size, with `seconds` to prove its optimum. Writing the model is not counted, reading it is. */
export function timeHighs(highs: Highs, ask: Ask, seconds: number): Theirs {
  const text = asMilp(ask)
  const start = ms()
  const solution = highs.solve(text, { ...EXACT, time_limit: seconds })
  const value = solution.ObjectiveValue - (ask.problem.memberCost / 1e6) * (ask.members - 1)
  return { status: solution.Status, value, milliseconds: ms() - start }
}

/** What a team is worth in parts: value, ties, and how many seats are held without fresh proof. */
export function looksOf(problem: Problem, team: readonly number[]) {
  const { holder, worth } = seat(problem, team)
  const unproven = range(problem.parts).filter((p) => holder[p]! >= 0 && problem.worth[holder[p]! * problem.parts + p]! < 1e6).length
  const ties = tiesInside(problem, team)
  return { value: (worth + ties - problem.memberCost * (team.length - 1)) / 1e6, ties: ties / 1e6, unproven: unproven / problem.parts }
}

/** The usual shortcut: whoever takes most open parts next, better proof between equals, until everything is covered. */
export function greedyCover(problem: Problem): number[] {
  const team: number[] = []
  const open = new Set(range(problem.parts))
  while (open.size > 0) {
    let best = { u: -1, count: 0, worth: 0, takes: [] as number[] }
    for (const u of range(problem.size)) {
      const takes = [...open].filter((p) => problem.worth[u * problem.parts + p]! >= 0)
        .sort((a, b) => problem.worth[u * problem.parts + b]! - problem.worth[u * problem.parts + a]!).slice(0, problem.capacity[u])
      const worth = takes.reduce((sum, p) => sum + problem.worth[u * problem.parts + p]!, 0)
      if (takes.length > best.count || (takes.length === best.count && worth > best.worth)) best = { u, count: takes.length, worth, takes }
    }
    if (best.u < 0) break
    team.push(best.u)
    for (const p of best.takes) open.delete(p)
  }
  return team.sort((a, b) => a - b)
}
