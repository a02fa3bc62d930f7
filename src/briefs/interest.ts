import type { Id } from '../kit/ids.ts'

/** A light first answer to a brief: yes, this part, or the whole, with a line. Every one is answered, or ends in silence that is told. */
export type Interest = {
  readonly network: Id<'network'>
  readonly brief: Id<'brief'>
  readonly id: Id<'interest'>
  readonly organisation: Id<'organisation'>
  /** Absent where the asker may not see its page. */
  readonly by?: string
  /** Absent where it is in the whole. */
  readonly part?: Id<'part'>
  readonly partSays?: string
  readonly says: string
  readonly madeAt: Date
  readonly state: InterestState
}

export type InterestState =
  | { readonly is: 'waiting' }
  /** Nobody answered in time. An answer may still come. */
  | { readonly is: 'lapsed'; readonly at: Date }
  | { readonly is: 'welcomed'; readonly at: Date; readonly says?: string }
  | { readonly is: 'declined'; readonly at: Date; readonly says?: string }
  | { readonly is: 'withdrawn'; readonly at: Date }

export const ANSWERS = ['welcomed', 'declined'] as const
export type InterestAnswer = (typeof ANSWERS)[number]

export const INTEREST_WORDS: Readonly<Record<InterestState['is'], string>> = {
  waiting: 'Waiting for an answer', lapsed: 'No answer came in time', welcomed: 'Welcomed', declined: 'Declined kindly', withdrawn: 'Taken back',
}

type Row = { answered_at: Date | null; answer: string | null; answer_says: string | null; lapsed_at: Date | null; withdrawn_at: Date | null }

export function interestStateOf(row: Row): InterestState {
  if (row.withdrawn_at) return { is: 'withdrawn', at: row.withdrawn_at }
  if (row.answered_at && row.answer) return { is: row.answer as InterestAnswer, at: row.answered_at, says: row.answer_says ?? undefined } // checked by the database
  if (row.lapsed_at) return { is: 'lapsed', at: row.lapsed_at }
  return { is: 'waiting' }
}

/** Whether its owner still owes a word. */
export const wantsAnswer = ({ state }: Pick<Interest, 'state'>): boolean => state.is === 'waiting' || state.is === 'lapsed'

/** A kind no, written in advance: one changes a line and sends. */
export function kindNo(by: string | undefined): string {
  return `Not this one for us, but thank you${by ? `, ${by}` : ''}. We have kept your name for the next.`
}

declare module '../kit/events.ts' {
  interface Events {
    'interest.shown': { network: Id<'network'>; brief: Id<'brief'>; interest: Id<'interest'> }
    'interest.answered': { network: Id<'network'>; brief: Id<'brief'>; interest: Id<'interest'>; answer: InterestAnswer }
  }
}
