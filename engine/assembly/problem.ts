import { MOST, PROOF_COUNTS, USUAL } from './brief.ts'
import { type Pool, weightOf } from './pool.ts'

/**
 * The pool as numbers. Values are whole millionths, so sums are exact whatever their order and "proven" needs no
 * tolerance. Candidates and parts stand in order of id; ties between equals are broken by that order.
 */
export type Problem = {
  readonly size: number
  readonly parts: number
  readonly ids: readonly string[]
  readonly partIds: readonly string[]
  readonly must: Uint8Array
  /** weight * coverage of part p by candidate u at [u * parts + p]; -1 where it does not cover it. */
  readonly worth: Int32Array
  /** Parts nobody in the pool can take. They stay open whatever happens, so they never count against a team. */
  readonly gaps: readonly number[]
  readonly capacity: Int32Array
  /** trust * strength between u and v at [u * size + v]. */
  readonly tie: Int32Array
  /** The same ties as lists: who u knows, in ascending order. */
  readonly knows: readonly (readonly number[])[]
  readonly rivals: readonly (readonly number[])[]
  readonly forced: Uint8Array
  /** How many are forced in. */
  readonly wanted: number
  readonly place: Int32Array
  readonly region: Int32Array
  readonly small: Uint8Array
  readonly price: Float64Array
  readonly memberCost: number
  /** Above any sum of worths and ties, so that covering a must comes before everything. */
  readonly openMust: number
  /** Decides between teams of equal value: a whole number below 2^luckBits drawn from the id alone. */
  readonly luck: Float64Array
  readonly luckBits: number
  readonly asked: { readonly limit: number; readonly places: number; readonly regions: number; readonly small: number; readonly budget: number }
}

export const MILLION = 1_000_000

export function problemFrom(pool: Pool): Problem {
  const { brief, candidates } = pool
  const parts = [...brief.parts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const at = new Map(candidates.map((candidate, i) => [candidate.id, i]))
  const wanted = new Set(brief.mustHave)
  const worth = worthOf(pool, new Map(parts.map((part, p) => [part.id, { p, weight: weightOf(part) }])))
  const { openMust, luckBits } = scales(pool, parts.map(weightOf))
  // A brief without a single must asks for everything: otherwise its smallest team would be nobody.
  const allMust = parts.every((part) => part.need !== 'must')
  return {
    size: candidates.length,
    parts: parts.length,
    ids: candidates.map((candidate) => candidate.id),
    partIds: parts.map((part) => part.id),
    must: Uint8Array.from(parts, (part) => (allMust || part.need === 'must' ? 1 : 0)),
    worth,
    gaps: gapsIn(worth, parts.length),
    capacity: Int32Array.from(candidates, (candidate) => Math.min(candidate.capacity ?? USUAL.capacity, parts.length)),
    ...tiesOf(pool, at),
    rivals: rivalsOf(pool, at),
    forced: Uint8Array.from(candidates, (candidate) => (wanted.has(candidate.id) ? 1 : 0)),
    wanted: wanted.size,
    place: numbered(candidates.map((candidate) => candidate.place)),
    region: numbered(candidates.map((candidate) => candidate.region)),
    small: Uint8Array.from(candidates, (candidate) => (candidate.size === 'small' ? 1 : 0)),
    price: Float64Array.from(candidates, (candidate) => candidate.pricePence ?? 0),
    memberCost: Math.round((brief.memberCost ?? USUAL.memberCost) * MILLION),
    openMust, luckBits,
    luck: Float64Array.from(candidates, (candidate) => luckOf(candidate.id) % 2 ** luckBits),
    asked: {
      limit: brief.limit ?? USUAL.limit, places: brief.places ?? 0, regions: brief.regions ?? 0,
      small: brief.small ?? 0, budget: brief.budgetPence ?? Infinity,
    },
  }
}

/** Read from the brief alone, so that who else is in the pool never changes how equals are told apart. */
function scales({ brief }: Pool, weights: readonly number[]) {
  const perMember = (brief.trust ?? USUAL.trust) + (brief.memberCost ?? USUAL.memberCost)
  const most = (weights.reduce((sum, weight) => sum + weight, 0) + perMember * MOST.members + 1) * MILLION
  const openMust = 2 ** Math.ceil(Math.log2(most))
  // 53 bits hold a whole number exactly: keep room for every must open at once and for the luck of 24 members.
  return { openMust, luckBits: Math.max(0, Math.min(20, 47 - Math.ceil(Math.log2(openMust * (weights.length + 2))))) }
}

/** FNV-1a: spreads similar ids apart. */
function luckOf(id: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 0x01000193)
  return hash >>> 0
}

function worthOf(pool: Pool, parts: ReadonlyMap<string, { readonly p: number; readonly weight: number }>): Int32Array {
  const worth = new Int32Array(pool.candidates.length * parts.size).fill(-1)
  pool.candidates.forEach((candidate, u) => {
    if (candidate.capacity === 0) return
    for (const cover of candidate.covers) {
      const part = parts.get(cover.part)
      if (!part) continue
      const at = u * parts.size + part.p
      worth[at] = Math.max(worth[at]!, Math.round(part.weight * PROOF_COUNTS[cover.proof] * MILLION))
    }
  })
  return worth
}

function gapsIn(worth: Int32Array, parts: number): number[] {
  const taken = new Uint8Array(parts)
  worth.forEach((counts, at) => {
    if (counts >= 0) taken[at % parts] = 1
  })
  return Array.from(taken.keys()).filter((p) => !taken[p])
}

function tiesOf(pool: Pool, at: ReadonlyMap<string, number>): Pick<Problem, 'tie' | 'knows'> {
  const size = pool.candidates.length
  const trust = pool.brief.trust ?? USUAL.trust
  const tie = new Int32Array(size * size)
  const knows: number[][] = pool.candidates.map(() => [])
  for (const { a, b, strength } of pool.ties) {
    const u = at.get(a)
    const v = at.get(b)
    if (u === undefined || v === undefined || u === v) continue
    const counts = Math.max(tie[u * size + v]!, Math.round(trust * Math.min(1, strength) * MILLION))
    if (counts > 0 && tie[u * size + v] === 0) {
      knows[u]!.push(v)
      knows[v]!.push(u)
    }
    tie[u * size + v] = counts
    tie[v * size + u] = counts
  }
  for (const list of knows) list.sort((a, b) => a - b)
  return { tie, knows }
}

function rivalsOf(pool: Pool, at: ReadonlyMap<string, number>): number[][] {
  const rivals: number[][] = pool.candidates.map(() => [])
  for (const [a, b] of pool.brief.rivals ?? []) {
    const u = at.get(a)
    const v = at.get(b)
    if (u === undefined || v === undefined || u === v) continue
    rivals[u]!.push(v)
    rivals[v]!.push(u)
  }
  return rivals
}

/** Each different name gets a number; unknown is -1 and never counts as a place of its own. */
function numbered(names: readonly (string | undefined)[]): Int32Array {
  const seen = new Map<string, number>()
  return Int32Array.from(names, (name) => {
    if (name === undefined || name === '') return -1
    if (!seen.has(name)) seen.set(name, seen.size)
    return seen.get(name)!
  })
}
