import type { Id } from '../kit/ids.ts'

/** A request that waits on someone: an invitation, an introduction, a seat, a referral. It is answered, withdrawn, or ends in silence. */
export type Ask = {
  readonly id: Id<'ask'>
  readonly kind: string
  readonly network?: Id<'network'>
  readonly from: { readonly person?: Id<'person'>; readonly organisation?: Id<'organisation'> }
  readonly to: AskedOf
  /** What it is about, as ids and short words that its kind understands. */
  readonly subject: Readonly<Record<string, string>>
  readonly askedAt: Date
  readonly answerBy: Date
  readonly remindedAt?: Date
  readonly state: AskState
}

/** Whoever is asked: someone here, a whole organisation, or an address that may not have joined yet. */
export type AskedOf = {
  readonly person?: Id<'person'>
  readonly organisation?: Id<'organisation'>
  readonly email?: string
  readonly name?: string
}

export type AskState =
  | { readonly is: 'open' }
  | { readonly is: 'answered'; readonly at: Date; readonly word: string; readonly note?: string }
  | { readonly is: 'withdrawn'; readonly at: Date }
  | { readonly is: 'ended'; readonly at: Date }

/** One reminder, a day and a half before the end or half-way through, whichever is later; none for asks that end within a day. */
export function remindAtFor(askedAt: Date, answerBy: Date): Date | undefined {
  const whole = answerBy.getTime() - askedAt.getTime()
  if (whole < 24 * HOUR) return undefined
  return new Date(Math.max(askedAt.getTime() + whole / 2, answerBy.getTime() - 36 * HOUR))
}

const HOUR = 3_600_000

declare module '../kit/events.ts' {
  interface Events {
    'ask.made': { ask: Id<'ask'>; kind: string }
    'ask.answered': { ask: Id<'ask'>; kind: string; word: string }
    'ask.withdrawn': { ask: Id<'ask'>; kind: string }
    'ask.ended': { ask: Id<'ask'>; kind: string }
  }
}
