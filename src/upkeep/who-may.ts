import type { Ctx } from '../kit/ctx.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { isHost } from '../people/index.ts'

/** Upkeep is for whoever hosts this. To others these pages are not there. */
export async function hostsOnly(ctx: Ctx): Promise<void> {
  const { person } = ctx.actor
  if (!person) throw new SignInFirst()
  if (ctx.actor.by !== 'session' || !(await ctx.read((tx) => isHost(tx, person)))) throw new NotFound()
}
