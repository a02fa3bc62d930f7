import { type Allowance, allowanceOf, type Clock } from './allowance.ts'
import { type Ask, askFor, type AskOptions, range } from './ask.ts'
import { describe, type DescribeOptions, sureOf } from './describe.ts'
import type { Pool } from './pool.ts'
import { type Problem, problemFrom } from './problem.ts'
import { type Opening, openingFor, type Solved, solve } from './solve.ts'
import { steadyTeam } from './steady.ts'
import type { Assembly } from './team.ts'

export type AssembleOptions = {
  /** A clock in milliseconds, such as `performance.now`. Without one the search counts steps, the same on every machine. */
  readonly now?: Clock
  /** Time for the whole answer by that clock; 200 if left out. */
  readonly milliseconds?: number
  readonly steps?: number
  /** Also look for a team that survives any one departure. */
  readonly steady?: boolean
  /** Leave out who could step in for whom, when only the teams are wanted. */
  readonly withoutSubstitutes?: boolean
  /** Leave out the team that shares at most half with the first. */
  readonly withoutDifferent?: boolean
  /** Teams worth trying first, as lists of ids: what was on the page before. */
  readonly tryFirst?: readonly (readonly string[])[]
}

/** Sizes proposed beyond the smallest: one more and two more. */
const MORE = 2

/**
 * What a team T is worth: the parts are shared out among its members as well as can be, each part to one of them and to
 * each at most as many as its capacity, and then
 *
 *     value(T) = sum over parts of weight * proof of its holder          (proven 1, old proof 0.7, claimed 0.35)
 *              + trust * sum over members of their strongest tie inside T
 *              - cost * (members - 1)
 *
 * Everyone holds at least one part, unless the brief insists on them: nobody is asked along for nothing. A brief without
 * a single must asks for everything. Values are reckoned in whole millionths, so sums do not depend on their order.
 *
 * The best team of each size from the smallest that covers every must to two more, and a different one. Never throws on
 * a prepared pool; finite for any input; the same pool gives the same answer whatever the order of its rows.
 * Without a clock the same to the bit.
 */
export function assemble(pool: Pool, options: AssembleOptions = {}): Assembly {
  const problem = problemFrom(pool)
  const allowance = allowanceOf(options)
  const hints = hintsFrom(problem, options.tryFirst ?? [])
  const describing: DescribeOptions = { substitutes: !options.withoutSubstitutes }
  const gaps = problem.gaps.map((p) => problem.partIds[p]!)
  const sized = smallestUp(problem, {}, hints, allowance)
  const { found, smallestProven, asking } = sized.found.length > 0 ? sized : fewestOpen(problem, hints, allowance)
  const told = ({ ask, solved }: Answer) => describe(pool, ask, solved.team!, sureOf(withoutOpen(ask, solved)), describing)
  const first = found[0]
  const different = first && !options.withoutDifferent && differentFrom(problem, first, asking, allowance.share(options.steady ? 0.5 : 1))
  const steady = options.steady && first ? steadyTeam(pool, problem, found.map(({ solved }) => solved.team!), allowance) : undefined
  return {
    is: 'assembled', gaps, teams: found.map(told), smallestProven,
    ...(different && { different: told(different) }),
    ...(steady && { steady }),
  }
}

type Answer = { readonly ask: Ask; readonly solved: Solved }
type Sized = { readonly found: readonly Answer[]; readonly smallestProven: boolean; readonly asking: AskOptions }

function smallestUp(problem: Problem, asking: AskOptions, hints: readonly (readonly number[])[], allowance: Allowance): Sized {
  const sizes = sizesOf(problem)
  const found: Answer[] = []
  let smallestProven = true
  const opening = openingAt(problem, asking)
  for (const members of sizes) {
    const ask = askFor(problem, members, asking)
    const before = found.at(-1)?.solved.team
    const solved = solve(ask, allowance.share(1 / (MORE + 3 - found.length)), before ? [...hints, before] : hints, opening)
    if (solved.team) found.push({ ask, solved })
    else if (found.length === 0 && !solved.proven) smallestProven = false
    if (found.length > 0 && members - found[0]!.ask.members >= MORE) break
  }
  return { found, smallestProven, asking }
}

