import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getNetwork, listCapabilities, type Capability, type Network, type Place } from '../networks/index.ts'
import { getMemberToWriteFor } from './keep.ts'
import { deleteReading, getReading, NoReading, type Reading } from './reading-store.ts'
import { chosenOf } from './tender/found.ts'
import { writeBrief } from './write-brief.ts'

/** Somebody else's reading is not there, whatever the asker may do; our own is for those of us who may write. */
async function getReadingToUse(tx: Tx, slug: string, id: Id<'reading'>): Promise<{ network: Network & Place; reading: Reading }> {
  const reading = await getReading(tx, (await getNetwork(tx, slug)).id, id)
  return { network: (await getMemberToWriteFor(tx, slug)).network, reading }
}

/** What was read, with the network's words for what is wanted. */
export function lookThrough(ctx: Ctx, slug: string, id: Id<'reading'>): Promise<{ network: Network & Place; reading: Reading; vocabulary: readonly Capability[] }> {
  return ctx.read(async (tx) => {
    const { network, reading } = await getReadingToUse(tx, slug, id)
    return { network, reading, vocabulary: await listCapabilities(tx, network.id) }
  })
}

/** Makes a draft of what its reader kept, of the tender they chose where a file held several. What was read is gone then; the draft remembers where it came from. */
export function useReading(ctx: Ctx, slug: string, id: Id<'reading'>, input: unknown, tender?: string): Promise<Id<'brief'>> {
  return ctx.transaction(async (tx) => {
    const { network, reading } = await getReadingToUse(tx, slug, id)
    if (!(await deleteReading(tx, network.id, id))) throw new NoReading() // of two at once, one makes the draft
    return writeBrief(tx, slug, input, { source: chosenOf(reading.found, tender)?.source })
  })
}

export function discardReading(ctx: Ctx, slug: string, id: Id<'reading'>): Promise<void> {
  return ctx.transaction(async (tx) => void await deleteReading(tx, (await getReadingToUse(tx, slug, id)).network.id, id))
}
