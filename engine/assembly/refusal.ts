import { type Brief, type Candidate, MOST, PROOF_COUNTS, type Tie, USUAL } from './brief.ts'

/** Why a brief cannot be worked on as it stands. `about` names the ids concerned. */
export type Because =
  | 'no parts' | 'too many parts' | 'the same part twice' | 'the same candidate twice'
  | 'a number out of range' | 'an unknown word'
  | 'a must-have nobody knows' | 'a must-have that is also a must-not' | 'must-haves that exclude each other'
  | 'more must-haves than the limit'

export type Refused = { readonly is: 'refused'; readonly because: Because; readonly about: readonly string[] }

const refused = (because: Because, about: readonly string[]): Refused => ({ is: 'refused', because, about: [...about].sort() })

/**
 * The first thing that stands in the way, or nothing. Never throws.
 * @example whatStandsInTheWay({ parts: [] }, [], [])?.because // 'no parts'
 */
export function whatStandsInTheWay(brief: Brief, candidates: readonly Candidate[], ties: readonly Tie[]): Refused | undefined {
  if (brief.parts.length === 0) return refused('no parts', [])
  if (brief.parts.length > MOST.parts) return refused('too many parts', [])
  const partTwice = repeated(brief.parts.map((part) => part.id))
  if (partTwice.length > 0) return refused('the same part twice', partTwice)
  const candidateTwice = repeated(candidates.map((candidate) => candidate.id))
  if (candidateTwice.length > 0) return refused('the same candidate twice', candidateTwice)
  return wrongWords(brief, candidates) ?? wrongNumbers(brief, candidates, ties) ?? contradictions(brief, candidates)
}

function wrongWords(brief: Brief, candidates: readonly Candidate[]): Refused | undefined {
  const parts = brief.parts.filter((part) => part.need !== 'must' && part.need !== 'should').map((part) => part.id)
  const known = (proof: string) => Object.hasOwn(PROOF_COUNTS, proof)
  const claims = candidates.filter((candidate) => candidate.covers.some((cover) => !known(cover.proof))).map((candidate) => candidate.id)
  const about = [...parts, ...claims]
  return about.length > 0 ? refused('an unknown word', about) : undefined
}

const within = (value: number | undefined, most: number): boolean => value === undefined || (value >= 0 && value <= most)
const whole = (value: number | undefined, most: number): boolean => within(value, most) && (value === undefined || Number.isInteger(value))

function wrongNumbers(brief: Brief, candidates: readonly Candidate[], ties: readonly Tie[]): Refused | undefined {
  const asked = {
    limit: whole(brief.limit, MOST.members) && brief.limit !== 0,
    trust: within(brief.trust, MOST.weight),
    memberCost: within(brief.memberCost, MOST.weight),
    budgetPence: whole(brief.budgetPence, Number.MAX_SAFE_INTEGER),
    places: whole(brief.places, Number.MAX_SAFE_INTEGER),
    regions: whole(brief.regions, Number.MAX_SAFE_INTEGER),
    small: whole(brief.small, Number.MAX_SAFE_INTEGER),
  }
  const about = [
    ...Object.entries(asked).filter(([, fine]) => !fine).map(([name]) => name),
    ...brief.parts.filter((part) => !within(part.weight, MOST.weight)).map((part) => part.id),
    ...candidates.filter((candidate) => !plausible(candidate)).map((candidate) => candidate.id),
    ...ties.filter((tie) => !within(tie.strength, Number.MAX_VALUE)).flatMap((tie) => [tie.a, tie.b]),
  ]
  return about.length > 0 ? refused('a number out of range', about) : undefined
}

/** A price above 10^12 pence is a slip of the pen, and sums of them would stop being exact. */
const plausible = (candidate: Candidate): boolean =>
  whole(candidate.capacity, Number.MAX_SAFE_INTEGER) && whole(candidate.pricePence, 1e12) &&
  (candidate.fit === undefined || Number.isFinite(candidate.fit))

function contradictions(brief: Brief, candidates: readonly Candidate[]): Refused | undefined {
  const wanted = new Set(brief.mustHave)
  const known = new Set(candidates.map((candidate) => candidate.id))
  const unknown = [...wanted].filter((id) => !known.has(id))
  if (unknown.length > 0) return refused('a must-have nobody knows', unknown)
  const both = (brief.mustNot ?? []).filter((id) => wanted.has(id))
  if (both.length > 0) return refused('a must-have that is also a must-not', both)
  const clash = (brief.rivals ?? []).find(([a, b]) => a !== b && wanted.has(a) && wanted.has(b))
  if (clash) return refused('must-haves that exclude each other', clash)
  return wanted.size > (brief.limit ?? USUAL.limit) ? refused('more must-haves than the limit', [...wanted]) : undefined
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}
