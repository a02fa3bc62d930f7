import type { Tx } from './ctx.ts'
import type { EventName, Events } from './events.ts'
import { handlersOf } from './when.ts'
import { newId } from './ids.ts'

/** Stores news and one delivery for each handler, in the transaction that caused it. */
export async function saveNews<Name extends EventName>(tx: Tx, name: Name, news: Events[Name]): Promise<void> {
  const id = newId<'event'>()
  await tx.db.insertInto('outbox').values({ id, name, news: JSON.stringify(news), actor: JSON.stringify(tx.actor), happened_at: tx.now }).execute()
  const handlers = handlersOf(name)
  if (handlers.length) await tx.db.insertInto('outbox_delivery').values(handlers.map((handler) => ({ event_id: id, handler, next_try_at: tx.now }))).execute()
}
