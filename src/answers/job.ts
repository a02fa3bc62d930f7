import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'

/** A finished job: what was done, for whom, when, and who did it together. Each party speaks for itself. */
export type Job = {
  readonly id: Id<'job'>
  readonly what: string
  readonly forWhom?: string
  readonly finishedOn: string
  readonly startedOn?: string
  /** The number it has where it is on record. */
  readonly reference?: string
  /** More of what was done than `what` says. */
  readonly about?: string
  readonly keywords: readonly string[]
  readonly customer?: { readonly says: string; readonly name: string }
  readonly notedBy: Id<'organisation'>
  readonly parties: readonly Party[]
  /** Only for its parties. */
  readonly value?: ValueBand
  /** Only for its parties. */
  readonly witnesses?: readonly Witness[]
}

export type Party = {
  readonly organisation: Id<'organisation'>
  /** Absent where the asker may not see its page. */
  readonly name?: string
  readonly did?: string
  /** Absent where nobody said who led. */
  readonly role?: JobRole
  readonly capability?: Id<'capability'>
  readonly sight: Sight
  readonly confirmedAt?: Date
  readonly declined?: { readonly at: Date; readonly note?: string }
}

export const JOB_ROLES = ['lead', 'member'] as const
export type JobRole = (typeof JOB_ROLES)[number]

/** Somebody who is not here and was there. */
export type Witness = { readonly id: Id<'witness'>; readonly by: Id<'organisation'>; readonly name: string; readonly role: WitnessRole; readonly confirmedAt?: Date; readonly declinedAt?: Date; readonly note?: string }
export const WITNESS_ROLES = ['customer', 'partner'] as const
export type WitnessRole = (typeof WITNESS_ROLES)[number]

export const VALUE_BANDS = ['under_1k', '1k_5k', '5k_25k', '25k_100k', '100k_500k', 'over_500k'] as const
export type ValueBand = (typeof VALUE_BANDS)[number]
export const BAND_WORDS: Readonly<Record<ValueBand, string>> = {
  under_1k: 'Under £1,000', '1k_5k': '£1,000 to £5,000', '5k_25k': '£5,000 to £25,000', '25k_100k': '£25,000 to £100,000', '100k_500k': '£100,000 to £500,000', over_500k: 'Over £500,000',
}
