import type { Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'

/** What was typed for one introduction has had its time after a year, as the sight of a page has. */
const DAYS_KEPT = 365

export function forgetOldContacts(ctx: Ctx): Promise<void> {
  return ctx.transaction(async (tx) => void await tx.db.deleteFrom('introduction_contact').where('chosen_at', '<', new Date(tx.now.getTime() - DAYS_KEPT * 86_400_000)).execute())
}

defineChore({ name: 'introductions.forget-contacts', cron: '23 4 * * *', run: forgetOldContacts })
