import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

/** How many requests organisations are asked to answer just now, by organisation. Runs as the house. */
type ReadLoad = (tx: Tx, network: Id<'network'>) => Promise<ReadonlyMap<string, number>>

const readers: ReadLoad[] = []

/** A room in which organisations are asked for introductions says here how many wait, so that the asking is shared out. */
export function defineIntroducerLoad(read: ReadLoad): void {
  readers.push(read)
}

export async function loadOf(tx: Tx, network: Id<'network'>): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>()
  for (const read of readers) for (const [organisation, load] of await read(tx, network)) all.set(organisation, (all.get(organisation) ?? 0) + load)
  return all
}
