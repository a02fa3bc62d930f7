import { createHmac } from 'node:crypto'
import type { Keys } from '../../kit/keys.ts'
import type { Webhook } from './webhook.ts'

/** The secret of a webhook, as the standard writes it: made from its id and how often it changed, by a key outside the database, so that it is nowhere to be read. */
export function secretOf(keys: Keys, id: string, number = 1): string {
  return `whsec_${createHmac('sha256', keys.links).update(number === 1 ? `webhook ${id}` : `webhook ${id} ${number}`).digest('base64')}`
}

const OVERLAP_MS = 86_400_000

/** The secrets that sign just now: the newest, and for a day after a change the one before, so that a receiver can change over in between. */
export function secretsNow(keys: Keys, { id, secretNumber, secretChangedAt }: Pick<Webhook, 'id' | 'secretNumber' | 'secretChangedAt'>, now: Date): readonly string[] {
  const overlaps = secretChangedAt !== undefined && now.getTime() - secretChangedAt.getTime() < OVERLAP_MS
  return [secretOf(keys, id, secretNumber), ...(overlaps ? [secretOf(keys, id, secretNumber - 1)] : [])]
}

/** The three headers of a message (Standard Webhooks 1.0): `v1` is HMAC-SHA256 over id, time and body, once for each secret. */
export function signed(secrets: readonly string[], message: { readonly id: string; readonly at: Date; readonly body: string }): Readonly<Record<string, string>> {
  const seconds = Math.floor(message.at.getTime() / 1000)
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${message.id}.${seconds}.${message.body}`).digest('base64')}`)
  return { 'webhook-id': message.id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') }
}
