import type { Lens } from '../../engine/index.ts'
import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'

/**
 * A need, posted through a lens: what an organisation says it is looking for. It is read by whoever may see it, found by those who could
 * answer it, and kept until its last day unless it is withdrawn. Its owner is told of each newcomer who fits, once.
 */
export type Want = {
  readonly network: Id<'network'>
  readonly id: Id<'want'>
  readonly organisation: Id<'organisation'>
  readonly lens: Lens
  readonly says: string
  readonly capability?: Id<'capability'>
  /** The capability's name in the vocabulary. */
  readonly title?: string
  readonly from?: string
  readonly until?: string
  readonly sight: Sight
  readonly postedAt: Date
  readonly endsOn: string
  readonly withdrawnAt?: Date
}

export const LENSES = ['gap', 'audience', 'cover', 'cause'] as const
export const LENS_WORDS: Readonly<Record<Lens, { readonly label: string; readonly hint: string }>> = {
  gap: { label: 'Fill a gap', hint: 'Someone who does what you don’t.' },
  audience: { label: 'Share an audience', hint: 'Someone the same people come to, for something else.' },
  cover: { label: 'Cover busy times', hint: 'Someone of your own trade who could take work off you.' },
  cause: { label: 'Share a cause', hint: 'Someone who works for the same people.' },
}

/** A need that nobody renews ends by itself: nobody should be told of what is long met. */
export const DAYS_A_WANT_LASTS = 90
export const MOST_WANTS = 30

export const NOT_FOR_US = ['too_far', 'same_as_us', 'bad_timing', 'other'] as const
export type NotForUs = (typeof NOT_FOR_US)[number]
export const NOT_FOR_US_WORDS: Readonly<Record<NotForUs, string>> = { too_far: 'Too far', same_as_us: 'Same as us', bad_timing: 'Bad timing', other: 'Something else' }
/** Bad timing passes; then they may be shown again. */
export const DAYS_OF_BAD_TIMING = 90

export const MEETS = ['never', 'cover', 'always'] as const
export type Meets = (typeof MEETS)[number]
export const MEETS_WORDS: Readonly<Record<Meets, { readonly label: string; readonly hint: string }>> = {
  never: { label: 'Never', hint: 'You are not shown to each other.' },
  cover: { label: 'For cover, causes and teams', hint: 'Where it helps that you do the same.' },
  always: { label: 'Always', hint: 'Also when you look for something else.' },
}

declare module '../kit/events.ts' {
  interface Events {
    'want.posted': { network: Id<'network'>; want: Id<'want'>; organisation: Id<'organisation'> }
    'want.ended': { network: Id<'network'>; want: Id<'want'>; organisation: Id<'organisation'> }
    'match.dismissed': { network: Id<'network'>; organisation: Id<'organisation'>; other: Id<'organisation'> }
  }
}
