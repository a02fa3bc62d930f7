import type pg from 'pg'
import { inject } from 'vitest'
import type { Actor, Ctx } from '../ctx.ts'
import { house as theHouse } from '../ctx.ts'
import { openDatabase } from '../database/open.ts'
import { deliverNews } from '../deliver-news.ts'
import { randomKeys } from '../keys.ts'
import { openBoss, queueOn } from '../jobs/queue.ts'
import { openLog } from '../log.ts'
import { openCtx, type House } from '../open-ctx.ts'
import { openTestCluster } from '../postgres/testing.ts'
import { readSettings } from '../settings.ts'
import { noteStatements } from './statements.ts'

/** A whole house on a database of its own, real in all but the clock. */
export type TestHouse = {
  readonly house: House
  /** A ctx as anyone; the house itself where nobody is named. */
  ctx(actor?: Actor): Ctx
  readonly clock: { now(): Date; forward(milliseconds: number): void }
  /** For looking past every wall: row-level security does not bind the owner. */
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  mails(): Promise<readonly { to_address: string; subject: string; text: string; main_link: string | null }[]>
  /** Delivers all news that is due, and what that causes. */
  settle(): Promise<void>
  close(): Promise<void>
}

const START = new Date('2027-03-02T09:00:00Z')

export async function openTestHouse(environment: Record<string, string> = {}): Promise<TestHouse> {
  const cluster = openTestCluster(inject('cluster'))
  const database = await cluster.cloneDatabase('template_house')
  const owner = cluster.connection('owner', database.name)
  const app = cluster.connection('app', database.name)
  const log = openLog('silent')
  const opened = openDatabase({ ...app, max: 8 }, log)
  noteStatements(opened.pool)
  const boss = openBoss(app, log)
  let started: Promise<unknown> | undefined // most tests send no work, and looking after a queue takes three connections
  let now = START
  const house: House = {
    db: opened.db, log, queue: { send: async (...work) => { await (started ??= boss.start()); await queueOn(boss).send(...work) } }, keys: randomKeys(), clock: () => now, wake: () => undefined,
    settings: readSettings({ LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:4000', ...environment }),
    baseUrl: () => environment.BASE_URL ?? 'http://localhost:4000',
  }
  return {
    house, owner, app,
    ctx: (actor = theHouse) => openCtx(house, { actor, address: '127.0.0.1' }),
    clock: { now: () => now, forward: (milliseconds) => { now = new Date(now.getTime() + milliseconds) } },
    mails: () => openCtx(house, { actor: theHouse }).read((tx) => tx.db.selectFrom('mail').select(['to_address', 'subject', 'text', 'main_link']).orderBy('made_at').orderBy('id').execute()),
    settle: async () => { while (await deliverNews(house)) { /* until nothing more is due */ } },
    close: async () => {
      if (started) await boss.stop({ graceful: false })
      await opened.close()
      await database.drop()
    },
  }
}
