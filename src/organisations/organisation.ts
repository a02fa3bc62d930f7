import type { Id } from '../kit/ids.ts'
import { plainLetters } from '../kit/plain-letters.ts'
import type { Sight } from './sight-words.ts'

/**
 * A business, sole trader, charity or public body of any size, from one person up. It has one profile, however many networks it
 * belongs to. One may be listed by somebody who knows it before its own people arrive and claim it.
 */
export type Organisation = {
  readonly id: Id<'organisation'>
  readonly name: string
  readonly kind: Kind
  readonly line?: string
  readonly story?: string
  readonly website?: string
  readonly peopleCount?: number
  readonly sight: Sight
  readonly standing: Standing
  /** Absent where the asker may not see it, or nothing is written. */
  readonly contact?: { readonly phone?: string; readonly email?: string; readonly sight: Sight }
  readonly place?: { readonly district?: string; readonly town?: string; readonly sight: Sight }
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
}

export type Standing =
  | { readonly is: 'listed'; readonly by?: Id<'person'>; readonly at: Date }
  | { readonly is: 'claimed'; readonly at: Date }
  | { readonly is: 'resting'; readonly since: Date }
  | { readonly is: 'closed'; readonly at: Date }

export const KINDS = ['sole-trader', 'company', 'partnership', 'community-interest-company', 'co-operative', 'charity', 'public-body', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** Those who serve people rather than customers; forms speak to them so. */
export const isForGood = (kind: Kind): boolean => kind === 'charity' || kind === 'community-interest-company' || kind === 'public-body'

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  'sole-trader': 'Sole trader',
  company: 'Company',
  partnership: 'Partnership',
  'community-interest-company': 'Community interest company',
  'co-operative': 'Co-operative',
  charity: 'Charity',
  'public-body': 'Public body',
  other: 'Something else',
}

type Row = { claimed_at: Date | null; closed_at: Date | null; rests_since: Date | null; listed_at: Date; listed_by: string | null }

export function standingOf(row: Row): Standing {
  if (row.closed_at) return { is: 'closed', at: row.closed_at }
  if (!row.claimed_at) return { is: 'listed', at: row.listed_at, by: (row.listed_by ?? undefined) as Id<'person'> | undefined } // a column of person ids
  if (row.rests_since) return { is: 'resting', since: row.rests_since }
  return { is: 'claimed', at: row.claimed_at }
}

/** What a member list is searched by, in plain letters: only words of the page, so that a search tells no more than the list shows. */
export function wordsToFindBy(page: { name: string; line?: string | null; kind: string }): string {
  return plainLetters([page.name, page.line ?? '', KIND_WORDS[page.kind as Kind] ?? ''].join(' ')) // `kind` is checked by the database
}

declare module '../kit/events.ts' {
  interface Events {
    'organisation.listed': { organisation: Id<'organisation'> }
    'organisation.changed': { organisation: Id<'organisation'> }
    'organisation.claimed': { organisation: Id<'organisation'>; person: Id<'person'> }
    'organisation.closed': { organisation: Id<'organisation'> }
    'staff.joined': { organisation: Id<'organisation'>; person: Id<'person'> }
    'staff.changed': { organisation: Id<'organisation'>; person: Id<'person'> }
    'staff.left': { organisation: Id<'organisation'>; person: Id<'person'> }
  }
}
