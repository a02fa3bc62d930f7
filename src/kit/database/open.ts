import { Kysely } from 'kysely'
import pg from 'pg'
import type { DB } from '../../../db/types.ts'
import type { Log } from '../log.ts'
import { Dialect } from './dialect.ts'
import { rememberPlans } from './remember-plans.ts'
import { sendTogether } from './send-together.ts'

// Days are days: a `date` stays the text it is, so no time zone can move it. Counts and pence come as numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** PostgreSQL would plan a statement of ours for its first five uses anew, and the longer ones for ever, which took longer than running them. */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan'

export type Database = { readonly db: Kysely<DB>; readonly pool: pg.Pool; close(): Promise<void> }

/**
 * A pool of connections. Losing one to a restart of PostgreSQL is expected, so it is only noted, whether it was idle or in use between
 * two statements; the next statement fails and says so to whoever asked. A listener missing here would end the whole process.
 */
export function openDatabase(config: pg.PoolConfig, log: Log): Database {
  const pool = new pg.Pool({ application_name: 'guildhall', connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, pipeline: true, options: ONE_PLAN, ...config }) // statements are sent without waiting for the answers before them
  let closing = false
  const note = (error: Error) => { if (!closing) log.warn({ error: error.message }, 'a database connection was lost') }
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', note))
  pool.on('connect', rememberPlans)
  pool.on('connect', sendTogether)
  const db = new Kysely<DB>({ dialect: new Dialect({ pool }) })
  return { db, pool, close: () => { closing = true; return db.destroy() } }
}
