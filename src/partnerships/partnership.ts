import type { Id } from '../kit/ids.ts'
import { SIGHT_WORDS, type Sight } from '../organisations/index.ts'

/** The bond of two organisations, as one of the two sees it: what both share, and its own side. */
export type Partnership = {
  readonly id: Id<'partnership'>
  readonly us: Id<'organisation'>
  readonly partner: { readonly id: Id<'organisation'>; readonly name: string }
  readonly stage: Stage
  readonly standing: Standing
  readonly noted: { readonly by: Id<'organisation'>; readonly at: Date }
  readonly met: Met
  readonly aim?: string
  readonly next?: { readonly says: string; readonly on?: string }
  readonly lastMomentAt: Date
  readonly ours: Side
}

/** What a side keeps to itself. */
export type Side = {
  /** How far it has grown in our own words; the stage shown is whatever either side said last. */
  readonly stage: Stage
  readonly shows: Sight
  /** After so many quiet months we suggest a hello; 0 is never. */
  readonly quietMonths: number
  readonly quietToldAt?: Date
  readonly restingBecause?: string
  readonly endedBecause?: string
}

export type Standing =
  /** Only we see it, until they say yes. */
  | { readonly is: 'waiting'; readonly askedAt: Date; readonly ask: Id<'ask'> }
  /** Noted, and nobody is asked: they are not here yet, or the question ran out. */
  | { readonly is: 'ours_alone'; readonly declinedAt?: Date }
  | { readonly is: 'agreed'; readonly at: Date }
  | { readonly is: 'resting'; readonly since: Date; readonly by?: Id<'organisation'> }
  | { readonly is: 'ended'; readonly at: Date; readonly by?: Id<'organisation'>; /** We have asked to take it up again. */ readonly asked?: Id<'ask'>; readonly declinedAt?: Date }

export type Met = { readonly through?: Through; readonly what?: string; readonly by?: Id<'organisation'>; readonly on?: string }
export const THROUGH = ['place', 'person', 'thing'] as const
export type Through = (typeof THROUGH)[number]
export const THROUGH_WORDS: Readonly<Record<Through, string>> = { place: 'A place', person: 'A person', thing: 'A thing' }

/** How far it has grown. People set it; it is never guessed. */
export const STAGES = ['noted', 'met', 'trust', 'work_together', 'agreement'] as const
export type Stage = (typeof STAGES)[number]
export const STAGE_WORDS: Readonly<Record<Stage, string>> = { noted: 'Noted', met: 'Met', trust: 'Trust', work_together: 'Work together', agreement: 'Agreement' }
/** What each means, beside the choice. */
export const STAGE_HINTS: Readonly<Record<Stage, string>> = {
  noted: 'We know of them and would like to know them better.',
  met: 'We have talked, and would again.',
  trust: 'We recommend each other without hesitation.',
  work_together: 'We pass work on or do jobs together.',
  agreement: 'We have written down how we work together.',
}

export const earlierOf = (one: Stage, other: Stage): Stage => (STAGES.indexOf(one) <= STAGES.indexOf(other) ? one : other)
export const laterOf = (one: Stage, other: Stage): Stage => (STAGES.indexOf(one) >= STAGES.indexOf(other) ? one : other)
/** A tie is seen as far as the narrower of its two sides. */
export const narrowerOf = (one: Sight, other: Sight): Sight => (SIGHT_WORDS.indexOf(one) <= SIGHT_WORDS.indexOf(other) ? one : other)

export type Pair = readonly [Id<'organisation'>, Id<'organisation'>]
/** The two in the one order in which they are kept. */
export const inOrder = (one: Id<'organisation'>, other: Id<'organisation'>): Pair => (one < other ? [one, other] : [other, one])

export const QUIET_MONTHS = 4
/** When the two may be told of a hello: so many months after the last moment. */
export function quietSince(lastMomentAt: Date, months: number): Date {
  const due = new Date(lastMomentAt)
  due.setUTCMonth(due.getUTCMonth() + months)
  return due
}

declare module '../kit/events.ts' {
  interface Events {
    'partnership.noted': { partnership: Id<'partnership'>; between: Pair }
    'partnership.agreed': { partnership: Id<'partnership'>; between: Pair }
    'partnership.changed': { partnership: Id<'partnership'>; between: Pair }
    'partnership.ended': { partnership: Id<'partnership'>; between: Pair }
  }
}
