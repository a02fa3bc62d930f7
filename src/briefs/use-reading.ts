import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { listCapabilities } from '../networks/index.ts'
import { getMemberToWriteFor } from './keep.ts'
import { deleteReading, getReading, type Reading } from './reading-store.ts'
import { writeBrief } from './write-brief.ts'

/** What was read, with the network's words for what is wanted. */
export function lookThrough(ctx: Ctx, slug: string, id: Id<'reading'>) {
  return ctx.read(async (tx) => {
    const { network } = await getMemberToWriteFor(tx, slug)
    const reading: Reading = await getReading(tx, network.id, id)
    return { network, reading, vocabulary: await listCapabilities(tx, network.id) }
  })
}

/** Makes a draft of what its reader kept. What was read is gone then; the draft remembers where it came from. */
export function useReading(ctx: Ctx, slug: string, id: Id<'reading'>, input: unknown): Promise<Id<'brief'>> {
  return ctx.transaction(async (tx) => {
    const { network } = await getMemberToWriteFor(tx, slug)
    const { found } = await getReading(tx, network.id, id)
    const brief = await writeBrief(tx, slug, input, { source: found.source })
    await deleteReading(tx, network.id, id)
    return brief
  })
}

export function discardReading(ctx: Ctx, slug: string, id: Id<'reading'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network } = await getMemberToWriteFor(tx, slug)
    await getReading(tx, network.id, id)
    await deleteReading(tx, network.id, id)
  })
}
