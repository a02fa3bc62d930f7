import type { Proof } from './brief.ts'

/** How sure it is that no better team of this size exists. */
export type Sure =
  | { readonly is: 'proven best' }
  /** `percent` of the best possible value, rounded up to a tenth; nothing better than that can exist. */
  | { readonly is: 'best found'; readonly atMostBelow: { readonly percent: number; readonly value: number } }

export type Seat = { readonly part: string; readonly member: string; readonly proof: Proof; readonly worth: number }

export type Member = {
  readonly id: string
  /** Parts it holds in this line-up; empty only for a must-have. */
  readonly parts: readonly string[]
  /** The teammate that can vouch for it best. `worth` is what that adds to the value. */
  readonly vouchedBy?: { readonly id: string; readonly worth: number }
  /** Parts that nobody else in the team could take. */
  readonly alone: readonly string[]
  /** With the seats shared out anew among the others: the parts that would open, and how far the value would fall. */
  readonly ifItLeaves: { readonly opens: readonly string[]; readonly loses: number }
  /** The one that best takes its place, the seats shared out anew; a negative `loses` would be a gain. */
  readonly substitute?: { readonly id: string; readonly opens: readonly string[]; readonly loses: number }
}

export type Team = {
  readonly members: readonly Member[]
  readonly seats: readonly Seat[]
  /** Parts without a holder, gaps included. */
  readonly open: readonly string[]
  /** Sum of seats and ties less the cost of members, in parts of weight 1 that are proven. */
  readonly value: number
  readonly pricePence: number
  readonly unpriced: readonly string[]
  readonly sure: Sure
}

/** A team that could lose any one member and still cover every part it covers. */
export type SteadyTeam = Team & {
  /** Members more than the smallest team needs. */
  readonly extraMembers: number
  /** Whether it is certain that no fewer members would do. */
  readonly fewestProven: boolean
}

export type Assembly = {
  readonly is: 'assembled'
  /** Parts nobody in the pool can take: each is an invitation waiting to be written. */
  readonly gaps: readonly string[]
  /** One per size, the smallest first. The smallest covers every must that can be covered; empty if the limits leave none. */
  readonly teams: readonly Team[]
  /** Whether it is certain that no smaller team would do. */
  readonly smallestProven: boolean
  /** The best of the smallest size possible that shares at most half of its members with the first. */
  readonly different?: Team
  /** Only when asked for. */
  readonly steady?: SteadyTeam
}
