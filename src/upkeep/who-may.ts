import type { Ctx } from '../kit/ctx.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { isHost } from '../people/index.ts'

/** Upkeep is for whoever hosts this, and for a program of theirs that they let do it. To others it is not there. */
export async function hostsOnly(ctx: Ctx): Promise<void> {
  const { person, by, scopes } = ctx.actor
  if (!person) throw new SignInFirst()
  const lets = by === 'session' || (by === 'token' && !!scopes?.includes('upkeep'))
  if (!lets || !(await ctx.read((tx) => isHost(tx, person)))) throw new NotFound()
}
