import { preparePool, teamCandidates, type Atlas, type Pool, type TeamCandidates } from '../../engine/index.ts'
import type { Covering, Covers } from './grid.ts'
import { MOST_MEMBERS } from './line-up.ts'
import { holdings, type Seat } from './seat.ts'
import type { Part, Team } from './team.ts'

/** What the engine was given for a team, kept ready so that every click asks it anew at once. */
export type Fed = {
  readonly pool: Pool | { readonly is: 'refused'; readonly because: string; readonly about: readonly string[] }
  readonly covers: Covers
  readonly rivals: ReadonlySet<string>
}

export type Feeding = {
  readonly team: Team
  readonly parts: readonly Part[]
  readonly seats: readonly Seat[]
  /** Everyone who stands in a line-up, or was chosen by hand. */
  readonly named: readonly string[]
  /** Those the lead has put away as not for it. */
  readonly leaveOut: readonly string[]
  readonly today: string
}

/** A few teams are built at a time; anything dropped is made again from the atlas in tens of milliseconds. */
const MOST_KEPT = 24
const shelves = new WeakMap<Atlas, Map<string, Fed>>()

/** The pool of a team as the atlas stands now. */
export function poolFor(atlas: Atlas, feeding: Feeding): Fed {
  const kept = shelves.get(atlas) ?? new Map<string, Fed>()
  shelves.set(atlas, kept) // an atlas that is thrown away takes its pools with it
  const key = `${atlas.version} ${keyOf(feeding)}`
  const found = kept.get(key)
  if (found) {
    kept.delete(key) // the one asked for last is dropped last
    kept.set(key, found)
    return found
  }
  const made = feed(teamCandidates(atlas, {
    viewer: feeding.team.lead, on: feeding.today, leaveOut: feeding.leaveOut, keep: [...feeding.named, ...feeding.seats.flatMap((seat) => seat.organisation ?? [])],
    parts: feeding.parts.map((part) => ({ id: part.id, need: part.need, capability: part.capability, text: part.says })),
  }), feeding)
  kept.set(key, made)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return made
}

/** The same atlas, eyes, parts, seats and day give the same pool. */
function keyOf({ team, parts, seats, named, leaveOut, today }: Feeding): string {
  const held = seats.map((seat) => [seat.organisation, seat.state.is, seat.parts.map((part) => [part.part, part.heldAt ? 1 : 0, part.givenUpAt ? 1 : 0, part.proof.is])])
  return JSON.stringify([team.id, team.lead, today, leaveOut, parts.map((part) => [part.id, part.version, part.need, part.capability]), held, [...named].sort()])
}

/**
 * Candidates as the engine wants them. Whoever sits in the team is in every proposal and covers at least what they have agreed to;
 * whoever said no, or left, is in none.
 */
export function feed({ candidates, ties, covers, rivals }: TeamCandidates, { team, parts, seats }: Feeding): Fed {
  const merged = withSeats(covers, seats)
  const inside = new Set<string>([team.lead, ...[...holdings(seats).values()].flatMap((seat) => seat.organisation ?? [])])
  const out = new Set<string>(seats.flatMap((seat) => (seat.organisation && ['declined', 'left'].includes(seat.state.is) && !inside.has(seat.organisation) ? [seat.organisation] : [])))
  const seated = candidates.map((candidate) => ({
    ...candidate, covers: parts.flatMap((part) => { const covering = merged.get(part.id)?.get(candidate.id); return covering ? [{ part: part.id, proof: covering.level }] : [] }),
    ...(inside.has(candidate.id) && { capacity: Math.max(2, [...holdings(seats).values()].filter((seat) => seat.organisation === candidate.id).length) }),
  }))
  const pool = preparePool({ parts: parts.map((part) => ({ id: part.id, need: part.need })), mustHave: [...inside], mustNot: [...out], limit: Math.min(MOST_MEMBERS, Math.max(12, inside.size + 2)) }, seated, ties)
  return { pool, covers: merged, rivals }
}

/** What the atlas knows, and what was agreed: a part somebody has taken is at least their word; proof they took back is no proof. */
function withSeats(covers: TeamCandidates['covers'], seats: readonly Seat[]): Covers {
  const merged = new Map<string, Map<string, Covering>>([...covers].map(([part, byOrganisation]) => [part, new Map(byOrganisation)]))
  for (const seat of seats) {
    for (const part of seat.parts.filter((one) => seat.state.is === 'taken' && one.heldAt && !one.givenUpAt)) {
      if (!seat.organisation) continue
      const known = merged.get(part.part) ?? new Map<string, Covering>()
      const before = known.get(seat.organisation)
      known.set(seat.organisation, before && part.proof.is !== 'denied' ? before : { level: 'claimed', claim: before?.claim })
      merged.set(part.part, known)
    }
  }
  return merged
}
