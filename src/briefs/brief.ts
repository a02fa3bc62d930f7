import type { ValueBand } from '../answers/index.ts'
import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'

/**
 * A brief says what needs to be done: a job to be done and the parts it splits into, each asking for a capability. It is written by one
 * organisation inside a network, published to whom it chooses, and answered by others with a line of interest.
 */
export type Brief = {
  readonly network: Id<'network'>
  readonly id: Id<'brief'>
  readonly organisation: Id<'organisation'>
  /** Whoever may see a brief may know whose it is. */
  readonly by: string
  readonly title: string
  readonly says?: string
  readonly forWhom?: string
  readonly district?: string
  readonly answerBy?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly openToRivals: boolean
  readonly sight: Sight
  /** Where it was read from, such as the number of a published tender. */
  readonly source?: string
  readonly changedAt: Date
  readonly state: BriefState
  /** Only for its owner. */
  readonly value?: ValueBand
  readonly parts: readonly BriefPart[]
}

export type BriefState =
  | { readonly is: 'draft' }
  | { readonly is: 'open'; readonly publishedAt: Date }
  /** By somebody, or by itself once its day to answer had passed. */
  | { readonly is: 'closed'; readonly publishedAt: Date; readonly at: Date; readonly by?: Id<'person'> }
  | { readonly is: 'withdrawn'; readonly publishedAt: Date; readonly at: Date }

export type BriefPart = {
  readonly id: Id<'part'>
  readonly says: string
  /** Absent where it is in free words, or in none. */
  readonly capability?: Id<'capability'>
  /** The capability's name, or the owner's own words for it. */
  readonly wants?: string
  readonly need: Need
  readonly size?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly district?: string
}

export const NEEDS = ['must', 'should'] as const
export type Need = (typeof NEEDS)[number]
export const NEED_WORDS: Readonly<Record<Need, string>> = { must: 'Must', should: 'Should' }

/** More would be a catalogue, and no page could show it. */
export const MOST_PARTS = 200

type Row = { published_at: Date | null; withdrawn_at: Date | null; closed_at: Date | null; closed_by: string | null; answer_by: string | null }

/** How a brief stands. One whose day has passed is closed, whether or not the house has been round to say so. */
export function stateOf(row: Row, today: string): BriefState {
  if (!row.published_at) return { is: 'draft' }
  if (row.withdrawn_at) return { is: 'withdrawn', publishedAt: row.published_at, at: row.withdrawn_at }
  if (row.closed_at) return { is: 'closed', publishedAt: row.published_at, at: row.closed_at, by: (row.closed_by ?? undefined) as Id<'person'> | undefined } // a column of person ids
  if (row.answer_by && row.answer_by < today) return { is: 'closed', publishedAt: row.published_at, at: new Date(`${row.answer_by}T23:59:59.999Z`) }
  return { is: 'open', publishedAt: row.published_at }
}

export const isOpen = (brief: Pick<Brief, 'state'>): boolean => brief.state.is === 'open'

/** Where a part stands in a list after it moved one up or down; the same list where it stands at the edge already. */
export function moved<T extends { readonly id: string }>(parts: readonly T[], id: string, by: 'up' | 'down'): readonly T[] {
  const from = parts.findIndex((part) => part.id === id)
  const to = by === 'up' ? from - 1 : from + 1
  const [one, other] = [parts[from], parts[to]]
  if (!one || !other) return parts
  return parts.map((part, at) => (at === from ? other : at === to ? one : part))
}

declare module '../kit/events.ts' {
  interface Events {
    'brief.published': { network: Id<'network'>; brief: Id<'brief'> }
    'brief.changed': { network: Id<'network'>; brief: Id<'brief'> }
    /** Closed, withdrawn, or its day has passed. */
    'brief.closed': { network: Id<'network'>; brief: Id<'brief'> }
  }
}
