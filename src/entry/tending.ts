import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { backup, checkByRestoring, restore, verifyBackup } from '../kit/backup/index.ts'
import { migrate } from '../kit/database/migrate.ts'
import { filesFolder, listStoredFiles } from '../kit/files.ts'
import type { Settings } from '../kit/settings.ts'
import type { MadeBackup, Tending } from '../kit/tending.ts'
import type { OpenDatabase } from './open-database.ts'
import { migrations, projectFolder, readyQueue } from './prepare.ts'

const ENDING = '.guildhall'

/** Backup, proof and restore on the database of this process. */
export function tendingOf(settings: Settings, database: OpenDatabase): Tending {
  const folder = join(settings.DATA_DIR, 'backups')
  return {
    version: versionHere(),
    database: database.kind,
    listBackups: () => listBackups(folder),
    restore: (path) => restoreInto(database.owner, path, settings.DATA_DIR),
    empty: () => emptyOut(database.owner, settings.DATA_DIR),
    backup: async (onStage) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}${ENDING}`
      await onStage(0)
      await makeBackup(database, join(folder, name), settings.DATA_DIR, () => onStage(1))
      const made = (await listBackups(folder)).find((one) => one.name === name)
      if (!made) throw new Error(`The backup ${name} is not where it was put.`)
      return made
    },
  }
}

/** As package.json and CHANGELOG say: read once, when the house starts. */
export function versionHere(): Tending['version'] {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string } // our own file
  const news = readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8').split(/^## /m)[1]?.split('\n').filter((line) => line.startsWith('- ')).slice(0, 2).map((line) => line.slice(2)) ?? []
  return { is: version, news }
}

/** Where a scratch database can be made the backup is proved by restoring it; elsewhere every byte of it is checked. */
export async function makeBackup(database: OpenDatabase, to: string, dataDir: string, onChecking?: () => Promise<void>): Promise<void> {
  await backup({ connection: database.owner, to, files: () => listStoredFiles(dataDir) })
  await onChecking?.()
  if (!database.maker) return void (await verifyBackup(to))
  await checkByRestoring({ from: to, maker: database.maker, owner: database.owner, migrate: (names, connection) => migrateTo(connection, names) })
}

/** Only into an empty house. The empty tables make way first; if it fails they come back, so the next try starts the same. */
export async function restoreInto(owner: pg.ClientConfig, from: string, dataDir: string): Promise<void> {
  await verifyBackup(from)
  await withOwner(owner, CLEAR)
  try {
    await rm(filesFolder(dataDir), { recursive: true, force: true }) // an empty house has none; what lies there is left over
    await restore({ from, connection: owner, filesTo: filesFolder(dataDir), migrate: (names) => migrateTo(owner, names) })
  } finally {
    await migrate(owner, migrations())
    await readyQueue(owner)
  }
}

async function emptyOut(owner: pg.ClientConfig, dataDir: string): Promise<void> {
  await withOwner(owner, CLEAR)
  await rm(filesFolder(dataDir), { recursive: true, force: true })
  await migrate(owner, migrations())
  await readyQueue(owner)
}

const CLEAR = 'drop schema if exists pgboss cascade; drop schema public cascade; create schema public; grant usage on schema public to guildhall_app'

async function migrateTo(connection: pg.ClientConfig, names: readonly string[]): Promise<void> {
  const last = names.at(-1)
  if (last) await migrate(connection, migrations(), { upTo: last })
}

async function listBackups(folder: string): Promise<readonly MadeBackup[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
  const made = await Promise.all(names.map(async (name) => {
    const path = join(folder, name)
    const { mtime, size } = await stat(path)
    return { name, path, madeAt: mtime, bytes: size }
  }))
  return made.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
}

async function withOwner(owner: pg.ClientConfig, statements: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}
