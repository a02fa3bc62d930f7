import type { Id } from '../kit/ids.ts'
import type { WhoSpeaks } from './terms.ts'

/** "Can someone take this off me?": a piece of our work that somebody else does for a while. The client stays ours. */
export type Cover = {
  readonly id: Id<'cover'>
  readonly organisation: Id<'organisation'>
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  /** In plain words, without naming the client. */
  readonly says: string
  readonly skills?: string
  readonly startsOn: string
  readonly endsOn: string
  readonly whenSays?: string
  readonly minutes: number
  /** Absent: each at the rate agreed on the bench. */
  readonly rate?: Rate
  /** Whether the client is asked and then named, or stays behind us. */
  readonly client: 'asked' | 'unnamed'
  readonly whoSpeaks: WhoSpeaks
  readonly how: 'in_turn' | 'all_at_once'
  readonly turnHours: number
  readonly answerBy: Date
  readonly madeAt: Date
  readonly runOutAt?: Date
  readonly withdrawnAt?: Date
  readonly takenAt?: Date
  readonly clientAsked?: { readonly at: Date; readonly ask?: Id<'ask'>; readonly link?: string; readonly agreedAt?: Date; readonly declinedAt?: Date; readonly silentAt?: Date }
  readonly clientErasedAt?: Date
  readonly clientWord?: { readonly says: string; readonly at: Date }
  readonly handedOverAt?: Date
  readonly handedBackAt?: Date
  readonly finishedAt?: Date
}

export type Rate = { readonly pence: number; readonly per: 'hour' | 'day' | 'all' }

/** One who is asked. The owner sees all of them; each sees their own line alone. */
export type Asked = {
  readonly cover: Id<'cover'>
  readonly organisation: Id<'organisation'>
  readonly associate: Id<'organisation'>
  readonly position: number
  readonly place?: Id<'bench place'>
  readonly termsVersion?: number
  readonly because?: string
  readonly ask?: Id<'ask'>
  readonly askedAt?: Date
  readonly answer?: { readonly at: Date; readonly is: 'yes' | 'partly' | 'no'; readonly minutes?: number; readonly note?: string }
  readonly silentAt?: Date
  readonly closedAt?: Date
  readonly chosen?: { readonly at: Date; readonly minutes: number }
  readonly back?: { readonly at: Date; readonly done: string; readonly minutes: number }
  readonly seesUntil?: Date
  readonly sightEndedAt?: Date
  readonly thanked?: { readonly at: Date; readonly says: string }
}

/** The client, named: only the owner, and whoever took it once the client said yes. */
export type Client = {
  readonly name: string
  readonly email?: string
  readonly phone?: string
  readonly contact?: string
  readonly shown: string
  readonly talk: readonly Said[]
  readonly toldAt: Date
}
export type Said = { readonly by: 'client' | 'owner'; readonly says: string; readonly at: string }

export type Pack = { readonly contact?: string; readonly promises?: string; readonly dates?: string; readonly how?: string; readonly access?: string; readonly writtenAt: Date }

export const COVER_STATES = ['asking', 'partly', 'nobody', 'taken', 'client_asked', 'client_silent', 'client_no', 'ready', 'handed_over', 'handed_back', 'finished', 'withdrawn'] as const
export type CoverState = (typeof COVER_STATES)[number]

/** Where it stands, from who did what and when. `asked` matters only while it is being asked for. */
export function stateOf(cover: Cover, asked: readonly Asked[] = []): CoverState {
  if (cover.withdrawnAt) return 'withdrawn'
  if (cover.finishedAt) return 'finished'
  if (cover.handedBackAt) return 'handed_back'
  if (cover.handedOverAt) return 'handed_over'
  if (cover.takenAt) {
    if (cover.client === 'unnamed' || cover.clientAsked?.agreedAt) return 'ready'
    if (cover.clientAsked?.declinedAt) return 'client_no'
    if (cover.clientAsked?.silentAt) return 'client_silent'
    return cover.clientAsked ? 'client_asked' : 'taken'
  }
  if (!cover.runOutAt) return 'asking'
  return asked.some(isPartly) ? 'partly' : 'nobody'
}

export const STATE_WORDS: Readonly<Record<CoverState, string>> = {
  asking: 'Asking', partly: 'Partly covered: yours to put together', nobody: 'No one free yet', taken: 'Taken: the client comes next', client_asked: 'With the client', client_silent: 'No word from the client',
  client_no: 'The client would rather not', ready: 'Ready to hand over', handed_over: 'Under way', handed_back: 'Handed back', finished: 'Done, with thanks', withdrawn: 'Withdrawn',
}

export const isOver = (state: CoverState): boolean => state === 'finished' || state === 'withdrawn' || state === 'client_no'
export const isPartly = (asked: Asked): boolean => asked.answer?.is === 'partly' && !asked.closedAt && !asked.chosen
export const isWaiting = (asked: Asked): boolean => !!asked.askedAt && !asked.answer && !asked.silentAt && !asked.closedAt
export const isNext = (asked: Asked): boolean => !asked.askedAt && !asked.closedAt

/** Who is to be asked now: everyone at once, or the next in line when nobody is thinking about it. */
export function whoIsNext(cover: Cover, asked: readonly Asked[], now: Date): readonly Asked[] {
  if (cover.takenAt || cover.withdrawnAt || cover.answerBy <= now) return []
  const left = asked.filter(isNext)
  if (cover.how === 'all_at_once') return left
  return asked.some(isWaiting) ? [] : left.toSorted((a, b) => a.position - b.position).slice(0, 1)
}

/** Until when one of them has time: their turn, but never past the end of asking. */
export function turnEndsAt(cover: Cover, now: Date): Date {
  if (cover.how === 'all_at_once') return cover.answerBy
  return new Date(Math.min(now.getTime() + cover.turnHours * 3_600_000, cover.answerBy.getTime()))
}

/** Nobody is thinking about it and nobody is left to ask. */
export const hasRunOut = (asked: readonly Asked[]): boolean => !asked.some((one) => isWaiting(one) || isNext(one) || one.chosen)

/** How many days after handing back an associate still sees who the client is, where their terms do not say. */
export const DAYS_TO_SEE = 14
/** How long the details of a client are kept after it is over. */
export const DAYS_TO_KEEP = 730
export const DAYS_FOR_CLIENT = 7

export function hoursInWords(minutes: number): string {
  const hours = minutes / 60
  if (minutes < 60) return `${minutes} minutes`
  if (minutes === 60) return '1 hour'
  return `${Number.isInteger(hours) ? hours : Number(hours.toFixed(2))} hours`
}

declare module '../kit/events.ts' {
  interface Events {
    'cover.asked': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.taken': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.closed': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.agreed': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.handed-over': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.handed-back': { cover: Id<'cover'>; organisation: Id<'organisation'> }
    'cover.finished': { cover: Id<'cover'>; organisation: Id<'organisation'> }
  }
}
