import type { Allowance } from './allowance.ts'
import type { Field } from './field.ts'
import { different } from './score.ts'
import type { Tables } from './tables.ts'

export type Found = {
  /** Members of the best team met, as numbers in the field; nothing if none reached `atLeast`. */
  readonly team?: readonly number[]
  readonly score: number
  /** No team that was passed over scores more than this; -Infinity when every one was looked at or ruled out. */
  readonly leftOver: number
}

export type SearchOptions = { readonly atLeast: number; readonly stopAtFirst?: boolean; readonly allowance: Allowance }

/** Scores are whole numbers, so a bound less than this above the best rules out anything better. */
const TOLERANCE = 0.25

/**
 * Branch and bound. Takes the parts in order; each goes to a member with room, to someone new, or stays open if it may.
 * The most promising choice is tried first, and a choice is dropped when even the best it could lead to is no better.
 */
export function search(field: Field, tables: Tables, options: SearchOptions): Found {
  const { n, ask, capacity, who, tieStart, tieTo, tieWorth } = field
  const { problem, openCost } = ask
  const { depth, order, rest, spareGain, rooms, fresh, lean, inPlay, takers, worth, fee } = tables
  const clash = clashes(field)
  const inside = new Uint8Array(n)
  const barred = new Int32Array(n)
  const room = new Int32Array(n)
  const team: number[] = []
  // known[level * n + i]: the strongest tie of i into the first `level` members.
  const known = new Float64Array((ask.members + 2) * n)
  const used = new Float64Array(ask.atMost.length)
  const cheapest = ask.atMost.map((limit) => cheapestSums(limit.each, field, ask.members))
  let best: number[] | undefined
  let need = options.atLeast
  let leftOver = -Infinity
  let halted = false

  const join = (i: number): void => {
    const level = team.length
    const base = (level + 1) * n
    known.copyWithin(base, level * n, base)
    for (let e = tieStart[i]!; e < tieStart[i + 1]!; e++) {
      const at = base + tieTo[e]!
      if (tieWorth[e]! > known[at]!) known[at] = tieWorth[e]!
    }
    team.push(i)
    inside[i] = 1
    room[i] = capacity[i]!
    for (const v of clash[i]!) barred[v]!++
    for (let j = 0; j < used.length; j++) used[j]! += ask.atMost[j]!.each[who[i]!]!
  }

  const leave = (): void => {
    const i = team.pop()!
    inside[i] = 0
    for (const v of clash[i]!) barred[v]!--
    for (let j = 0; j < used.length; j++) used[j]! -= ask.atMost[j]!.each[who[i]!]!
  }

  const limitsHold = (missing: number): boolean => {
    for (let j = 0; j < used.length; j++) if (used[j]! + cheapest[j]![missing]! > ask.atMost[j]!.total) return false
    const { places, regions, small } = problem.asked
    if (places > missing && different(team.map((i) => who[i]!), problem.place) + missing < places) return false
    if (regions > missing && different(team.map((i) => who[i]!), problem.region) + missing < regions) return false
    if (small > missing && team.reduce((sum, i) => sum + problem.small[who[i]!]!, 0) + missing < small) return false
    return true
  }

  const top = new Float64Array(ask.members + 1)

  /** The most any team can score that contains these members and has the parts before depth d shared out so. */
  const boundAt = (d: number, worthSoFar: number): number => {
    const missing = ask.members - team.length
    if (depth - d < missing) return -Infinity
    const level = team.length * n
    let bound = worthSoFar + rest[d]!
    for (let t = 0; t < team.length; t++) {
      const i = team[t]!
      const tied = known[level + i]!
      const hoped = missing > 0 ? lean[d * n + i]! : 0
      bound += (tied > hoped ? tied : hoped) + spareGain[(d * rooms + room[i]!) * n + i]! - fee[i]!
    }
    if (missing === 0) return bound
    let count = 0
    const list = inPlay[d]!
    for (let k = 0; k < list.length; k++) {
      const i = list[k]!
      if (inside[i] || barred[i]! > 0) continue
      const extra = known[level + i]! - lean[d * n + i]!
      const value = extra > 0 ? fresh[d * n + i]! + extra : fresh[d * n + i]!
      if (count === missing) {
        if (value <= top[count - 1]!) continue
      } else count++
      let at = count - 1
      while (at > 0 && top[at - 1]! < value) {
        top[at] = top[at - 1]!
        at--
      }
      top[at] = value
    }
    if (count < missing) return -Infinity
    for (let k = 0; k < missing; k++) bound += top[k]!
    return bound
  }

  const finish = (worthSoFar: number): void => {
    if (team.length !== ask.members || !limitsHold(0)) return
    let score = worthSoFar - problem.memberCost * (ask.members - 1)
    for (const i of team) score += known[team.length * n + i]!
    if (score < need) return
    best = [...team].sort((a, b) => a - b)
    need = score + 1
    if (options.stopAtFirst) halted = true
  }

  const width = n + 2
  const choiceBound = new Float64Array((depth + 1) * width)
  const choiceWho = new Int32Array((depth + 1) * width)

  const visit = (d: number, worthSoFar: number): void => {
    if (d === depth) return finish(worthSoFar)
    const count = listChoices(d, worthSoFar)
    const base = d * width
    for (let c = 0; c < count; c++) {
      const bound = choiceBound[base + c]!
      if (halted) {
        if (bound > leftOver) leftOver = bound
        continue
      }
      if (bound < need - TOLERANCE) {
        if (options.stopAtFirst) continue
        break
      }
      take(d, worthSoFar, choiceWho[base + c]!)
    }
  }

  const take = (d: number, worthSoFar: number, i: number): void => {
    if (i < 0) return visit(d + 1, worthSoFar - openCost[order[d]!]!)
    const isNew = inside[i] === 0
    if (isNew) join(i)
    room[i]!--
    visit(d + 1, worthSoFar + worth[d * n + i]!)
    room[i]!++
    if (isNew) leave()
  }

  /** Everyone who could take the part at depth d, with the bound that would leave, most promising first. */
  const listChoices = (d: number, worthSoFar: number): number => {
    const base = d * width
    let count = 0
    const offer = (i: number, bound: number): void => {
      if (bound < need - TOLERANCE) return
      let at = base + count++
      while (!options.stopAtFirst && at > base && choiceBound[at - 1]! < bound) {
        choiceBound[at] = choiceBound[at - 1]!
        choiceWho[at] = choiceWho[at - 1]!
        at--
      }
      choiceBound[at] = bound
      choiceWho[at] = i
    }
    const list = takers[d]!
    const missing = ask.members - team.length
    for (let k = 0; k < list.length; k++) {
      const i = list[k]!
      if (inside[i] ? room[i] === 0 : missing === 0 || barred[i]! > 0) continue
      const isNew = inside[i] === 0
      if (isNew) join(i)
      if (!isNew || limitsHold(missing - 1)) {
        room[i]!--
        offer(i, boundAt(d + 1, worthSoFar + worth[d * n + i]!))
        room[i]!++
      }
      if (isNew) leave()
    }
    const open = openCost[order[d]!]!
    if (open < Infinity) offer(-1, boundAt(d + 1, worthSoFar - open))
    if (options.allowance.spend(list.length + 1)) halted = true
    return count
  }

  for (let i = 0; i < n; i++) if (field.forced[i]) join(i)
  if (team.length <= ask.members && limitsHold(ask.members - team.length)) visit(0, 0)
  return { team: best, score: best ? need - 1 : -Infinity, leftOver }
}

function clashes({ ask, who }: Field): number[][] {
  const at = new Map(Array.from(who, (u, i) => [u, i]))
  return Array.from(who, (u) => ask.problem.rivals[u]!.flatMap((v) => at.get(v) ?? []))
}

/** The least that r further members can use of a limit, for each r. */
function cheapestSums(each: Float64Array, { who, forced }: Field, most: number): Float64Array {
  const amounts = Array.from(who).filter((_, i) => !forced[i]).map((u) => each[u]!).sort((a, b) => a - b)
  const sums = new Float64Array(most + 1).fill(Infinity)
  sums[0] = 0
  for (let r = 1; r <= most && r <= amounts.length; r++) sums[r] = sums[r - 1]! + amounts[r - 1]!
  return sums
}
