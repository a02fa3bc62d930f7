import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'

/** What one says of another first hand. It is shown once the giver stands by it and the one it is about takes it; to anyone only if both say so. */
export type Recommendation = {
  readonly id: Id<'recommendation'>
  readonly about: Id<'organisation'>
  readonly from: { readonly organisation?: Id<'organisation'>; /** Absent where the asker may not see the giver's page. */ readonly name?: string }
  readonly capability?: Id<'capability'>
  readonly basis: Basis
  readonly words: string
  readonly saidOn: string
  readonly sight: Sight
  readonly givenAt?: Date
  readonly takenAt?: Date
  /** Only for the two sides. */
  readonly declined?: { readonly at: Date; readonly note?: string }
}

export const BASES = ['bought_from', 'referred', 'delivered_together', 'sent_us_work'] as const
export type Basis = (typeof BASES)[number]
export const BASIS_WORDS: Readonly<Record<Basis, string>> = { bought_from: 'Bought from them', referred: 'Sent people to them', delivered_together: 'Delivered a job with them', sent_us_work: 'Were sent work by them' }

/** Anyone sees it only where both said so. */
export const sightOf = (said: { publicByGiver: boolean; publicByTaker: boolean }): Sight => (said.publicByGiver && said.publicByTaker ? 'anyone' : 'network')
