import type { Kysely } from 'kysely'
import type { DB } from '../../db/types.ts'
import type { Actor, Ctx, TransactionOptions, Tx } from './ctx.ts'
import { inTransaction, setIdentity } from './database/transaction.ts'
import type { Queue } from './jobs/send.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import { saveNews } from './outbox.ts'
import { keepAnswer, takeKey, type RequestKey } from './request-key.ts'
import type { Settings } from './settings.ts'
import type { Tending } from './tending.ts'

/** What one running house shares: made once by `entry` (or a test), handed to every ctx. */
export type House = {
  readonly db: Kysely<DB>
  readonly settings: Settings
  readonly log: Log
  readonly queue: Queue
  readonly keys: Keys
  readonly clock: () => Date
  readonly baseUrl: () => string
  /** Called after a commit that left news, mail or work, so that delivery need not wait for the next look. */
  readonly wake: () => void
  /** Absent in tests and tools that do not tend a house. */
  readonly tending?: Tending
}

export type Asking = {
  readonly actor: Actor
  readonly address?: string
  readonly requestKey?: RequestKey
  /** How many transactions this request has begun; shared by every ctx made from it, so that each has its own part of the key. */
  readonly begun?: { count: number }
}

type Plain = Omit<Ctx, 'read' | 'transaction' | 'as'>

/** The ctx of one request, job or command. */
export function openCtx(house: House, asked: Asking): Ctx {
  const begun = asked.begun ?? { count: 0 }
  const asking = { ...asked, begun }
  const plain = plainly(house, asking)
  return {
    ...plain,
    as: (actor) => openCtx(house, { ...asking, actor }),
    read: (work) => inTransaction(house.db, plain, 'read', (db) => work(joined(plain, db, refuseNews))),
    transaction: async <T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}) => {
      const key = asking.requestKey && { ...asking.requestKey, part: (begun.count += 1) }
      const result = await inTransaction(house.db, plain, options.serializable ? 'serializable' : 'write', async (db) => {
        const tx = joined(plain, db, (name, news) => saveNews(tx, name, news))
        if (!key) return work(tx)
        const before = await takeKey(tx, key)
        if (before) return before.answer as T // what this very action returned for this very request
        return keepAnswer(tx, key, await work(tx), options.keepResult ?? true)
      })
      house.wake()
      return result
    },
  }
}

/** A ctx inside a transaction that someone else began, such as the delivery of news. */
export function txOn(house: House, actor: Actor, db: Kysely<DB>): Tx {
  const tx: Tx = joined(plainly(house, { actor }), db, (name, news) => saveNews(tx, name, news))
  return tx
}

function plainly(house: House, asking: Asking): Plain {
  return {
    actor: asking.actor,
    now: house.clock(),
    settings: house.settings,
    log: house.log,
    queue: house.queue,
    keys: house.keys,
    tending: house.tending,
    address: asking.address ?? '',
    url: (path) => new URL(path, house.baseUrl()).href,
  }
}

function joined(plain: Plain, db: Kysely<DB>, emit: Tx['emit']): Tx {
  const tx: Tx = {
    ...plain, db, emit, read: (work) => work(tx), transaction: (work) => work(tx),
    as: (actor) => joinedAs({ ...plain, actor }, tx),
  }
  return tx
}

/**
 * Someone else inside the same transaction: row-level security is told who asks while their work runs, and told back afterwards.
 * Work as different actors goes one after the other, never side by side, since a transaction has one identity at a time.
 */
function joinedAs(plain: Plain, outer: Tx): Tx {
  const run = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    await setIdentity(outer.db, plain)
    const back = () => setIdentity(outer.db, outer)
    const result = await work(inner).catch(async (error: unknown) => {
      await back().catch(() => undefined) // a broken transaction takes no more words; it is rolled back, identity and all
      throw error
    })
    await back()
    return result
  }
  const inner: Tx = { ...plain, db: outer.db, emit: outer.emit, read: (work) => work(inner), transaction: (work) => work(inner), as: (actor) => joinedAs({ ...plain, actor }, inner) }
  return { ...inner, read: run, transaction: run }
}

async function refuseNews(): Promise<void> {
  throw new Error('News was emitted while only reading.')
}
