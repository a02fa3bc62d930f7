import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** A team under way. */
export async function loadTownTeams(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
