import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

type Leaving = (tx: Tx, person: Id<'person'>) => Promise<void>

const lastThings: Leaving[] = []

/**
 * What a room below must see to before someone leaves for good, in the very transaction in which they do: taking them off its lists, or
 * refusing while others depend on them. Told afterwards, as news, it would be too late to refuse. Runs as the house.
 */
export function beforeLeaving(does: Leaving): void {
  lastThings.push(does)
}

export async function seeToLastThings(tx: Tx, person: Id<'person'>): Promise<void> {
  for (const does of lastThings) await does(tx, person)
}
