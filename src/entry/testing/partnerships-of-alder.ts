import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderPartnerships = Readonly<Record<string, string>>

/** What Alder has in this room: one of everything, a canary in each private field. */
export async function partnershipsOfAlder(_before: Before): Promise<AlderPartnerships> {
  return {}
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function partnershipsCanaries(_world: World): readonly Canary[] {
  return []
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function partnershipsSecrets(_world: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return []
}
