import type { Allowance } from './allowance.ts'
import type { Field } from './field.ts'
import { keepsLimits, scoreOf } from './score.ts'
import type { Forest, Held } from './forest.ts'
import { grow, workspace } from './trees.ts'

/** A question cut down by decisions: this one holds that part, or does not. */
type Decision = { readonly who: number; readonly part: number; readonly holds: boolean }
type Branch = { readonly decisions: readonly Decision[]; readonly bound: number; readonly held: readonly Held[] }

/** A must-have who may stay without a part gets a part of its own that only it can hold. */
export const treeParts = ({ ask, forced }: Field): number => ask.problem.parts + forced.reduce((sum, is) => sum + is, 0)

/**
 * The field as a forest, in whole numbers that also hold everyone's luck, so that of equal teams always the same wins.
 * `fees` are taken off whoever uses up a limit; their total comes back in `constant`.
 */
export function forestOf(field: Field, members: number, fees: Float64Array): Forest & { readonly constant: number; readonly scale: number } {
  const { ask, n, forced } = field
  const parts = treeParts(field)
  // The luck of up to 31 members together must stay below one millionth of value.
  const scale = 2 ** (ask.problem.luckBits + 5)
  const own = new Float64Array(n << parts).fill(-Infinity)
  let extra = ask.problem.parts
  for (let i = 0; i < n; i++) fillOwn(field, own, i, parts, scale, fees, forced[i] ? 1 << extra++ : 0)
  const openCost = Float64Array.from({ length: parts }, (_, p) => (p < ask.problem.parts ? ask.openCost[p]! * scale : Infinity))
  let constant = -ask.problem.memberCost * (members - 1) * scale
  ask.atMost.forEach((limit, j) => (constant += Math.ceil((fees[j]! * limit.total) / limit.unit) * scale))
  return {
    n, parts, members, own, openCost, constant, scale, inPlay: playing(own, n, parts),
    tieStart: field.tieStart, tieTo: field.tieTo, tieWorth: field.tieWorth.map((worth) => worth * scale),
  }
}

function fillOwn(field: Field, own: Float64Array, i: number, parts: number, scale: number, fees: Float64Array, always: number): void {
  const u = field.who[i]!
  let fee = 0
  field.ask.atMost.forEach((limit, j) => (fee += Math.floor((fees[j]! * limit.each[u]!) / limit.unit)))
  const base = (i << parts) | always
  const start = field.ask.problem.luck[u]! - fee * scale
  const put = (mask: number, value: number, room: number, k: number): void => {
    if (mask > 0 || always > 0) own[base | mask] = value
    if (room === 0) return
    for (let next = k; next < field.coverStart[i + 1]!; next++) put(mask | (1 << field.coverPart[next]!), value + field.coverWorth[next]! * scale, room - 1, next + 1)
  }
  put(0, start, field.capacity[i]!, field.coverStart[i]!)
}

function playing(own: Float64Array, n: number, parts: number): number[] {
  const list: number[] = []
  for (let i = 0; i < n; i++) {
    for (let at = i << parts; at < (i + 1) << parts; at++) {
      if (own[at] === -Infinity) continue
      list.push(i)
      break
    }
  }
  return list
}

export type Branched = {
  /** Members of the best team met, as numbers in the field. */
  readonly team?: readonly number[]
  /** In millionths; no team scores more than this. */
  readonly bound: number
}

export type BranchOptions = {
  readonly fees: Float64Array
  /** Branches that cannot reach this score are dropped; `known` is a team that has it, if there is one. */
  readonly atLeast: number
  readonly known?: readonly number[]
  readonly allowance: Allowance
  /** Told of every forest that is not yet a team; may answer with a better score already reached by repairing it. */
  readonly onForest: (members: readonly number[]) => number
}

/**
 * Steps to spend on telling equals apart once the value is proven. Where dozens of teams are worth exactly the same,
 * the search for the luckiest of them must not cost more than the proof did: a pool that size keeps the first one met.
 */
const SETTLING = 3000

/** Two forests, in steps. */
const costOf = (field: Field): number => 2 + ((field.n * 3 ** treeParts(field)) >> 3)

export const worthSettling = (field: Field): boolean => costOf(field) <= SETTLING

/**
 * Best first: takes the branch that promises most. If its forest is a real team, nothing can beat it. If not, some
 * organisation stands in it twice or a limit is broken: the branch is split on whether one of them holds one of its parts.
 */
