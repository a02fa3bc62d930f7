import { audit } from '../kit/audit.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { Started, WayIn } from './session.ts'
import { addSession, endSessions } from './store.ts'

/** Signs someone in whose proof has been checked. A session this browser had before ends, whoever's it was. Runs as the house. */
export async function startSession(tx: Tx, { person, how, device }: { person: Id<'person'>; how: WayIn; device: string }): Promise<Started> {
  if (tx.actor.session && tx.actor.person) await endSessions(tx, { person: tx.actor.person, only: tx.actor.session })
  const started = await addSession(tx, person, how, device)
  await audit(tx, { chain: 'house', act: 'signed in', subject: `person:${person}`, detail: { how, session: started.session } })
  await tx.emit('person.signed-in', { person, session: started.session })
  return started
}
