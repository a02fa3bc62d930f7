import type { Id } from '../kit/ids.ts'
import type { ValueBand } from '../answers/index.ts'

/** One business puts its name behind another, for one person who has agreed to be put in touch. */
export type Referral = {
  readonly id: Id<'referral'>
  /** Absent once they are erased. */
  readonly person?: Id<'referral-person'>
  readonly givenBy: Id<'organisation'>
  readonly givenTo: Id<'organisation'>
  /** Who began the chain. */
  readonly begunBy: Id<'organisation'>
  readonly passedFrom?: Id<'referral'>
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  readonly madeAt: Date
  readonly offeredAt?: Date
  readonly acceptedAt?: Date
  readonly laterUntil?: string
  readonly touchedAt: Date
  readonly askedAfterAt?: Date
  readonly noticedAt?: Date
  readonly erasedAt?: Date
  readonly quotedAt?: Date
  /** The person said "not any more", whatever had come of it. */
  readonly stopped?: true
  readonly yes?: { readonly at: Date; readonly how: 'own' | 'word'; /** The day on which they told the giver. */ readonly on?: string }
  readonly state: ReferralState
}

export type ReferralState =
  /** The person has not said yes yet; the receiver knows nothing. */
  | { readonly is: 'waiting' }
  | { readonly is: 'refused'; readonly at: Date }
  | { readonly is: 'unsaid'; readonly at: Date }
  | { readonly is: 'offered'; readonly at: Date }
  | { readonly is: 'declined'; readonly at: Date }
  | { readonly is: 'unanswered'; readonly at: Date }
  | { readonly is: 'passed-on'; readonly at: Date }
  | { readonly is: 'accepted'; readonly at: Date }
  | { readonly is: 'talking'; readonly at: Date }
  | { readonly is: 'won'; readonly at: Date; readonly thanks?: Thanks }
  | { readonly is: 'lost'; readonly at: Date; readonly thanks?: Thanks }
  | { readonly is: 'unknown'; readonly at: Date }
  | { readonly is: 'taken-back'; readonly at: Date }
  | { readonly is: 'stopped'; readonly at: Date }

export type Thanks = { readonly at: Date; readonly phrase: ThanksPhrase }

export const STATES = ['waiting', 'refused', 'unsaid', 'offered', 'declined', 'unanswered', 'passed-on', 'accepted', 'talking', 'won', 'lost', 'unknown', 'taken-back', 'stopped'] as const

/** How a referral stands, in words for both of its sides. */
export const STATE_WORDS: Readonly<Record<ReferralState['is'], string>> = {
  waiting: 'Waiting for their yes', refused: 'They said no, thank you', unsaid: 'They did not answer', offered: 'Sent', declined: 'Declined kindly', unanswered: 'No answer',
  'passed-on': 'Passed on', accepted: 'Accepted', talking: 'Talking', won: 'Work won', lost: 'Not this time', unknown: 'Nobody said', 'taken-back': 'Taken back', stopped: 'The person ended it',
}

export const OUTCOMES = ['talking', 'won', 'lost'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = { won: 'Work won', lost: 'Not this time', talking: 'Still talking' }

export const THANKS = ['lovely', 'our-kind', 'first-drink', 'own'] as const
export type ThanksPhrase = (typeof THANKS)[number]
export const THANKS_WORDS: Readonly<Record<Exclude<ThanksPhrase, 'own'>, string>> = { lovely: 'Thank you. Lovely people.', 'our-kind': 'Thank you. Just our kind of work.', 'first-drink': 'Thank you. The first drink is on us.' }

export const DAY_MS = 86_400_000
/** A person, and then a receiver, is asked for two weeks. */
export const DAYS_TO_ANSWER = 14
/** So long without a word after accepting, and the receiver is asked once how it went. */
export const QUIET_DAYS = 14
/** After "still talking", silence ends by itself. */
export const DAYS_TALKING = 180
export const MOST_DAYS_LATER = 60

/** Nothing more is to come of it. */
export const isOver = ({ state }: Pick<Referral, 'state'>): boolean => !['waiting', 'offered', 'accepted', 'talking'].includes(state.is)

/** Whether the receiver has it in hand: accepted, and no outcome yet. */
export const isInHand = ({ state }: Pick<Referral, 'state'>): boolean => state.is === 'accepted' || state.is === 'talking'

/** The stages a person reads along, and which is now. */
export const STAGES = ['Sent', 'Accepted', 'Talking', 'Known'] as const
export function stageOf({ state, offeredAt }: Pick<Referral, 'state' | 'offeredAt'>): number | undefined {
  switch (state.is) {
    case 'offered': return 0
    case 'accepted': return 1
    case 'talking': return 2
    case 'won': case 'lost': return 4
    default: return offeredAt ? undefined : -1
  }
}

export function isQuiet(referral: Referral, now: Date): boolean {
  return isInHand(referral) && !referral.askedAfterAt && now.getTime() - referral.touchedAt.getTime() >= QUIET_DAYS * DAY_MS
}

/** How one side may read it: with what they may see of the person. */
export type SeenReferral = Referral & {
  readonly giver: string
  readonly receiver: string
  /** What they may read of the person: nothing once erased, declined or ended by the person. */
  readonly shownAs?: string
  readonly needs?: string
  readonly reach?: { readonly name: string; readonly reach: string; readonly email?: string }
  readonly says?: string
  readonly yesSays?: string
  readonly declinedSays?: string
  readonly lostSays?: string
  readonly thanksSays?: string
  readonly value?: ValueBand
}

/** The words of a thank-you, once there is one. */
export function thanksOf({ state, thanksSays }: Pick<SeenReferral, 'state' | 'thanksSays'>): string | undefined {
  if ((state.is !== 'won' && state.is !== 'lost') || !state.thanks) return undefined
  const { phrase } = state.thanks
  return phrase === 'own' ? thanksSays ?? 'Thank you.' : THANKS_WORDS[phrase]
}

declare module '../kit/events.ts' {
  interface Events {
    'referral.passed': { referral: Id<'referral'>; between: readonly [Id<'organisation'>, Id<'organisation'>] }
    'referral.answered': { referral: Id<'referral'>; between: readonly [Id<'organisation'>, Id<'organisation'>]; word: 'accepted' | 'declined' | 'passed-on' | 'unanswered' }
    'referral.settled': { referral: Id<'referral'>; between: readonly [Id<'organisation'>, Id<'organisation'>]; word: 'won' | 'lost' | 'unknown' }
    'referral.thanked': { referral: Id<'referral'>; between: readonly [Id<'organisation'>, Id<'organisation'>] }
    'referral.erased': { reference: string }
  }
}
