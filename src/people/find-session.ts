import type { Tx } from '../kit/ctx.ts'
import { isWorthNoting, type FoundSession } from './session.ts'
import { findLiveSession, noteSeen } from './store.ts'

/**
 * Whose session a token is, on every request: one indexed row. Nothing for a token that is forged, ended, idle or too old.
 * Runs as the house, since nobody has been recognised yet.
 */
export async function findSession(tx: Tx, token: string): Promise<FoundSession | undefined> {
  const found = await findLiveSession(tx, token)
  if (!found) return undefined
  const { seenAt, ...session } = found
  if (isWorthNoting(seenAt, tx.now)) await noteSeen(tx, session.id)
  return session
}
