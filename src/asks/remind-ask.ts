import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { NoLongerAsked, RemindedAlready } from './errors.ts'
import { tellThem } from './letters.ts'
import { getAskToAnswer, markAsk } from './store.ts'
import { mayWithdraw } from './who-may.ts'

/** Reminds of an ask by hand. Whether the house did it or whoever asked: nobody is reminded twice. */
export function remindAsk(ctx: Ctx, id: Id<'ask'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const asked = await getAskToAnswer(tx, id)
    if (tx.actor.by !== 'house' && !mayWithdraw(tx.actor, asked)) throw new NotAllowed('Only whoever asked can remind.')
    if (asked.state.is !== 'open' || asked.answerBy <= tx.now) throw new NoLongerAsked()
    if (asked.remindedAt) throw new RemindedAlready()
    await tellThem(tx, asked, 'reminder')
    await markAsk(tx, id, { reminded_at: tx.now })
  })
}
