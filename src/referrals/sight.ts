/**
 * Who sees what of a referral (decision 24). The scoped queries and row-level security say exactly the same, and a test holds the three
 * together. `us` is the organisation acted for, by its staff of today; the house at work sees all, and whoever hosts it does not.
 *
 *   the referral    its giver; its receiver and whoever began the chain, once the person said yes
 *   the person      whoever passed them on first; a receiver once offered, until they decline, let it lapse, or it is taken back or ended
 *   how to reach    whoever passed them on first; a receiver who accepted and still has it in hand
 *   the words       its giver; its receiver for as long as they see the person by this referral
 *   the value       its two sides
 */
export type Facts = {
  readonly givenBy: string
  readonly givenTo: string
  readonly begunBy: string
  readonly offered: boolean
  readonly accepted: boolean
  /** Declined, unanswered, taken back, or ended by the person. */
  readonly closedToReceiver: boolean
  readonly passedOn: boolean
}

export const maySeeReferral = (us: string, r: Facts): boolean => us === r.givenBy || (r.offered && (us === r.givenTo || us === r.begunBy))

const isOpenTo = (us: string, r: Facts): boolean => us === r.givenTo && r.offered && !r.closedToReceiver

/** `keptFor` is whoever passed them on first; `all` are the referrals of this person. */
export const maySeePerson = (us: string, keptFor: string, all: readonly Facts[]): boolean => us === keptFor || all.some((r) => isOpenTo(us, r))

export const maySeeReach = (us: string, keptFor: string, all: readonly Facts[]): boolean => us === keptFor || all.some((r) => isOpenTo(us, r) && r.accepted && !r.passedOn)

export const maySeeWords = (us: string, r: Facts): boolean => us === r.givenBy || isOpenTo(us, r)

export const maySeeValue = (us: string, r: Facts): boolean => us === r.givenBy || (r.offered && us === r.givenTo)
