import { z } from 'zod'
import { audit } from '../../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { id as idField } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { Refusal } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { getDraft, holdDraft, markGoing, markUndone, type Draft } from './draft-store.ts'
import { TooLateToUndo } from './errors.ts'
import { listDone } from './row-store.ts'
import { shapeOf } from './shapes.ts'
import type { Stays, Tell } from './shape.ts'
import { waitForOtherTables } from './take-in.ts'
import { getNetworkToMove } from './who-may.ts'

export const DAYS_TO_UNDO = 30

const input = z.strictObject({ slug: z.string(), id: idField<'import'>('That table') })

export const undoJob = defineJob({
  name: 'upkeep.undo-import',
  input,
  stages: ['Looking what has been changed since', 'Taking it back'],
  run: async (ctx, { slug, id }, progress) => {
    const link = routes.importDone(slug, id)
    try {
      return await ctx.transaction(async (tx) => {
        const network = await getNetworkToMove(tx, slug)
        await waitForOtherTables(tx, network.id)
        const draft = await undoable(tx, network.id, id, getDraft)
        await progress.stage(1, draft.counts.new + draft.counts.changed)
        await progress.done(0)
        return { said: await takeBack(tx, draft, (done) => progress.done(done)), link }
      })
    } catch (error) {
      if (error instanceof Refusal) return { said: `${error.sentence} ${error.next}`, link }
      throw error
    }
  },
})

/** Sets the taking back going. */
export function undoImport(ctx: Ctx, slug: string, id: Id<'import'>): Promise<Id<'work'>> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await undoable(tx, network.id, id, holdDraft)
    const before = draft.work && await tx.db.selectFrom('work').select(['id', 'finished_at']).where('id', '=', draft.work).executeTakeFirst()
    if (draft.work && before && !before.finished_at) return draft.work
    const work = await startWork(tx, undoJob, `Taking back ${draft.fileName}`, { slug, id })
    await markGoing(tx, draft, work)
    return work
  })
}

export function mayStillUndo({ doneAt, undone }: Draft, now: Date): boolean {
  return !!doneAt && !undone && now.getTime() - doneAt.getTime() < DAYS_TO_UNDO * 86_400_000
}

async function undoable(tx: Tx, network: Id<'network'>, id: Id<'import'>, get: typeof getDraft): Promise<Draft> {
  const draft = await get(tx, network, id)
  if (!mayStillUndo(draft, tx.now)) throw new TooLateToUndo()
  return draft
}

async function takeBack(tx: Tx, draft: Draft, tell: Tell): Promise<string> {
  const stays = await shapeOf(draft.kind).takeBack(tx, draft.network, await listDone(tx, draft), tell)
  const said = inWords(stays)
  await asHouse(tx).transaction(async (tx) => {
    await markUndone(tx, draft, said)
    await audit(tx, { chain: `network:${draft.network}`, act: `${draft.kind}.taken-back`, subject: draft.id, detail: { stay: stays.length, file: draft.sha256 } })
    await tx.emit('members.taken-back', { network: draft.network, kind: draft.kind })
  })
  return said
}

function inWords(stays: readonly Stays[]): string {
  if (stays.length === 0) return 'All of it was taken back.'
  const named = stays.slice(0, 20).map(({ name, because }) => `${name}: ${because}`)
  return `Taken back, except for ${stays.length}. ${named.join(' ')}${stays.length > 20 ? ` And ${stays.length - 20} more.` : ''}`
}
