import type { Id } from '../kit/ids.ts'
import type { Stage } from './partnership.ts'

/** One thing the two share in their timeline: ids and short words, never a third person's details. */
export type Moment = {
  readonly id: Id<'moment'>
  readonly kind: MomentKind
  readonly says: string
  /** Whose act it was; whoever gave, where something was given. */
  readonly by?: Id<'organisation'>
  readonly about?: string
  readonly subject: Readonly<Record<string, string>>
  readonly href?: string
  readonly at: Date
  /** Both stand by it, so that it ties them. */
  readonly tiesAt?: Date
  /** It is known that work came of it. */
  readonly cameOfItAt?: Date
}

export const MOMENT_KINDS = ['met', 'introduced', 'stage', 'job', 'recommendation', 'referral', 'cover', 'team', 'campaign', 'agreement', 'rested', 'ended', 'note'] as const
export type MomentKind = (typeof MOMENT_KINDS)[number]
export const KIND_WORDS: Readonly<Record<MomentKind, string>> = {
  met: 'How you met', introduced: 'Introduction', stage: 'Stage', job: 'Job', recommendation: 'Recommendation', referral: 'Referral', cover: 'Cover', team: 'Team', campaign: 'Campaign', agreement: 'Agreement',
  rested: 'Resting', ended: 'Ended', note: 'Note',
}

/** The views of the timeline, in the order of their chips. Our own notes stand among the notes. */
export const VIEWS = ['all', 'referrals', 'jobs', 'recommendations', 'cover', 'agreements', 'campaigns', 'notes'] as const
export type View = (typeof VIEWS)[number]
export const VIEW_WORDS: Readonly<Record<View, string>> = { all: 'All', referrals: 'Referrals', jobs: 'Jobs', recommendations: 'Recommendations', cover: 'Cover', agreements: 'Agreements', campaigns: 'Campaigns', notes: 'Notes' }
export const KINDS_IN: Readonly<Record<View, readonly MomentKind[]>> = {
  all: MOMENT_KINDS, referrals: ['referral', 'introduced'], jobs: ['job', 'team'], recommendations: ['recommendation'], cover: ['cover'], agreements: ['agreement', 'stage'], campaigns: ['campaign'], notes: ['note'],
}

/**
 * How much a tie weighs, beside a job of two, which is 1 and which the atlas reads from the jobs themselves. Having met is a door, not
 * a vouching; what one side says of the stage counts only as far as the other says so too.
 */
export const WEIGHT_OF_MOMENT: Partial<Record<MomentKind, number>> = { met: 0.25, introduced: 0.25, recommendation: 1, referral: 1, cover: 1, team: 1, campaign: 1, agreement: 1 }
export const WEIGHT_OF_STAGE: Partial<Record<Stage, number>> = { trust: 0.5, work_together: 0.75, agreement: 1 }
