import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { saveActingAs } from './store.ts'

/**
 * Chooses what a session acts as from now on. Whether the person belongs there is for the caller to check first, and for every act to
 * check again: the session holds the choice, never the right.
 */
export async function actAs(tx: Tx, session: Id<'session'>, as: { organisation?: Id<'organisation'>; network?: Id<'network'> }): Promise<void> {
  await saveActingAs(tx, session, as)
}
