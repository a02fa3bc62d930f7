import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Wants and same-trade preferences. */
export async function loadTownWants(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
