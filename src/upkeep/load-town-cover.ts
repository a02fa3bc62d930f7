import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Benches and cover. */
export async function loadTownCover(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
