import type { Id } from '../kit/ids.ts'

/** One organisation, asked for one or more parts. It waits for an answer, is taken, or comes to nothing in one of several clear ways. */
export type Seat = {
  readonly id: Id<'seat'>
  readonly team: Id<'team'>
  readonly network: Id<'network'>
  /** Absent while an invitation by link waits for whoever was given it. */
  readonly organisation?: Id<'organisation'>
  readonly ask?: Id<'ask'>
  readonly invitedAt: Date
  readonly nudgedAt?: Date
  /** Same trade, same customers: both have to agree on purpose and scope before the seat is taken. */
  readonly rivalsAt?: Date
  readonly state: SeatState
  readonly parts: readonly SeatPart[]
}

export type SeatState =
  | { readonly is: 'asked' }
  | { readonly is: 'taken'; readonly at: Date }
  | { readonly is: 'left'; readonly at: Date }
  | { readonly is: 'declined'; readonly at: Date }
  | { readonly is: 'withdrawn'; readonly at: Date }
  | { readonly is: 'closed'; readonly at: Date; readonly because: ClosedBecause }

export type ClosedBecause = 'taken' | 'changed' | 'silence' | 'ended'

export type SeatPart = {
  readonly part: Id<'team part'>
  readonly version: number
  readonly heldAt?: Date
  readonly givenUpAt?: Date
  readonly changedAt?: Date
  readonly claim?: Id<'claim'>
  readonly proof: ProofWord
}

/** Only a member speaks for its own proof; the lead can ask. */
export type ProofWord =
  | { readonly is: 'not asked' }
  | { readonly is: 'asked'; readonly at: Date }
  | { readonly is: 'confirmed'; readonly at: Date }
  | { readonly is: 'denied'; readonly at: Date }

/** What was written with an invitation and its answer, for the two of them alone. */
export type SeatWords = { readonly forName?: string; readonly note?: string; readonly answerNote?: string; readonly suggests?: string; readonly leftBecause?: string }

export const DAYS_TO_ANSWER = 14
export const CLOSED_WORDS: Readonly<Record<ClosedBecause, string>> = {
  taken: 'The part was taken by somebody else first',
  changed: 'The part was changed, so the question was taken back',
  silence: 'No reply, so the question went away',
  ended: 'The team ended',
}

export const isOpen = (seat: Pick<Seat, 'state'>): boolean => seat.state.is === 'asked'
export const sits = (seat: Pick<Seat, 'state'>): boolean => seat.state.is === 'taken'

/** The parts somebody holds now. */
export function holdings(seats: readonly Seat[]): ReadonlyMap<Id<'team part'>, Seat> {
  return new Map(seats.filter(sits).flatMap((seat) => seat.parts.flatMap((part) => (part.heldAt && !part.givenUpAt ? [[part.part, seat] as const] : []))))
}

const DAY = 86_400_000

/** How an invitation stands, in words a lead reads at a glance. */
export function seatInWords(seat: Seat, now: Date): string {
  const { state } = seat
  switch (state.is) {
    case 'taken': return seat.parts.some((part) => part.heldAt && !part.givenUpAt && part.changedAt) ? 'Accepted; a change waits for their word' : 'Accepted'
    case 'left': return 'Has left the team'
    case 'declined': return 'Not for them this time'
    case 'withdrawn': return 'Invitation taken back'
    case 'closed': return CLOSED_WORDS[state.because]
    case 'asked': {
      const days = Math.floor((now.getTime() - seat.invitedAt.getTime()) / DAY)
      if (days >= 3) return `No reply, ${days} days`
      if (days === 0) return 'Invited today'
      return days === 1 ? 'Invited yesterday' : `Invited ${days} days ago`
    }
  }
}

/** What two rivals settle before they sit at one table. */
export type Scope = {
  readonly number: number
  readonly purpose: string
  readonly scope: string
  readonly neverDiscussed: readonly string[]
  readonly proposedBy: Id<'organisation'>
  readonly proposedAt: Date
  readonly leadAgreedAt?: Date
  readonly holderAgreedAt?: Date
}

export const agreedByBoth = (scope: Scope | undefined): boolean => !!scope?.leadAgreedAt && !!scope.holderAgreedAt

/** Between rivals these are never a team's business. */
export const NEVER_DISCUSSED = ['Our prices to other customers', 'Our other customers', 'Bids in which we compete']
