import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Partnerships: who knows whom, how they met, how far it has grown. */
export async function loadTownBonds(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
