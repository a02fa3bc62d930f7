import { deserialize, serialize } from 'node:v8'
import type { Tx } from './ctx.ts'
import { AlreadySent } from './refusal.ts'

/**
 * A request that may arrive twice: forms carry a hidden key, the API an Idempotency-Key. The key is taken and the answer kept in
 * the action's own transaction, so there is never a change without its key nor a key without its change.
 */
export type RequestKey = {
  readonly key: string
  /** Who and where: the same key from someone else, or for another address, is another request. */
  readonly scope: string
  /** A hash of what was sent. The same key with other words is refused. */
  readonly fingerprint: string
}

type Part = RequestKey & { readonly part: number }

/** Takes the key, waiting for a twin under way. Returns what was answered before, or nothing for the first time. */
export async function takeKey(tx: Tx, key: Part): Promise<{ answer: unknown } | undefined> {
  const taken = await tx.db.insertInto('request_key')
    .values({ key: key.key, scope: key.scope, part: key.part, fingerprint: key.fingerprint, taken_at: tx.now })
    .onConflict((at) => at.columns(['scope', 'key', 'part']).doNothing()).returning('key').executeTakeFirst()
  if (taken) return undefined
  const before = await tx.db.selectFrom('request_key').select(['fingerprint', 'answer'])
    .where('scope', '=', key.scope).where('key', '=', key.key).where('part', '=', key.part).executeTakeFirstOrThrow()
  if (before.fingerprint !== key.fingerprint || !before.answer) throw new AlreadySent()
  return { answer: deserialize(before.answer) }
}

export async function keepAnswer<T>(tx: Tx, key: Part, answer: T, keep: boolean): Promise<T> {
  if (!keep) return answer
  await tx.db.updateTable('request_key').set({ answer: serialize(answer) })
    .where('scope', '=', key.scope).where('key', '=', key.key).where('part', '=', key.part).execute()
  return answer
}

/** The whole answer to a program stands beside the parts, so that a repeat is answered alike even where the first looks now like something in the way. */
const WHOLE = 0

/** What was answered to this very request, once it was answered well. */
export async function findAnswer(tx: Tx, key: RequestKey): Promise<unknown> {
  const before = await tx.db.selectFrom('request_key').select(['fingerprint', 'answer']).where('scope', '=', key.scope).where('key', '=', key.key).where('part', '=', WHOLE).executeTakeFirst()
  if (before && before.fingerprint !== key.fingerprint) throw new AlreadySent()
  return before?.answer ? deserialize(before.answer) : undefined
}

export async function keepWholeAnswer(tx: Tx, key: RequestKey, answer: object): Promise<void> {
  await tx.db.insertInto('request_key').values({ key: key.key, scope: key.scope, part: WHOLE, fingerprint: key.fingerprint, taken_at: tx.now, answer: serialize(answer) }).onConflict((at) => at.columns(['scope', 'key', 'part']).doNothing()).execute()
}

/** Keys are for retries of today, not for history: older ones go, and with them the answers they held. */
export async function forgetOldKeys(tx: Tx): Promise<void> {
  const dayAgo = new Date(tx.now.getTime() - 24 * 3_600_000)
  await tx.db.deleteFrom('request_key').where('taken_at', '<', dayAgo).execute()
}
