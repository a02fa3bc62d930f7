import { type Brief, type Candidate, MOST, type Part, PROOF_COUNTS, type Tie, USUAL } from './brief.ts'
import { type Refused, whatStandsInTheWay } from './refusal.ts'

/**
 * The candidates worth looking at for one brief: the 25 best of each part, and every must-have. Prepared once,
 * then asked as often as people click. `everyone` is kept so that a person outside the pool can still be forced in.
 */
export type Pool = {
  readonly is: 'prepared'
  readonly brief: Brief
  readonly candidates: readonly Candidate[]
  readonly ties: readonly Tie[]
  readonly everyone: ReadonlyMap<string, Candidate>
  readonly allTies: readonly Tie[]
}

export type PoolOptions = { readonly perPart?: number }

/**
 * Picks the pool for a brief. Rows may come in any order. For each part candidates are ranked by proof, then by `fit`,
 * then by how much of the whole brief they cover, then by id; a must-not never enters.
 * @example preparePool({ parts: [] }, [], []) // { is: 'refused', because: 'no parts', about: [] }
 */
export function preparePool(brief: Brief, candidates: readonly Candidate[], ties: readonly Tie[], options: PoolOptions = {}): Pool | Refused {
  const refusal = whatStandsInTheWay(brief, candidates, ties)
  if (refusal) return refusal
  const everyone = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const barred = new Set(brief.mustNot)
  const perPart = Math.max(1, Math.min(options.perPart ?? MOST.perPart, MOST.perPart))
  const chosen = new Set(brief.mustHave)
  for (const list of ranked(brief.parts, candidates.filter((candidate) => !barred.has(candidate.id)))) {
    for (const { candidate } of list.sort(byWorth).slice(0, perPart)) chosen.add(candidate.id)
  }
  return gathered(brief, everyone, ties, chosen)
}

/** The pool of exactly these members, in order of id. */
export function gathered(brief: Brief, everyone: ReadonlyMap<string, Candidate>, allTies: readonly Tie[], chosen: ReadonlySet<string>): Pool {
  const candidates = [...chosen].sort().flatMap((id) => everyone.get(id) ?? [])
  const ties = allTies.filter((tie) => chosen.has(tie.a) && chosen.has(tie.b))
  return { is: 'prepared', brief, candidates, ties, everyone, allTies }
}

type Entry = { readonly candidate: Candidate; readonly here: number; readonly overall: number }

function ranked(parts: readonly Part[], candidates: readonly Candidate[]): Entry[][] {
  const weight = new Map(parts.map((part) => [part.id, weightOf(part)]))
  const lists = new Map(parts.map((part) => [part.id, [] as Entry[]]))
  for (const candidate of candidates) {
    if ((candidate.capacity ?? USUAL.capacity) === 0) continue
    const best = bestProofs(candidate, weight)
    let overall = 0
    for (const [part, counts] of best) overall += counts * weight.get(part)!
    for (const [part, counts] of best) lists.get(part)!.push({ candidate, here: counts, overall })
  }
  return [...lists.values()]
}

/** A candidate's best proof per part of the brief, in order of part id so that sums never depend on row order. */
function bestProofs(candidate: Candidate, parts: ReadonlyMap<string, unknown>): (readonly [string, number])[] {
  const best = new Map<string, number>()
  for (const { part, proof } of candidate.covers) {
    if (parts.has(part)) best.set(part, Math.max(best.get(part) ?? 0, PROOF_COUNTS[proof]))
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1))
}

const byWorth = (a: Entry, b: Entry): number =>
  b.here - a.here || (b.candidate.fit ?? 0) - (a.candidate.fit ?? 0) || b.overall - a.overall || (a.candidate.id < b.candidate.id ? -1 : 1)

export const weightOf = (part: Part): number => part.weight ?? (part.need === 'must' ? USUAL.mustWeight : USUAL.shouldWeight)
