import type { Allowance } from './allowance.ts'
import { type Ask, range } from './ask.ts'
import { Best, NEXT, type Solved } from './best.ts'
import { branchAndBound, forestOf, treeParts, worthSettling } from './branch.ts'
import { type Field, fieldOf } from './field.ts'
import { bestOfAll } from './every-team.ts'
import { improve } from './improve.ts'
import { narrowed } from './narrow.ts'
import { emptyReckoning, openingPrices, reckon } from './prices.ts'
import type { Problem } from './problem.ts'
import { search } from './search.ts'
import { tablesFor } from './tables.ts'
import { grow, type Grown, MOST_FOR_TREES, workspace } from './trees.ts'

export type { Solved } from './best.ts'

/**
 * The best team of exactly the size asked for. `hints` are teams worth trying first (yesterday's answer).
 * Up to eight parts the forests of `trees.ts` decide; beyond that prices and a search by parts, within the allowance.
 */
export function solve(ask: Ask, allowance: Allowance, hints: readonly (readonly number[])[] = [], opening = openingFor(ask)): Solved {
  const best = new Best(ask)
  if (forcedIn(ask).length > ask.members) return best.nothing()
  hints.forEach((hint) => best.consider(hint))
  const start = hints.find((hint) => hint.length <= ask.members)
  return opening ? byTrees({ ...opening.field, ask }, best, allowance, opening) : byParts(fieldOf(ask, eligibleFor(ask)), best, allowance, start)
}

/** One forest for all sizes: it is grown at most once per question, and most often it already is the answer. */
export type Opening = { readonly field: Field; readonly forest: () => { readonly grown: Grown; readonly scale: number } }

/** `ask` is for the largest size that will be asked about. Nothing if there are too many parts for forests. */
export function openingFor(ask: Ask): Opening | undefined {
  if (ask.problem.parts + ask.problem.wanted > MOST_FOR_TREES) return undefined
  const field = fieldOf(ask, eligibleFor(ask))
  let kept: { readonly grown: Grown; readonly scale: number } | undefined
  const planted = () => {
    const forest = forestOf(field, Math.min(ask.members, treeParts(field)), new Float64Array(ask.atMost.length))
    return { grown: grow(forest, workspace()), scale: forest.scale }
  }
  return { field, forest: () => (kept ??= planted()) }
}

function byTrees(field: Field, best: Best, allowance: Allowance, opening: Opening): Solved {
  const mending = menderFor(field, best, allowance)
  const quick = quickBound(field, mending)
  if (quick < best.score + NEXT) return best.within(quick)
  const { ask, who } = field
  const { grown, scale } = opening.forest()
  const bound = Math.floor((grown.best[ask.members] ?? -Infinity) / scale) - ask.problem.memberCost * (ask.members - 1)
  if (!(bound > best.score)) return best.within(bound)
  const held = grown.heldBy(ask.members).map((one) => who[one.who]!)
  best.consider(held)
  if (best.score === bound && sameTeam(best.team, held)) return best.within(bound)
  mending(held)
  return split(field, best, allowance, bound, mending)
}

/**
 * Where nearly everyone knows nearly everyone the best parts and the best ties often come together, and a team found
 * by swapping meets the simplest bound. Then no forest is needed.
 */
function quickBound(field: Field, mending: (members: readonly number[]) => number): number {
  const crowded = field.tieTo.length > CROWDED * field.n
  if (!crowded || worthSettling(field)) return Infinity
  const reckoning = emptyReckoning(field)
  reckon(field, openingPrices(field), reckoning)
  mending(reckoning.chosen.map((i) => field.who[i]!))
  return reckoning.bound
}

const CROWDED = 12

/** Splits on whoever stands twice, among those who could still be in a team as good as the best known. */
function split(field: Field, best: Best, allowance: Allowance, bound: number, mending: (members: readonly number[]) => number): Solved {
  const narrow = narrowed(field, best, allowance, 0)
  const top = Math.min(bound, narrow.bound)
  const all = bestOfAll(narrow.field)
  if (all?.team) best.replace(all.team)
  if (all || (top < best.score + NEXT && !worthSettling(narrow.field))) return best.within(all ? best.score : top)
  const { who } = narrow.field
  const at = new Map(Array.from(who, (u, i) => [u, i]))
  const branched = branchAndBound(narrow.field, {
    fees: narrow.prices.fee.map(Math.round), atLeast: best.score, known: best.team?.map((u) => at.get(u)!), allowance,
    onForest: (members) => mending(members.map((i) => who[i]!)),
  })
  if (branched.team) best.replace(branched.team.map((i) => who[i]!))
  return best.within(Math.min(top, branched.bound))
}

/** The first few forests are worth mending into teams; later ones differ too little to pay for it. */
function menderFor({ ask, who }: Field, best: Best, allowance: Allowance): (members: readonly number[]) => number {
  let left = 4
  return (members) => {
    if (left-- > 0) best.consider(improve(ask, [...forcedIn(ask), ...members], Array.from(who), allowance))
    return best.score
  }
}

const sameTeam = (a: readonly number[] | undefined, b: readonly number[]): boolean => a?.join() === [...b].sort((x, y) => x - y).join()

const forcedIn = ({ problem }: Ask): number[] => range(problem.size).filter((u) => problem.forced[u])

function byParts(start: Field, best: Best, allowance: Allowance, hint: readonly number[] = []): Solved {
  const mending = menderFor(start, best, allowance.share(0.4))
  mending(best.team ?? hint)
  const { field, prices, bound } = narrowed(start, best, allowance, 1)
  if (bound < best.score + NEXT || allowance.isSpent()) return best.within(bound)
  const found = search(field, tablesFor(field, prices, scarcestFirst(field)), { atLeast: best.score + 1, allowance })
  if (found.team) best.consider(found.team.map((i) => field.who[i]!))
  return best.within(Math.min(bound, Math.max(found.leftOver, best.score)))
}

function scarcestFirst(field: Field): number[] {
  const takers = new Int32Array(field.ask.problem.parts)
  for (const p of field.coverPart) takers[p]!++
  return range(takers.length).sort((a, b) => takers[a]! - takers[b]! || a - b)
}

/** Everyone who can take a part, and every must-have; nobody who excludes a must-have. */
function eligibleFor({ problem }: Ask): number[] {
  const barred = new Uint8Array(problem.size)
  problem.forced.forEach((is, u) => is && problem.rivals[u]!.forEach((v) => (barred[v] = 1)))
  const eligible: number[] = []
  for (let u = 0; u < problem.size; u++) {
    if (problem.forced[u] || (!barred[u] && problem.capacity[u]! > 0 && coversAny(problem, u))) eligible.push(u)
  }
  return eligible
}

function coversAny({ worth, parts }: Problem, u: number): boolean {
  for (let at = u * parts; at < (u + 1) * parts; at++) if (worth[at]! >= 0) return true
  return false
}
