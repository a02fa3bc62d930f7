import type pg from 'pg'
import { prepareYourOwn } from '../kit/database/your-own.ts'
import type { Log } from '../kit/log.ts'
import { FolderInUse, joinRunning, startPostgres, type Connect, type Postgres } from '../kit/postgres/index.ts'
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
  return { ...rolesBy(postgres.connection), isUp: () => isUp(postgres), stop: () => postgres.stop() }
}

/** The same for what may be done beside an open house: where its process holds the folder, its database is joined and left running. */
export async function openOrJoin(settings: Settings, log: Log): Promise<OpenDatabase> {
  try {
    return await openOwnOrYours(settings, log)
  } catch (error) {
    const connect = error instanceof FolderInUse ? await joinRunning(settings.DATA_DIR) : undefined
    if (!connect) throw error
    return { ...rolesBy(connect), isUp: () => true, stop: async () => undefined }
  }
}

function rolesBy(connect: Connect) {
  return { owner: connect('owner'), app: connect('app'), maker: connect('superuser', 'postgres'), kind: 'the PostgreSQL that comes along' }
}

function isUp(postgres: Postgres): boolean {
  return postgres.state() === 'up'
}
