import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { findNotice, markAway } from './store.ts'

/** Takes a notice off Home. Twice is harmless. */
export function putNoticeAway(ctx: Ctx, id: Id<'notice'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    if (!(await findNotice(tx, id))) throw new NotFound()
    await markAway(tx, id)
  })
}
