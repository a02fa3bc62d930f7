import type { Allowance } from './allowance.ts'
import { type Ask, range } from './ask.ts'
import { branchAndBound, forestOf, treeParts } from './branch.ts'
import { type Field, fieldOf } from './field.ts'
import { bestOfAll } from './every-team.ts'
import { improve } from './improve.ts'
import { openingPrices, type Prices } from './prices.ts'
import { scoreOf } from './score.ts'
import { search } from './search.ts'
import { tablesFor } from './tables.ts'
import { tighten } from './tighten.ts'
import { grow, type Grown, MOST_FOR_TREES, workspace } from './trees.ts'

export type Solved = {
  /** Candidate numbers in ascending order; nothing if no team of this size was found. */
  readonly team?: readonly number[]
  readonly score: number
  /** No team of this size scores more than this; -Infinity when there is none at all. */
  readonly bound: number
  readonly proven: boolean
}

/** Scores are whole, so whatever cannot reach the next whole number cannot be better. */
const NEXT = 0.75

/**
 * The best team of exactly the size asked for. `hints` are teams worth trying first (yesterday's answer).
 * Up to eight parts the forests of `trees.ts` decide; beyond that prices and a search by parts, within the allowance.
 */
export function solve(ask: Ask, allowance: Allowance, hints: readonly (readonly number[])[] = [], opening = openingFor(ask)): Solved {
  const best = new Best(ask)
  const eligible = eligibleFor(ask)
  if (eligible.filter((u) => ask.problem.forced[u]).length > ask.members) return best.nothing()
  hints.forEach((hint) => best.consider(hint))
  const field = fieldOf(ask, eligible)
  return opening ? byTrees(field, best, allowance, opening) : byParts(field, best, allowance)
}

/** The best team so far. Anything that exists scores more than where it starts. */
class Best {
  team: readonly number[] | undefined
  score: number
  readonly ask: Ask
  constructor(ask: Ask) {
    this.ask = ask
    this.score = ask.openCost.reduce((sum, cost) => sum - (cost < Infinity ? cost : 0), -ask.problem.memberCost * (ask.members - 1)) - 1
  }
  consider(team: readonly number[]): void {
    const score = scoreOf(this.ask, team)
    if (score <= this.score) return
    this.score = score
    this.team = [...team].sort((a, b) => a - b)
  }
  /** Takes an equal for the sake of telling equals apart, never a worse one. */
  replace(team: readonly number[]): void {
    const score = scoreOf(this.ask, team)
    if (score < this.score) return
    this.score = score
    this.team = [...team].sort((a, b) => a - b)
  }
  nothing(): Solved {
    return { score: -Infinity, bound: -Infinity, proven: true }
  }
  /** With everything above `bound` ruled out. */
  within(bound: number): Solved {
    if (!this.team && bound < this.score + 1) return this.nothing()
    const proven = bound < this.score + NEXT
    return { team: this.team, score: this.team ? this.score : -Infinity, bound: proven ? this.score : Math.floor(bound), proven }
  }
}

/** One forest for all sizes: it is grown once per question, and most often it already is the answer. */
export type Opening = { readonly grown: Grown; readonly field: Field; readonly scale: number }

export function openingFor(ask: Ask): Opening | undefined {
  const field = fieldOf(ask, eligibleFor(ask))
  if (treeParts(field) > MOST_FOR_TREES) return undefined
  const forest = forestOf(field, Math.min(ask.members, treeParts(field)), new Float64Array(ask.atMost.length))
  return { grown: grow(forest, workspace()), field, scale: forest.scale }
}

