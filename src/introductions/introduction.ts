import type { Id } from '../kit/ids.ts'

/**
 * A third party brings two together, and contact details pass only once both have agreed. Whoever asks has said yes by asking; then the
 * introducer is asked, then the other side. Where an organiser brings two members together, both are asked directly.
 *
 * A no is never passed on: an asker is told "no answer this time", be it that somebody declined, was silent, or that it was the
 * introducer or the other side. So what the asker sees goes from asked to its end without saying where it stands between.
 */
export type Introduction = {
  readonly id: Id<'introduction'>
  readonly network: Id<'network'>
  /** Whoever asks to meet; of two whom an organiser brings together the first. */
  readonly asker: Id<'organisation'>
  readonly other: Id<'organisation'>
  readonly by: IntroducedBy
  readonly askedAt: Date
  readonly askedBy?: Id<'person'>
  /** By when whoever asked hears at the latest. */
  readonly hearBy: Date
  readonly state: IntroductionState
}

export type IntroducedBy =
  | { readonly is: 'member'; readonly organisation: Id<'organisation'> }
  /** The person is missing where they have since closed their account. */
  | { readonly is: 'organiser'; readonly person?: Id<'person'> }

export type IntroductionState =
  | { readonly is: 'asked' }
  | { readonly is: 'made'; readonly at: Date }
  /** Nobody says whether it was a no or silence, nor whose. */
  | { readonly is: 'no_answer'; readonly at: Date }
  | { readonly is: 'withdrawn'; readonly at: Date }

/** What somebody who was asked has said. Theirs alone to read. */
export type Word = {
  readonly organisation: Id<'organisation'>
  readonly part: 'introducer' | 'side'
  readonly ask?: Id<'ask'>
  readonly askedAt: Date
  readonly said?: { readonly is: 'yes' | 'no'; readonly at: Date }
  readonly endedAt?: Date
}

/** How the viewer stands to an introduction. */
export type Part = 'asker' | 'introducer' | 'other' | 'organiser'

export const DAYS_FOR_INTRODUCER = 10
export const DAYS_FOR_SIDE = 14
/** How many may wait at once, so that nobody’s goodwill is used up. */
export const MOST_OPEN = { asker: 5, introducer: 3, organiser: 20 } as const

export type Stage = { readonly says: string; readonly detail?: string }

/** The way an introduction goes, as this viewer may know it: the stages in order, and which is the present one (past the end: all done). */
export function stagesFor(part: Part, introduction: Pick<Introduction, 'state' | 'by'>, own: Word | undefined, names: { introducer: string; asker: string; other: string }): { readonly stages: readonly string[]; readonly current: number } {
  const over = introduction.state.is === 'made'
  if (introduction.by.is === 'organiser') {
    const stages = part === 'organiser' ? ['You asked both', 'Both say whether it suits them', 'They have each other’s contact'] : [`${names.introducer} asked you both`, own?.said ? 'You have answered' : 'Your answer', 'You have each other’s contact']
    return { stages, current: over ? 3 : part === 'organiser' ? 1 : own?.said ? 2 : 1 }
  }
  switch (part) {
    case 'introducer': return { stages: [`${names.asker} asked you`, 'Your answer', `${names.other} is asked`, 'They have each other’s contact'], current: over ? 4 : own?.said?.is === 'yes' ? 2 : 1 }
    case 'other': return { stages: [`${names.introducer} agreed to introduce you`, 'Your answer', 'You have each other’s contact'], current: over ? 3 : 1 }
    default: return { stages: ['You asked', `${names.introducer}, then ${names.other}, say whether it suits them`, 'You have each other’s contact'], current: over ? 3 : 1 }
  }
}

/** Both sides have said yes: whoever asked by asking, those who were asked by their word. */
export function bothSaidYes(introduction: Pick<Introduction, 'asker' | 'other' | 'by'>, words: readonly Word[]): boolean {
  const yes = (organisation: string) => words.some((word) => word.part === 'side' && word.organisation === organisation && word.said?.is === 'yes')
  return yes(introduction.other) && (introduction.by.is === 'member' || yes(introduction.asker))
}

declare module '../kit/events.ts' {
  interface Events {
    'introduction.asked': { introduction: Id<'introduction'>; network: Id<'network'> }
    'introduction.made': { introduction: Id<'introduction'>; network: Id<'network'>; between: readonly [Id<'organisation'>, Id<'organisation'>] }
    'introduction.ended': { introduction: Id<'introduction'>; network: Id<'network'> }
  }
}
