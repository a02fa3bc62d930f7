import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Briefs, and who is interested. */
export async function loadTownBriefs(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