export function branchAndBound(field: Field, options: BranchOptions): Branched {
  const { ask } = field
  const forest = forestOf(field, ask.members, options.fees)
  const space = workspace()
  const queue: Branch[] = []
  let atLeast = options.atLeast
  let best = options.known && { team: options.known, value: valueOf(field, options.known, forest.scale) }
  const cost = costOf(field)
  let settling = SETTLING
  const inMillionths = (value: number) => Math.floor(value / forest.scale)
  const add = (decisions: readonly Decision[]) => {
    const grown = grow(decided(field, forest, decisions), space)
    const bound = grown.best[ask.members]! + forest.constant
    if (!(inMillionths(bound) >= atLeast)) return
    const held = grown.heldBy(ask.members)
    const team = held.map(({ who }) => who).sort((a, b) => a - b)
    if (isTeam(field, team)) {
      const value = valueOf(field, team, forest.scale)
      if (!best || value > best.value) best = { team, value }
      atLeast = Math.max(atLeast, inMillionths(value))
    } else atLeast = Math.max(atLeast, options.onForest(team))
    queue.push({ decisions, bound, held })
    for (let at = queue.length - 1; at > 0 && queue[at - 1]!.bound > queue[at]!.bound; at--) [queue[at - 1], queue[at]] = [queue[at]!, queue[at - 1]!]
  }
  add([])
  while (queue.length > 0) {
    const next = queue.pop()!
    if (best && next.bound <= best.value) return { team: best.team, bound: inMillionths(best.value) }
    const settled = best !== undefined && inMillionths(next.bound) <= inMillionths(best.value)
    if (settled && (settling -= cost) < 0) return { team: best!.team, bound: inMillionths(best!.value) }
    if (options.allowance.spend(cost)) return { team: best?.team, bound: inMillionths(next.bound) }
    const doubt = doubtIn(field, next)
    if (!doubt) continue
    add([...next.decisions, { ...doubt, holds: true }])
    add([...next.decisions, { ...doubt, holds: false }])
  }
  return { team: best?.team, bound: best ? inMillionths(best.value) : -Infinity }
}

const isTeam = ({ ask, who }: Field, team: readonly number[]): boolean =>
  new Set(team).size === team.length && keepsLimits(ask, team.map((i) => who[i]!))

const valueOf = ({ ask, who }: Field, team: readonly number[], scale: number): number =>
  team.reduce((sum, i) => sum + ask.problem.luck[who[i]!]!, scoreOf(ask, team.map((i) => who[i]!)) * scale)

/** Whom to split on: one that stands twice if there is one, or else anyone whose part is not settled yet. */
function doubtIn({ ask, n }: Field, { held, decisions }: Branch): { readonly who: number; readonly part: number } | undefined {
  const times = new Int32Array(n)
  for (const one of held) times[one.who]!++
  const settled = new Set(decisions.map(({ who, part }) => who * 32 + part))
  for (const one of [...held].sort((a, b) => times[b.who]! - times[a.who]!)) {
    for (let part = 0; part < ask.problem.parts; part++) {
      if ((one.mask >> part) & 1 && !settled.has(one.who * 32 + part)) return { who: one.who, part }
    }
  }
  return undefined
}

function decided(field: Field, forest: Forest, decisions: readonly Decision[]): Forest {
  const own = forest.own.slice()
  const size = 1 << forest.parts
  for (const { who, part, holds } of decisions) {
    const bit = 1 << part
    for (let i = holds ? 0 : who; i < (holds ? field.n : who + 1); i++) {
      // If it holds the part, nobody else has it and it has nothing without it; if not, it has nothing with it.
      const barred = i === who && holds ? 0 : bit
      for (let mask = 0; mask < size; mask++) if ((mask & bit) === barred) own[i * size + mask] = -Infinity
    }
    if (holds) for (const i of rivalsIn(field, who)) own.fill(-Infinity, i * size, (i + 1) * size)
  }
  return { ...forest, own, inPlay: playing(own, field.n, forest.parts) }
}

function rivalsIn(field: Field, i: number): number[] {
  const rivals = new Set(field.ask.problem.rivals[field.who[i]!])
  return rivals.size === 0 ? [] : Array.from(field.who.keys()).filter((j) => rivals.has(field.who[j]!))
}
