import type { Lens, Strength } from '../../../engine/index.ts'
import type { Id } from '../../kit/ids.ts'
import type { Sight } from '../../organisations/index.ts'

/** What the database knows of an organisation that an atlas is made of, with the word of sight of each part. */
export type OrganisationFacts = {
  readonly id: Id<'organisation'>
  readonly name: string
  readonly sight: Sight
  readonly rests: boolean
  readonly verified: boolean
  readonly line?: string
  readonly story?: string
  readonly place?: { readonly sight: Sight; readonly district?: string; readonly town?: string; readonly latitude?: number; readonly longitude?: number }
  readonly partners: readonly string[]
  /** To whom the page is shown by a grant that has not ended. */
  readonly shown: readonly string[]
  readonly answers: readonly { readonly question: number; readonly words: string; readonly sight: Sight }[]
  readonly claims: readonly ClaimFacts[]
  readonly wants: readonly { readonly id: string; readonly lens: Lens; readonly says: string; readonly capability?: string; readonly sight: Sight }[]
  readonly meets?: 'never' | 'cover' | 'always'
  /** When something of this ends by itself: a grant, a need. */
  readonly changesAt?: number
}

export type ClaimFacts = {
  readonly id: string
  /** Absent where it is in free words, or in the vocabulary of another network. */
  readonly capability?: string
  readonly title: string
  readonly says?: string
  readonly strength: Strength
  readonly from?: string
  readonly until?: string
  readonly sight: Sight
  readonly proofs: readonly { readonly id: string; readonly sight: Sight; readonly countsUntil: string }[]
}

/** A finished job, with those of its parties who are members and have confirmed it. */
export type JobFacts = {
  readonly id: Id<'job'>
  readonly what: string
  /** More of it, and the keywords it is filed under, where it came from a register. */
  readonly about?: string
  readonly keywords: readonly string[]
  /** When it began where that is known, else when it was finished. */
  readonly on: string
  readonly parties: readonly PartyFacts[]
  /** Two say that it was so: parties, or somebody who is not here and was there. */
  readonly standsByTwo: boolean
}

export type PartyFacts = {
  readonly organisation: string
  readonly did?: string
  readonly capability?: string
  /** Whoever led it where that was said, else whoever noted it. */
  readonly lead: boolean
  readonly sight: Sight
  readonly page: Sight
  readonly rests: boolean
  readonly partners: readonly string[]
  readonly shown: readonly string[]
}
