import { createHmac } from 'node:crypto'
import type { Keys } from '../../kit/keys.ts'

/** The secret of a webhook, as the standard writes it: made from its id by a key outside the database, so that it is nowhere to be read. */
export function secretOf(keys: Keys, id: string): string {
  return `whsec_${createHmac('sha256', keys.links).update(`webhook ${id}`).digest('base64')}`
}

/** The three headers of a message (Standard Webhooks 1.0): `v1` is HMAC-SHA256 over id, time and body. */
export function signed(secret: string, message: { readonly id: string; readonly at: Date; readonly body: string }): Readonly<Record<string, string>> {
  const seconds = Math.floor(message.at.getTime() / 1000)
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return { 'webhook-id': message.id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${createHmac('sha256', key).update(`${message.id}.${seconds}.${message.body}`).digest('base64')}` }
}
