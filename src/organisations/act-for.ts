import { actAs } from '../people/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { listWorkingFor } from './staff-store.ts'

/** Chooses whom one acts for; what one may see and do goes with it. */
export function actFor(ctx: Ctx, organisation: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const mine = await listWorkingFor(tx)
    if (!mine.some((one) => one.organisation === organisation)) throw new NotAllowed('You do not work for that organisation here.', 'Ask one of its owners to invite you.')
    if (tx.actor.session) await actAs(tx, tx.actor.session, { organisation })
  })
}
