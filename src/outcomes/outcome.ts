import type { Id } from '../kit/ids.ts'

/** What came of a job done together: how it ended, who did which piece, what the customer said. Each party speaks for itself; then it is proof. */
export type Outcome = {
  readonly id: Id<'outcome'>
  readonly job: Id<'job'>
  readonly notedBy: Id<'organisation'>
  readonly notedAt: Date
  readonly network?: Id<'network'>
  readonly team?: Id<'team'>
  readonly ending: Ending
  readonly parts: readonly OutcomePart[]
  readonly customer?: Customer
  /** How many times bigger than the usual job of whoever reads this; theirs alone. */
  readonly timesBigger?: number
}

export type OutcomePart = {
  readonly organisation: Id<'organisation'>
  readonly says?: string
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  /** Kept between its holder and whoever noted it. */
  readonly apart: boolean
}

export type Customer = { readonly name: string; readonly askedAt: Date; readonly ask?: Id<'ask'>; readonly state: CustomerState }
export type CustomerState =
  | { readonly is: 'asked' }
  | { readonly is: 'said'; readonly at: Date; readonly says: string; readonly shown: boolean }
  | { readonly is: 'declined'; readonly at: Date }

export const ENDINGS = ['done', 'done_late', 'stopped_early'] as const
export type Ending = (typeof ENDINGS)[number]
export const ENDING_WORDS: Readonly<Record<Ending, string>> = { done: 'Done', done_late: 'Done, later than planned', stopped_early: 'Stopped early' }

/** Three ways to say thank you, for a customer in a hurry. */
export const PHRASES = ['Good work, and I would ask them again.', 'They worked as one team, and kept me informed.', 'Done as promised. Thank you all.'] as const

export const MOST_PARTS = 30
export const DAYS_TO_ANSWER = 30

/** A job that stopped early was no success: it stands as a job, and proves nothing. */
export const proves = (ending: Ending): boolean => ending !== 'stopped_early'

/** What somebody's pieces come to as one line; a piece kept apart is not told. */
export function didInWords(parts: readonly OutcomePart[]): string | undefined {
  const told = parts.flatMap((part) => (part.apart || !part.says ? [] : [part.says]))
  return told.length > 0 ? [...told.join('; ')].slice(0, 200).join('') : undefined
}

/** "4 times our usual job", as one would say it. */
export function sizeInWords(times: number): string {
  if (times === 1) return 'About as big as our usual job.'
  return times < 1 ? 'Smaller than our usual job.' : `${times.toLocaleString('en-GB')} times our usual job.`
}

declare module '../kit/events.ts' {
  interface Events {
    'outcome.noted': { outcome: Id<'outcome'>; job: Id<'job'> }
    'outcome.confirmed': { outcome: Id<'outcome'>; job: Id<'job'>; organisation: Id<'organisation'> }
    'outcome.heard': { outcome: Id<'outcome'>; job: Id<'job'> }
  }
}
