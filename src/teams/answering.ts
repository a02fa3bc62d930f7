import type { Actor, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { findRole } from '../organisations/index.ts'

/** Whoever holds the link was asked; someone signed in must be more than a reader of the organisation asked. */
export async function mustSpeakFor(tx: Tx, organisation: Id<'organisation'>, by: Actor): Promise<void> {
  if (!by.person) return
  const role = await findRole(tx, organisation, by.person)
  if (role === 'member') throw new NotAllowed('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.')
}
