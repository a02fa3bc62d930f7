import type { Id } from '../../kit/ids.ts'

/** What an assistant prepared and may not do by itself: it is done once its person, signed in, has read the very words and said yes. */
export type HeldAct = {
  readonly id: Id<'held act'>
  readonly organisation: Id<'organisation'>
  readonly kind: HeldKind
  readonly words: Readonly<Record<string, unknown>>
  readonly heldAt: Date
  readonly endsAt: Date
  readonly state: HeldState
}
export const HELD_KINDS = ['introduction', 'team'] as const
export type HeldKind = (typeof HELD_KINDS)[number]
export type HeldState = { readonly is: 'waits' } | { readonly is: 'over' } | { readonly is: 'refused'; readonly at: Date } | { readonly is: 'done'; readonly at: Date; readonly made?: string }

export const HELD_DAYS = 7
/** One person’s assistants prepare no more than this side by side. */
export const MOST_HELD = 20
