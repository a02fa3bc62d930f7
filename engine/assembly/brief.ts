/** What goes in: a brief in parts, and the organisations that might take them. Plain rows, no atlas needed. */

/** How well a part is covered: by proof that is fresh, by proof that has aged, or by word only. */
export type Proof = 'proven' | 'old proof' | 'claimed'

/** One part of a brief. `weight` is 0 to 100; left out it is 1 for a must and 0.5 for a should. */
export type Part = { readonly id: string; readonly need: 'must' | 'should'; readonly weight?: number }

export type Candidate = {
  readonly id: string
  /** Which parts it could take. A part not in the brief is passed over; a part named twice counts by its better proof. */
  readonly covers: readonly { readonly part: string; readonly proof: Proof }[]
  /** How many parts it can take at most, a whole number; 2 if left out. */
  readonly capacity?: number
  readonly place?: string
  readonly region?: string
  readonly size?: 'small' | 'medium' | 'large'
  /** What it asks for joining, in whole pence. Unknown counts as nothing, and the team says so in `unpriced`. */
  readonly pricePence?: number
  /** Anything that ranks equals when the pool is filled, larger first: usually the fit. */
  readonly fit?: number
}

/** A relation strong enough to vouch, both ways. `strength` runs from 0 to 1; above 1 counts as 1. */
export type Tie = { readonly a: string; readonly b: string; readonly strength: number }

/** What must hold for every team. Each counts only if asked for. */
export type Brief = {
  readonly parts: readonly Part[]
  /** Members at most, 1 to 24; 12 if left out. */
  readonly limit?: number
  readonly mustHave?: readonly string[]
  readonly mustNot?: readonly string[]
  /** Pairs that will not work in one team. */
  readonly rivals?: readonly (readonly [string, string])[]
  /** At least so many different places, regions or small organisations in the team. */
  readonly places?: number
  readonly regions?: number
  readonly small?: number
  /** What all members together may ask, in whole pence. */
  readonly budgetPence?: number
  /** What a full tie is worth next to a proven part of weight 1, 0 to 100; 0.5 if left out. */
  readonly trust?: number
  /** What each member after the first costs, 0 to 100; 0.1 if left out. */
  readonly memberCost?: number
}

/**
 * What a part is worth when covered so, before its weight. Two claims never outweigh one proof.
 * @example PROOF_COUNTS['old proof'] // 0.7
 */
export const PROOF_COUNTS: Readonly<Record<Proof, number>> = { proven: 1, 'old proof': 0.7, claimed: 0.35 }

export const USUAL = { limit: 12, capacity: 2, mustWeight: 1, shouldWeight: 0.5, trust: 0.5, memberCost: 0.1 } as const
export const MOST = { parts: 30, members: 24, weight: 100, perPart: 25 } as const
