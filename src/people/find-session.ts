import type { Ctx, Tx } from '../kit/ctx.ts'
import { isWorthNoting, type FoundSession } from './session.ts'
import { findLiveSession, noteSeen } from './store.ts'

/**
 * Whose session a token is, on every request: one indexed row, and in the same reading whatever `and` looks up of that person; being seen
 * is written once a minute. Nothing for a token that is forged, ended, idle or too old. Runs as the house, since nobody has been
 * recognised yet.
 */
export async function findSession<T>(ctx: Ctx, token: string, and: (tx: Tx, session: FoundSession) => Promise<T>): Promise<T | undefined> {
  const found = await ctx.read(async (tx) => {
    const live = await findLiveSession(tx, token)
    if (!live) return undefined
    const { seenAt, ...session } = live
    return { id: session.id, seenAt, read: await and(tx, session) }
  })
  if (!found) return undefined
  if (isWorthNoting(found.seenAt, ctx.now)) await ctx.transaction((tx) => noteSeen(tx, found.id))
  return found.read
}
