import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { withdrawLink } from '../kit/one-time-link.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { AlreadyAnswered } from './errors.ts'
import { getAskToAnswer, markAsk } from './store.ts'
import { mayWithdraw } from './who-may.ts'

/** Takes an ask back while nobody has answered. Its link then says so. Twice is harmless. */
export function withdrawAsk(ctx: Ctx, id: Id<'ask'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const asked = await getAskToAnswer(tx, id)
    if (ctx.actor.by !== 'house' && !mayWithdraw(tx.actor, asked)) throw new NotAllowed('Only whoever asked can take this back.')
    if (asked.state.is === 'answered') throw new AlreadyAnswered()
    if (asked.state.is !== 'open') return
    await markAsk(tx, id, { withdrawn_at: tx.now })
    await withdrawLink(tx, asked.linkId)
    await tx.emit('ask.withdrawn', { ask: id, kind: asked.kind })
  })
}
