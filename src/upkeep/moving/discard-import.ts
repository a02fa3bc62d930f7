import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { deleteDraft, holdDraft } from './draft-store.ts'
import { openDraft } from './match-columns.ts'
import { getNetworkToMove } from './who-may.ts'

/** Throws away a table that has not gone in. */
export function discardImport(ctx: Ctx, slug: string, id: Id<'import'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    await deleteDraft(tx, await openDraft(tx, network.id, id, holdDraft))
  })
}
