import { dayOf } from '../answers/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { eraseKeptLongEnough } from './keeping.ts'
import { askReceiver } from './offer.ts'
import { DAY_MS, DAYS_TALKING, QUIET_DAYS } from './referral.ts'
import { askAfter, settleSilence } from './say-outcome.ts'
import { fromRow, markReferral } from './store.ts'

const AT_ONCE = 50

/** What was put off comes back on its day; what went quiet is asked after, once; what nobody speaks of any more comes to rest. */
export async function tendReferrals(ctx: Ctx): Promise<void> {
  while (await ctx.transaction(async (tx) => {
    const due = await tx.db.selectFrom('referral').selectAll().where('later_until', '<=', dayOf(tx.now)).where('ended_at', 'is', null).where('accepted_at', 'is', null)
      .orderBy('later_until').orderBy('id').limit(AT_ONCE).forUpdate().skipLocked().execute()
    for (const row of due) {
      await markReferral(tx, fromRow(row).id, { later_until: null })
      await askReceiver(tx, fromRow(row))
    }
    return due.length === AT_ONCE
  }));
  while (await ctx.transaction(async (tx) => {
    const due = await tx.db.selectFrom('referral').selectAll().where('accepted_at', 'is not', null).where('ended_at', 'is', null).where('asked_after_at', 'is', null)
      .where('touched_at', '<=', new Date(tx.now.getTime() - QUIET_DAYS * DAY_MS)).orderBy('touched_at').orderBy('id').limit(AT_ONCE).forUpdate().skipLocked().execute()
    for (const row of due) await askAfter(tx, fromRow(row))
    return due.length === AT_ONCE
  }));
  while (await ctx.transaction(async (tx) => {
    const due = await tx.db.selectFrom('referral').selectAll().where('accepted_at', 'is not', null).where('ended_at', 'is', null).where('asked_after_at', 'is not', null)
      .where('touched_at', '<=', new Date(tx.now.getTime() - DAYS_TALKING * DAY_MS)).orderBy('touched_at').orderBy('id').limit(AT_ONCE).forUpdate().skipLocked().execute()
    for (const row of due) await settleSilence(tx, fromRow(row))
    return due.length === AT_ONCE
  }));
}

defineChore({ name: 'referrals.tend', cron: '*/15 * * * *', run: tendReferrals })
defineChore({ name: 'referrals.erase', cron: '37 3 * * *', run: async (ctx) => { while (await eraseKeptLongEnough(ctx) === 200); } })
