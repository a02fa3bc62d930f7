import { assemble, type AssembleOptions } from './assemble.ts'
import type { Brief, Part } from './brief.ts'
import { gathered, type Pool, preparePool } from './pool.ts'
import { type Refused, whatStandsInTheWay } from './refusal.ts'
import type { Assembly } from './team.ts'

/** One click on the builder. */
export type Change =
  /** It leaves, or is not wanted: no team has it. */
  | { readonly drop: string }
  | { readonly ban: string }
  /** Every team has it, whether or not it was in the pool. */
  | { readonly pin: string }
  | { readonly part: { readonly id: string; readonly need?: Part['need']; readonly weight?: number } }
  | { readonly withoutPart: string }
  | { readonly withPart: Part }
  | { readonly limits: Pick<Brief, 'limit' | 'places' | 'regions' | 'small' | 'budgetPence' | 'rivals'> }

export type WhatIfOptions = AssembleOptions & { readonly before?: Assembly }

/** Enough for a page that asks on every click: 15 ms by the clock, or the steps that take about as long. Substitutes and a different team can be asked for by saying so. */
const QUICK = { milliseconds: 15, steps: 30_000, withoutSubstitutes: true, withoutDifferent: true } as const

/**
 * The teams if this changed, from the pool as it stands. `before` gives the search a start. Refused like a brief would be,
 * for instance when someone is pinned and banned at once; an unknown part is passed over.
 */
export function whatIf(pool: Pool, changes: Change | readonly Change[], options: WhatIfOptions = {}): Assembly | Refused {
  const changed = changedPool(pool, Array.isArray(changes) ? changes : [changes as Change])
  if (changed.is === 'refused') return changed
  const before = options.before?.teams.map((team) => team.members.map((member) => member.id))
  return assemble(changed, { ...QUICK, ...options, tryFirst: options.tryFirst ?? before ?? [] })
}

/** The pool after these changes, to ask further questions of. */
export function changedPool(pool: Pool, changes: readonly Change[]): Pool | Refused {
  const brief = changes.reduce(changedBrief, pool.brief)
  // The rows were looked at when the pool was prepared; only the brief and who it insists on can be new.
  const wanted = [...new Set(brief.mustHave)].flatMap((id) => pool.everyone.get(id) ?? [])
  const refusal = whatStandsInTheWay(brief, wanted, [])
  if (refusal) return refusal
  const known = new Set(pool.brief.parts.map((part) => part.id))
  if (brief.parts.some((part) => !known.has(part.id))) return preparePool(brief, [...pool.everyone.values()], pool.allTies)
  const chosen = new Set(pool.candidates.map((candidate) => candidate.id))
  const outsiders = (brief.mustHave ?? []).filter((id) => !chosen.has(id))
  for (const id of outsiders) chosen.add(id)
  for (const id of brief.mustNot ?? []) chosen.delete(id)
  return { ...gathered(brief, pool.everyone, outsiders.length > 0 ? pool.allTies : pool.ties, chosen), allTies: pool.allTies }
}

function changedBrief(brief: Brief, change: Change): Brief {
  if ('drop' in change) return { ...brief, mustNot: [...(brief.mustNot ?? []), change.drop], mustHave: brief.mustHave?.filter((id) => id !== change.drop) }
  if ('ban' in change) return { ...brief, mustNot: [...(brief.mustNot ?? []), change.ban] }
  if ('pin' in change) return { ...brief, mustHave: [...(brief.mustHave ?? []), change.pin] }
  if ('withoutPart' in change) return { ...brief, parts: brief.parts.filter((part) => part.id !== change.withoutPart) }
  if ('withPart' in change) return { ...brief, parts: [...brief.parts, change.withPart] }
  if ('limits' in change) return { ...brief, ...change.limits }
  return { ...brief, parts: brief.parts.map((part) => (part.id === change.part.id ? { ...part, ...change.part } : part)) }
}
