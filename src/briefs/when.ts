import type { Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { when } from '../kit/when.ts'
import { tell } from '../notices/index.ts'
import { listBriefsOver, listShownBriefsOf, markBrief } from './brief-store.ts'
import { deletePartsRemovedBefore, refreshWants } from './part-store.ts'
import { tellThoseWhoWait } from './publish-brief.ts'
import { deleteReadingsBefore } from './reading-store.ts'

when('capability.changed', 'briefs: keep the names of what is wanted true', (tx, { news }) => refreshWants(tx, news.network))

/** Whoever leaves a network takes their briefs along, and those who answered are told. */
when('member.left', 'briefs: withdraw those of who left', async (tx, { news: { network, organisation } }) => {
  for (const brief of await listShownBriefsOf(tx, network, organisation)) {
    await markBrief(tx, network, brief, { withdrawn_at: tx.now, withdrawn_by: null })
    await tellThoseWhoWait(tx, network, brief)
    await tx.emit('brief.closed', { network, brief })
  }
})

/** Briefs whose day has passed close by themselves, and their owners hear of it. */
export async function closeWhatIsOver(ctx: Ctx): Promise<void> {
  while (await ctx.transaction(async (tx) => {
    const over = await listBriefsOver(tx, 50)
    for (const { network, id, organisation } of over) {
      await markBrief(tx, network, id, { closed_at: tx.now, closed_by: null })
      await tell(tx, { kind: 'briefs.over', to: organisation, subject: { network, brief: id } })
      await tx.emit('brief.closed', { network, brief: id })
    }
    return over.length === 50
  }));
}

const DAY = 86_400_000

/** The bin is emptied after 30 days; what was read and never used, after a week. */
export async function forgetOldBriefs(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    await deletePartsRemovedBefore(tx, new Date(tx.now.getTime() - 30 * DAY))
    await deleteReadingsBefore(tx, new Date(tx.now.getTime() - 7 * DAY))
  })
}

defineChore({ name: 'briefs.close-over', cron: '17 * * * *', run: closeWhatIsOver })
defineChore({ name: 'briefs.forget', cron: '23 3 * * *', run: forgetOldBriefs })
