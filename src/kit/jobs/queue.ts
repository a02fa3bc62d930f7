import { fromKysely, PgBoss } from 'pg-boss'
import pg from 'pg'
import type { Log } from '../log.ts'
import { allChores, allJobs } from './define.ts'
import type { Queue } from './send.ts'

/** Work whose process has said nothing for so long is begun again by another, or by the same after a restart. */
const SILENT_SECONDS = 60

/** Makes the queue's own tables and a queue for each kind of work; done by the owner, as migrations are. */
export async function prepareQueue(owner: pg.ClientConfig): Promise<void> {
  const boss = new PgBoss({ ...connectionOf(owner), supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined) // start and createQueue below throw what matters
  await boss.start()
  try {
    for (const { name } of [...allJobs(), ...allChores()]) {
      const there = await boss.getQueue(name)
      if (!there) await boss.createQueue(name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 3_600, notify: true })
      else if (!there.notify) await boss.updateQueue(name, { notify: true })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Whether every kind of work has its queue already, so that an ordinary start can skip making them. */
export async function queueIsReady(app: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(app)
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select name from pgboss.queue where notify')
    const there = new Set(rows.map((row) => row.name))
    return [...allJobs(), ...allChores()].every(({ name }) => there.has(name))
  } catch {
    return false // no such schema yet
  } finally {
    await client.end()
  }
}

export const grantsForQueue = `
  grant usage on schema pgboss to guildhall_app;
  grant select, insert, update, delete on all tables in schema pgboss to guildhall_app;
  grant usage on all sequences in schema pgboss to guildhall_app;
  grant execute on all functions in schema pgboss to guildhall_app;`

export function openBoss(app: pg.ClientConfig, log: Log): PgBoss {
  const boss = new PgBoss({ ...connectionOf(app), migrate: false, createSchema: false, max: 3, useListenNotify: true })
  boss.on('error', (error) => log.warn({ error: error.message }, 'the work queue met an error'))
  return boss
}

export function queueOn(boss: PgBoss): Queue {
  return {
    send: async (db, name, data) => {
      await boss.send(name, data, { db: fromKysely(db), heartbeatSeconds: SILENT_SECONDS })
    },
  }
}

function connectionOf(config: pg.ClientConfig) {
  return {
    host: config.host, port: config.port, user: config.user, database: config.database, connectionString: config.connectionString,
    password: typeof config.password === 'string' ? config.password : undefined, ssl: config.ssl, stream: config.stream,
  }
}
