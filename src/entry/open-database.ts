import type pg from 'pg'
import { prepareYourOwn } from '../kit/database/your-own.ts'
import type { Log } from '../kit/log.ts'
import { startPostgres, type Postgres } from '../kit/postgres/index.ts'
import type { Settings } from '../kit/settings.ts'

export type OpenDatabase = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** Someone who may make a scratch database beside it, where there is one. */
  readonly maker?: pg.ClientConfig
  /** False while the database is down; requests are then told to come back in a moment. */
  readonly isUp: () => boolean
  readonly kind: string
  stop(): Promise<void>
}

/** The database that comes along, or your own. */
export async function openOwnOrYours(settings: Settings, log: Log): Promise<OpenDatabase> {
  if (settings.DATABASE_URL) {
    const roles = await prepareYourOwn(settings)
    return { ...roles, isUp: () => true, kind: 'your own PostgreSQL', stop: async () => undefined }
  }
  const postgres = await startPostgres({ dataDir: settings.DATA_DIR, log })
  return { owner: postgres.connection('owner'), app: postgres.connection('app'), maker: postgres.connection('superuser', 'postgres'), isUp: () => isUp(postgres), kind: 'the PostgreSQL that comes along', stop: () => postgres.stop() }
}

function isUp(postgres: Postgres): boolean {
  return postgres.state() === 'up'
}
