import type { Tx } from '../kit/ctx.ts'
import type { KnownTown } from './load-town-answers.ts'

/** Referrals on their way and finished. */
export async function loadTownReferrals(_tx: Tx, _known: KnownTown): Promise<void> {
  // comes with its room
}
