import type { Ctx } from '../kit/ctx.ts'
import { isWorthNoting, type FoundSession } from './session.ts'
import { findLiveSession, noteSeen } from './store.ts'

/**
 * Whose session a token is, on every request: one indexed row, read; being seen is written once a minute. Nothing for a token that is
 * forged, ended, idle or too old. Runs as the house, since nobody has been recognised yet.
 */
export async function findSession(ctx: Ctx, token: string): Promise<FoundSession | undefined> {
  const found = await ctx.read((tx) => findLiveSession(tx, token))
  if (!found) return undefined
  const { seenAt, ...session } = found
  if (isWorthNoting(seenAt, ctx.now)) await ctx.transaction((tx) => noteSeen(tx, session.id))
  return session
}
