import type { Id } from '../kit/ids.ts'

/**
 * Several organisations joined for one brief: work that is too big for any one of them. One leads and answers for it; the others hold
 * seats, each with one or more parts of the work. The team keeps its own copy of the brief's parts, so that it may split and change
 * them while the brief stands as it was published.
 */
export type Team = {
  readonly network: Id<'network'>
  readonly id: Id<'team'>
  readonly lead: Id<'organisation'>
  /** Absent once the brief was thrown away as a draft. */
  readonly brief?: Id<'brief'>
  readonly title: string
  /** What the team is for, in one or two sentences. */
  readonly says: string
  readonly answerBy?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly madeAt: Date
  readonly briefChangedAt?: Date
  readonly state: TeamState
}

export type TeamState =
  | { readonly is: 'open' }
  | { readonly is: 'finished'; readonly at: Date }
  | { readonly is: 'ended'; readonly at: Date; readonly because?: string }

export type Part = {
  readonly id: Id<'team part'>
  readonly says: string
  readonly capability?: Id<'capability'>
  readonly need: 'must' | 'should'
  readonly size?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly district?: string
  /** What only its holders and the lead read. */
  readonly details?: string
  /** Whoever accepts a part accepts it as it stood. */
  readonly version: number
  readonly briefPart?: Id<'part'>
  /** Kept to its holders and the lead: the others in the team do not even learn that it is there. */
  readonly needToKnow: boolean
}

export const NEED_WORDS = { must: 'Must', should: 'Should' } as const
export const MOST_PARTS = 30

/** What the facts around a part allow an organisation to see. Scoped queries and row-level security say the same; a test compares them. */
export type PartFacts = { readonly leads: boolean; readonly sits: boolean; readonly holdsIt: boolean; readonly needToKnow: boolean }

export function maySeePart({ leads, sits, holdsIt, needToKnow }: PartFacts): boolean {
  return leads || holdsIt || (sits && !needToKnow)
}

declare module '../kit/events.ts' {
  interface Events {
    'team.started': { network: Id<'network'>; team: Id<'team'> }
    'team.changed': { network: Id<'network'>; team: Id<'team'> }
    'team.finished': { network: Id<'network'>; team: Id<'team'> }
    'team.ended': { network: Id<'network'>; team: Id<'team'> }
    'seat.taken': { network: Id<'network'>; team: Id<'team'>; seat: Id<'seat'> }
    'seat.left': { network: Id<'network'>; team: Id<'team'>; seat: Id<'seat'> }
  }
}
