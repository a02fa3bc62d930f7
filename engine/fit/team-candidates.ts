import type { Candidate, Part, Tie } from '../assembly/brief.ts'
import type { Atlas } from '../atlas/atlas.ts'
import { dayNumber } from '../atlas/check-row.ts'
import { coversOf, PROOF_COUNTS, type Cover } from './coverage.ts'
import { keeper } from './filters.ts'
import { fit } from './fit.ts'
import type { Ask } from './question.ts'
import { areRivals } from './rivals.ts'

export type TeamQuestion = {
  /** Who leads, and through whose eyes everything is read. */
  readonly viewer: string
  readonly parts: readonly (Pick<Part, 'id' | 'need'> & { readonly capability?: string; readonly text?: string })[]
  /** The day asked about, `2025-03-31`. */
  readonly on?: string
  /** Always among the candidates, whatever else: the lead, members of a line-up, who was chosen by hand. */
  readonly keep?: readonly string[]
  /** Never among them, unless kept. */
  readonly leaveOut?: readonly string[]
  /** How many of each part at most, best first; 60 if left out. */
  readonly perPart?: number
}

export type TeamCandidates = {
  readonly candidates: readonly Candidate[]
  readonly ties: readonly Tie[]
  /** By part, then by organisation: how each covers it, with the rows behind. */
  readonly covers: ReadonlyMap<string, ReadonlyMap<string, Cover>>
  /** Those among the candidates in the viewer's own trade and place. */
  readonly rivals: ReadonlySet<string>
  readonly version: number
}

const PER_PART = 60

/**
 * Who could take which part of a brief in hand, ready for `preparePool`: the best of each part by proof and then by fit, of those whom
 * the viewer may see and who would work with it. Rivals are let in unless one of the two never wants to meet any: a lead and a rival
 * agree on the scope before they sit at one table.
 */
export function teamCandidates(atlas: Atlas, question: TeamQuestion): TeamCandidates {
  const viewer = atlas.viewer(question.viewer)
  const on = dayNumber(question.on)
  const asks = question.parts.map((part): Ask => ({
    id: part.id, text: part.text ?? '', must: part.need === 'must', weight: 1, capabilities: part.capability === undefined ? atlas.vocabulary.saidIn(part.text ?? '') : [part.capability],
  }))
  const covers = asks.map((ask) => coversOf(atlas, viewer, ask, on))
  const keep = new Set([question.viewer, ...(question.keep ?? [])])
  const allowed = keeper(atlas, viewer, { filters: { leaveOut: question.leaveOut }, from: undefined, lens: 'gap', openToRivals: true, on, asks, covers })
  const score = fitsOf(atlas, question)
  const chosen = new Set(keep)
  for (const one of covers) for (const id of bestOf(atlas, one, allowed, score, question.perPart ?? PER_PART)) chosen.add(id)
  const members = [...chosen].sort()
  return {
    candidates: members.map((id) => ({ id, fit: score.get(id) ?? 0, covers: asks.flatMap((ask, at) => { const cover = covers[at]!.get(id); return cover ? [{ part: ask.id, proof: cover.level }] : [] }) })),
    ties: tiesAmong(atlas, viewer.reach, chosen),
    covers: new Map(asks.map((ask, at) => [ask.id, new Map([...covers[at]!].filter(([id]) => chosen.has(id)))])),
    rivals: rivalsAmong(atlas, viewer, chosen),
    version: atlas.version,
  }
}

function fitsOf(atlas: Atlas, { viewer, parts, on }: TeamQuestion): Map<string, number> {
  const { fits } = fit(atlas, { viewer, on, limit: 200, newcomerShare: 0, brief: { openToRivals: true, parts: parts.map((part) => ({ id: part.id, capability: part.capability, text: part.text, must: part.need === 'must' })) } })
  return new Map(fits.map((one) => [one.organisation, one.score]))
}

function bestOf(atlas: Atlas, covers: ReadonlyMap<string, Cover>, allowed: (organisation: number) => boolean, score: ReadonlyMap<string, number>, most: number): string[] {
  const ranked = [...covers].sort(([a, one], [b, other]) => PROOF_COUNTS[other.level] - PROOF_COUNTS[one.level] || (score.get(b) ?? 0) - (score.get(a) ?? 0) || other.value - one.value || (a < b ? -1 : 1))
  const best: string[] = []
  for (const [id] of ranked) {
    if (best.length === most) break
    const number = atlas.organisations.find(id)
    if (number !== undefined && allowed(number)) best.push(id)
  }
  return best
}

function tiesAmong(atlas: Atlas, reach: Parameters<Atlas['ties']>[0], chosen: ReadonlySet<string>): Tie[] {
  const { offsets, targets, strengths, size } = atlas.ties(reach)
  const numbers = new Map([...chosen].flatMap((id) => { const number = atlas.organisations.find(id); return number === undefined || number >= size ? [] : [[number, id] as const] }))
  const ties: Tie[] = []
  for (const [number, a] of numbers) {
    for (let at = offsets[number]!; at < offsets[number + 1]!; at++) {
      const b = numbers.get(targets[at]!)
      if (b !== undefined && targets[at]! > number) ties.push({ a, b, strength: Math.min(1, strengths[at]!) })
    }
  }
  return ties
}

function rivalsAmong(atlas: Atlas, viewer: ReturnType<Atlas['viewer']>, chosen: ReadonlySet<string>): Set<string> {
  const own = atlas.organisations.rows[viewer.number]
  if (!own) return new Set()
  return new Set([...chosen].filter((id) => {
    const row = atlas.organisations.rows[atlas.organisations.find(id) ?? -1]
    return row !== undefined && row.id !== own.id && areRivals(atlas, viewer, own, row)
  }))
}
