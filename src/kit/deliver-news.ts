import { sql, type Kysely } from 'kysely'
import type { DB } from '../../db/types.ts'
import { house as theHouse, type Actor } from './ctx.ts'
import { inTransaction } from './database/transaction.ts'
import { findHandler, type News } from './when.ts'
import type { Id } from './ids.ts'
import { txOn, type House } from './open-ctx.ts'

/**
 * Delivers what is due, oldest first, and says how many it tried. Each delivery is one transaction that runs the handler and marks
 * it done, so a process killed in between leaves it to be tried again, whole. Several nodes share the work by skipping locked rows.
 */
export async function deliverNews(house: House, most = 100): Promise<number> {
  for (let tried = 0; tried < most; tried += 1) {
    const found = await inTransaction(house.db, { actor: theHouse, now: house.clock() }, 'write', (db) => deliverOne(house, db))
    if (!found) return tried
  }
  return most
}

async function deliverOne(house: House, db: Kysely<DB>): Promise<boolean> {
  const due = await nextDue(db, house.clock())
  if (!due) return false
  const mine = db.updateTable('outbox_delivery').where('event_id', '=', due.event_id).where('handler', '=', due.handler)
  await sql`savepoint before_handler`.execute(db)
  try {
    await run(house, db, due)
    await mine.set({ delivered_at: house.clock(), tries: due.tries + 1, last_error: null }).execute()
  } catch (error) {
    await sql`rollback to savepoint before_handler`.execute(db)
    await mine.set({ tries: due.tries + 1, next_try_at: later(house.clock(), due.tries), last_error: String(error).slice(0, 500) }).execute()
    house.log.error({ handler: due.handler, event: due.name, tries: due.tries + 1, err: error }, 'news could not be delivered and will be tried again')
  }
  return true
}

type Due = NonNullable<Awaited<ReturnType<typeof nextDue>>>

function nextDue(db: Kysely<DB>, now: Date) {
  return db.selectFrom('outbox_delivery').innerJoin('outbox', 'outbox.id', 'outbox_delivery.event_id')
    .where('delivered_at', 'is', null).where('next_try_at', '<=', now)
    .orderBy('next_try_at').orderBy('event_id').orderBy('handler').limit(1)
    .forUpdate('outbox_delivery').skipLocked()
    .select(['event_id', 'handler', 'tries', 'name', 'news', 'actor', 'happened_at']).executeTakeFirst()
}

async function run(house: House, db: Kysely<DB>, due: Due): Promise<void> {
  const found = findHandler(due.handler)
  if (!found) throw new Error(`Nothing is called "${due.handler}" any more.`)
  // The row was written by saveNews under this very name, so its news has that event's shape.
  const event = { id: due.event_id as Id<'event'>, name: due.name, at: due.happened_at, actor: due.actor as unknown as Actor, news: due.news } as unknown as News
  await found.run(txOn(house, theHouse, db), event)
}

/** 5 s, 20 s, 80 s ... at most an hour: soon enough for a hiccup, seldom enough for a real fault. */
export function later(now: Date, tries: number): Date {
  return new Date(now.getTime() + Math.min(5_000 * 4 ** Math.min(tries, 10), 3_600_000))
}