/** A member holds at least one part unless the brief insists on it, so no team is larger than that. */
function sizesOf(problem: Problem): number[] {
  const forced = problem.forced.reduce((sum, is) => sum + is, 0)
  const most = Math.min(problem.asked.limit, problem.parts + forced, problem.size)
  const seats = problem.capacity.reduce((room, each) => Math.max(room, each), 0)
  const musts = problem.must.reduce((sum, is) => sum + is, 0) - problem.gaps.filter((p) => problem.must[p]).length
  const least = Math.max(1, forced, problem.asked.places, problem.asked.regions, problem.asked.small, seats > 0 ? Math.ceil(musts / seats) : 0)
  return range(most + 1).filter((members) => members >= least)
}

const openingAt = (problem: Problem, asking: AskOptions): Opening | undefined => openingFor(askFor(problem, problem.asked.limit, asking))

/** No team covers every must: then as few as possible stay open, and after that the smallest team counts. */
function fewestOpen(problem: Problem, hints: readonly (readonly number[])[], allowance: Allowance): Sized {
  const asking: AskOptions = { mustsMayStayOpen: true }
  const opening = openingAt(problem, asking)
  const sizes = sizesOf(problem)
  const answers = sizes.flatMap((members, turn): Answer[] => {
    const ask = askFor(problem, members, asking)
    const solved = solve(ask, allowance.share(1 / (sizes.length - turn + 1)), hints, opening)
    return solved.team ? [{ ask, solved }] : []
  })
  const open = (answer: Answer) => openMusts(answer.ask, answer.solved.score)
  const fewest = answers.reduce((least, answer) => Math.min(least, open(answer)), Infinity)
  const enough = answers.filter((answer) => open(answer) === fewest)
  const smallest = enough[0]?.ask.members ?? 0
  return {
    found: enough.filter(({ ask }) => ask.members <= smallest + MORE),
    smallestProven: answers.every(({ solved }) => solved.proven),
    asking,
  }
}

const openMusts = (ask: Ask, score: number): number => (score >= 0 ? 0 : Math.ceil(-score / ask.problem.openMust - 0.5))

/** Values without the price of open musts. If more of them might be covered, only the simplest bound is left. */
function withoutOpen(ask: Ask, solved: Solved): Solved {
  const back = (score: number) => score + openMusts(ask, score) * ask.problem.openMust
  const sameOpen = openMusts(ask, solved.bound) === openMusts(ask, solved.score)
  return { ...solved, score: back(solved.score), bound: sameOpen ? back(solved.bound) : mostImaginable(ask) }
}

const mostImaginable = ({ problem, members }: Ask): number =>
  problem.parts * problem.worth.reduce((most, each) => Math.max(most, each), 0) + members * problem.tie.reduce((most, each) => Math.max(most, each), 0)

function differentFrom(problem: Problem, first: Answer, asking: AskOptions, allowance: Allowance): Answer | undefined {
  const team = first.solved.team!
  for (const members of sizesOf(problem).filter((size) => size >= first.ask.members && size <= first.ask.members + MORE)) {
    const ask = askFor(problem, members, { ...asking, sharing: { team, most: Math.floor(members / 2) } })
    const solved = solve(ask, allowance.share(0.6), [], openingFor(ask))
    if (solved.team && openMusts(ask, solved.score) <= openMusts(first.ask, first.solved.score)) return { ask, solved }
  }
  return undefined
}

function hintsFrom(problem: Problem, teams: readonly (readonly string[])[]): number[][] {
  const at = new Map(problem.ids.map((id, u) => [id, u]))
  return teams.map((team) => team.flatMap((id) => at.get(id) ?? []))
}

