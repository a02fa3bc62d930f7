import type { Id } from '../kit/ids.ts'

/** Being signed in on one device, until it is ended, unused for 8 hours, or 14 days old. */
export type Session = {
  readonly id: Id<'session'>
  readonly startedAt: Date
  readonly seenAt: Date
  readonly device: string
  readonly address: string
  readonly how: WayIn
  readonly isThisOne: boolean
}

export type WayIn = 'password' | 'link' | 'passkey' | 'elsewhere'

/** What every request is told of its session. It holds no rights: those are looked up where they are needed. */
export type FoundSession = {
  readonly id: Id<'session'>
  readonly person: Id<'person'>
  readonly name: string
  readonly isHost: boolean
  readonly provedAt: Date
  readonly organisation?: Id<'organisation'>
  readonly network?: Id<'network'>
}

/** A session just begun or renewed. The token goes into the cookie and nowhere else. */
export type Started = { readonly token: string; readonly session: Id<'session'>; readonly person: Id<'person'>; readonly endsAt: Date }

const HOUR = 3_600_000
export const IDLE_FOR_MS = 8 * HOUR
export const LASTS_MS = 14 * 24 * HOUR
const PROOF_LASTS_MS = HOUR / 2
const SEEN_EVERY_MS = 60_000

export function isAlive(session: { startedAt: Date; seenAt: Date }, now: Date): boolean {
  return now.getTime() < session.startedAt.getTime() + LASTS_MS && now.getTime() < session.seenAt.getTime() + IDLE_FOR_MS
}

/** Being seen is noted once a minute, so that reading pages does not write to the database each time. */
export function isWorthNoting(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= SEEN_EVERY_MS
}

export function provedRecently(provedAt: Date | undefined, now: Date): boolean {
  return !!provedAt && now.getTime() - provedAt.getTime() < PROOF_LASTS_MS
}
