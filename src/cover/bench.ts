import type { Id } from '../kit/ids.ts'
import type { Terms } from './terms.ts'

/** A place on somebody's bench: an associate who is prepared to take work off them, on terms both said yes to in advance. */
export type BenchPlace = {
  readonly id: Id<'bench place'>
  /** Whose bench it is. */
  readonly organisation: Id<'organisation'>
  readonly associate: Id<'organisation'>
  readonly madeAt: Date
  readonly ended?: { readonly at: Date; readonly by?: Id<'organisation'> }
  /** The newest first. */
  readonly versions: readonly TermsVersion[]
}

export type TermsVersion = {
  readonly version: number
  readonly terms: Terms
  readonly says?: string
  readonly proposedBy: Id<'organisation'>
  readonly proposedAt: Date
  readonly ask?: Id<'ask'>
  readonly state: TermsState
}

export type TermsState =
  | { readonly is: 'waiting' }
  | { readonly is: 'agreed'; readonly at: Date }
  | { readonly is: 'declined'; readonly at: Date; readonly note?: string }
  | { readonly is: 'lapsed'; readonly at: Date }
  | { readonly is: 'withdrawn'; readonly at: Date }

/** What counts today: the newest version both said yes to, while the place has not ended. */
export function termsInForce(place: BenchPlace): TermsVersion | undefined {
  return place.ended ? undefined : place.versions.find((one) => one.state.is === 'agreed')
}

export function termsWaiting(place: BenchPlace): TermsVersion | undefined {
  return place.ended ? undefined : place.versions.find((one) => one.state.is === 'waiting')
}

export const otherSide = (place: Pick<BenchPlace, 'organisation' | 'associate'>, one: Id<'organisation'>): Id<'organisation'> => (place.organisation === one ? place.associate : place.organisation)

declare module '../kit/events.ts' {
  interface Events {
    'bench.agreed': { place: Id<'bench place'>; organisation: Id<'organisation'>; associate: Id<'organisation'> }
    'bench.ended': { place: Id<'bench place'>; organisation: Id<'organisation'>; associate: Id<'organisation'> }
  }
}
