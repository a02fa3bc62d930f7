import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { backup } from '../kit/backup/index.ts'
import { migrate, readMigrations } from '../kit/database/migrate.ts'
import { listStoredFiles } from '../kit/files.ts'
import { grantsForQueue, prepareQueue, queueIsReady } from '../kit/jobs/queue.ts'
import type { Log } from '../kit/log.ts'
import type { Settings } from '../kit/settings.ts'
import type { OpenDatabase } from './open-database.ts'
import './rooms.ts'

/** The project's own folder; dist/server and src/entry are equally deep in it. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

export const migrations = () => readMigrations(join(projectFolder, 'db/migrations'))

/** Brings the database to what this version needs, after a backup where it already holds something. */
export async function prepareDatabase(settings: Settings, database: OpenDatabase, log: Log): Promise<readonly string[]> {
  const isReady = queueIsReady(database.app)
  isReady.catch(() => undefined) // whoever waits for it is told
  const done = await migrate(database.owner, migrations(), {
    backupFirst: async (pending) => {
      const folder = join(settings.DATA_DIR, 'backups')
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const to = join(folder, `before-${pending[0] ?? 'change'}-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.guildhall`)
      await backup({ connection: database.owner, to, files: () => listStoredFiles(settings.DATA_DIR) })
      log.info({ backup: to }, 'a backup was made before changing the database')
    },
  })
  if (!(await isReady) || done.length) await readyQueue(database.owner)
  return done
}

/** The queue's own tables, one queue for each kind of work, and the everyday role's right to use them. */
export async function readyQueue(owner: pg.ClientConfig): Promise<void> {
  await prepareQueue(owner)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(grantsForQueue)
  } finally {
    await client.end()
  }
}
