import { z } from 'zod'
import type { Ctx } from '../../kit/ctx.ts'
import { id as idField } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { Refusal } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { getDraft, holdDraft, markGoing } from './draft-store.ts'
import { NothingGoesIn, StillToMend } from './errors.ts'
import { planDraft } from './look-through.ts'
import { openDraft } from './match-columns.ts'
import { countsOf } from './preview-import.ts'
import { takeIn, waitForOtherTables } from './take-in.ts'
import { getNetworkToMove } from './who-may.ts'

const input = z.strictObject({ slug: z.string(), id: idField<'import'>('That table') })

export const importJob = defineJob({
  name: 'upkeep.import',
  input,
  stages: ['Looking it through once more', 'Taking it in'],
  run: async (ctx, { slug, id }, progress) => {
    const link = routes.importDone(slug, id)
    try {
      return await ctx.transaction(async (tx) => {
        const network = await getNetworkToMove(tx, slug) // rights are asked again: they may have ended since
        await waitForOtherTables(tx, network.id)
        const draft = await openDraft(tx, network.id, id, getDraft)
        const planned = await planDraft(tx, draft)
        await progress.stage(1, planned.filter((row) => row.does === 'new' || row.does === 'changed').length)
        await progress.done(0)
        const counts = await takeIn(tx, draft, planned, (done) => progress.done(done))
        return { said: `${counts.new} new, ${counts.changed} changed, ${counts.same} the same${counts.kept > 0 ? `, ${counts.kept} left as they are` : ''}.`, link }
      })
    } catch (error) {
      if (error instanceof Refusal) return { said: `${error.sentence} ${error.next}`, link }
      throw error
    }
  },
})

/** Sets it going. Pressing twice is harmless: the second finds the first at work. */
export function goAhead(ctx: Ctx, slug: string, id: Id<'import'>): Promise<Id<'work'>> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, holdDraft)
    const before = draft.work && await tx.db.selectFrom('work').select(['id', 'finished_at']).where('id', '=', draft.work).executeTakeFirst()
    if (draft.work && before && !before.finished_at) return draft.work
    const planned = await planDraft(tx, draft)
    const wrong = planned.filter((row) => Object.keys(row.problems).length > 0).length
    if (wrong > 0) throw new StillToMend(wrong)
    const counts = countsOf(planned)
    if (counts.new + counts.changed === 0) throw new NothingGoesIn()
    const work = await startWork(tx, importJob, `Bringing in ${(counts.new + counts.changed).toLocaleString('en-GB')} ${draft.kind}`, { slug, id })
    await markGoing(tx, draft, work)
    return work
  })
}
