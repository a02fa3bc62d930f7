import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'
import type { ProofLevel } from './proof.ts'

/** An organisation says it has a capability, at a strength. It is shown as claimed until a job, a recommendation or a paper stands behind it. */
export type Claim = {
  readonly organisation: Id<'organisation'>
  readonly id: Id<'claim'>
  /** Absent where it is in free words that belong to no network. */
  readonly network?: Id<'network'>
  /** Absent where it is in free words, which an organiser may adopt. */
  readonly capability?: Id<'capability'>
  readonly title: string
  readonly strength: Strength
  readonly says?: string
  readonly capacity?: Capacity
  readonly sight: Sight
  readonly addedAt: Date
  /** When its own people last said that it is still true. */
  readonly confirmedAt: Date
  readonly removedAt?: Date
  readonly proofs: readonly Proof[]
  /** From the proofs this asker may see. */
  readonly level: ProofLevel
}

export type Capacity = { readonly says?: string; readonly from?: string; readonly until?: string }

export type Proof = { readonly id: Id<'proof'>; readonly behind: Behind; readonly standsAt?: Date; readonly countsUntil?: string }
export type Behind =
  | { readonly is: 'job'; readonly id: Id<'job'> }
  | { readonly is: 'recommendation'; readonly id: Id<'recommendation'> }
  | { readonly is: 'certificate'; readonly id: Id<'certificate'> }
  | { readonly is: 'figure'; readonly id: Id<'figure'> }

export const STRENGTHS = ['only_us', 'best_at', 'can_do'] as const
export type Strength = (typeof STRENGTHS)[number]
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = { can_do: 'Can do', best_at: 'Best at', only_us: 'Only us' }

export const MOST_CLAIMS = 200

/** Best at and only us ask for proof; can do is welcome without. */
export const wantsProof = (claim: Pick<Claim, 'strength' | 'level'>): boolean => claim.strength !== 'can_do' && claim.level === 'claimed'

const YEAR = 365.25 * 86_400_000

/** Whether it is time to ask its people if it still holds. */
export const isStale = (claim: Pick<Claim, 'confirmedAt'>, now: Date): boolean => now.getTime() - claim.confirmedAt.getTime() > YEAR
export const staleBefore = (now: Date): Date => new Date(now.getTime() - YEAR)
