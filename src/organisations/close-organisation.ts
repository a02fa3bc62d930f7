import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep } from './keep.ts'
import { markClosed } from './store.ts'
import { mayClose } from './who-may.ts'

/** The organisation stops being here. Its page is kept for its own people and shown to nobody else; it leaves its networks. */
export function closeOrganisation(ctx: Ctx, id: Id<'organisation'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayClose)
    await markClosed(tx, id)
    await audit(tx, { chain: `organisation:${id}`, act: 'organisation.closed', subject: id })
    await tx.emit('organisation.closed', { organisation: id })
  })
}
