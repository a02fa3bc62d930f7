import type { Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { forgetOldKeys } from '../kit/request-key.ts'

const DAY = 24 * 3_600_000

/** What has served its time goes: keys of requests after a day, news that everyone has heard after a month, letters after half a year. */
export async function forgetWhatHasServed(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    await forgetOldKeys(tx)
    const monthAgo = new Date(tx.now.getTime() - 30 * DAY)
    await tx.db.deleteFrom('outbox').where('happened_at', '<', monthAgo)
      .where((of) => of.not(of.exists(of.selectFrom('outbox_delivery').select('handler').whereRef('event_id', '=', 'outbox.id').where('delivered_at', 'is', null)))).execute()
    await tx.db.deleteFrom('mail').where('made_at', '<', new Date(tx.now.getTime() - 182 * DAY)).execute()
  })
}

defineChore({ name: 'upkeep.forget', cron: '47 3 * * *', run: forgetWhatHasServed })
