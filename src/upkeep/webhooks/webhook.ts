import type { Id } from '../../kit/ids.ts'
import type { WebhookEvent } from './events.ts'

/** An address outside that hears of what happens, each time signed so that it knows it was us (Standard Webhooks). */
export type Webhook = {
  readonly id: Id<'webhook'>
  readonly owner: Owner
  readonly address: string
  readonly events: readonly WebhookEvent[]
  readonly madeAt: Date
  readonly pausedAt?: Date
  readonly failingSince?: Date
  readonly disabledAt?: Date
  /** How often its secret was made: 1 until it is changed. */
  readonly secretNumber: number
  readonly secretChangedAt?: Date
}

/** Whose it is. */
export type Owner = { readonly organisation: Id<'organisation'>; readonly network?: undefined } | { readonly network: Id<'network'>; readonly organisation?: undefined }

export type Delivery = {
  readonly id: Id<'webhook delivery'>
  readonly event: string
  readonly happenedAt: Date
  readonly tries: number
  readonly nextTryAt?: Date
  readonly takenAt?: Date
  readonly givenUpAt?: Date
  readonly lastTriedAt?: Date
  readonly lastStatus?: number
  readonly lastSaid?: string
}

/** After each try that was not taken, so long until the next: the schedule of the standard, three days and a bit in all. */
const WAITS_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** When to try again after so many tries; nothing once all have been made. */
export function nextTry(now: Date, tries: number): Date | undefined {
  const wait = WAITS_SECONDS[tries - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait * 1000)
}

/** An address that has taken nothing for so long is not asked any more until somebody says so. */
export const DISABLED_AFTER_MS = 5 * 86_400_000
export const MOST_WEBHOOKS = 10