function byTrees(field: Field, best: Best, allowance: Allowance, opening: Opening): Solved {
  const { ask, who } = field
  const bound = Math.floor((opening.grown.best[ask.members] ?? -Infinity) / opening.scale) - ask.problem.memberCost * (ask.members - 1)
  if (!(bound > best.score)) return best.within(bound)
  const held = opening.grown.heldBy(ask.members).map((one) => who[one.who]!)
  best.consider(held)
  if (best.score === bound && sameTeam(best.team, held)) return best.within(bound)
  let repairs = 0
  const repair = (members: readonly number[], among: Field): number => {
    if (repairs++ < REPAIRS) best.consider(improve(ask, [...forcedIn(ask), ...members], Array.from(among.who), allowance))
    return best.score
  }
  repair(held, field)
  const narrow = narrowed(field, best, allowance, 0)
  const all = bestOfAll(narrow.field)
  if (all) {
    if (all.team) best.replace(all.team)
    return best.within(best.score)
  }
  const at = new Map(Array.from(narrow.field.who, (u, i) => [u, i]))
  const branched = branchAndBound(narrow.field, {
    fees: narrow.prices.fee.map(Math.round), atLeast: best.score, known: best.team?.map((u) => at.get(u)!), allowance,
    onForest: (members) => repair(members.map((i) => narrow.field.who[i]!), narrow.field),
  })
  if (branched.team) best.replace(branched.team.map((i) => narrow.field.who[i]!))
  return best.within(Math.min(bound, narrow.bound, branched.bound))
}

/** The first forests are worth mending into teams; later ones differ too little to pay for it. */
const REPAIRS = 3

const sameTeam = (a: readonly number[] | undefined, b: readonly number[]): boolean => a?.join() === [...b].sort((x, y) => x - y).join()

const forcedIn = ({ problem }: Ask): number[] => range(problem.size).filter((u) => problem.forced[u])

function byParts(start: Field, best: Best, allowance: Allowance): Solved {
  const { field, prices, bound } = narrowed(start, best, allowance, 1)
  if (bound < best.score + NEXT) return best.within(bound)
  const found = search(field, tablesFor(field, prices, scarcestFirst(field)), { atLeast: best.score + 1, allowance })
  if (found.team) best.consider(found.team.map((i) => field.who[i]!))
  return best.within(Math.min(bound, Math.max(found.leftOver, best.score)))
}

/** Good prices, and only those candidates who could still be in a team better than the best known by `above`. */
function narrowed(start: Field, best: Best, allowance: Allowance, above: number): { field: Field; prices: Prices; bound: number } {
  let field = start
  let prices = openingPrices(field)
  let bound = Infinity
  for (let pass = 0; pass < 4; pass++) {
    const here = field
    const forced = range(here.n).filter((i) => here.forced[i])
    const out = tighten(here, prices, {
      rounds: pass === 0 ? 150 : 40, allowance, known: () => best.score,
      onChoice: (chosen) => best.consider([...forced, ...chosen].map((i) => here.who[i]!)),
    })
    bound = Math.min(bound, out.bound)
    const kept = range(here.n).filter((i) => out.boundWith[i]! >= best.score + above - 1 + NEXT || here.forced[i])
    ;({ field, prices } = keepOnly(here, out.prices, kept))
    if (bound < best.score + NEXT || kept.length > here.n * 0.9) break
  }
  return { field, prices, bound }
}

function keepOnly(field: Field, prices: Prices, kept: readonly number[]): { field: Field; prices: Prices } {
  const inside = new Uint8Array(field.n)
  for (const i of kept) inside[i] = 1
  const toll: number[] = []
  for (const i of kept) {
    for (let e = field.tieStart[i]!; e < field.tieStart[i + 1]!; e++) if (inside[field.tieTo[e]!]) toll.push(prices.toll[e]!)
  }
  return { field: fieldOf(field.ask, kept.map((i) => field.who[i]!)), prices: { ...prices, toll: Float64Array.from(toll) } }
}

function scarcestFirst(field: Field): number[] {
  const takers = new Int32Array(field.ask.problem.parts)
  for (const p of field.coverPart) takers[p]!++
  return range(takers.length).sort((a, b) => takers[a]! - takers[b]! || a - b)
}

/** Everyone who can take a part, and every must-have; nobody who excludes a must-have. */
function eligibleFor({ problem }: Ask): number[] {
  const barred = new Set(range(problem.size).filter((u) => problem.forced[u]).flatMap((u) => problem.rivals[u]!))
  const covers = (u: number) => range(problem.parts).some((p) => problem.worth[u * problem.parts + p]! >= 0)
  return range(problem.size).filter((u) => problem.forced[u] || (!barred.has(u) && problem.capacity[u]! > 0 && covers(u)))
}
