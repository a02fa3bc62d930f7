import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { codeOf } from './transaction.ts'

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

/** A migration that could not be carried out. Its transaction was rolled back: the old state stands. */
export class MigrationFailed extends Error {
  readonly sentence: string
  constructor(name: string, cause: unknown) {
    super(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'MigrationFailed'
    this.sentence = `The change ${name} could not be made to the database, so nothing was changed: ${cause instanceof Error ? cause.message : String(cause)}.`
  }
}

export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8')
    return { name: file.replace(/\.sql$/, ''), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

export type MigrateOptions = {
  /** Called before the first change to a database that already holds something; a failure here stops everything. */
  readonly backupFirst?: (pending: readonly string[]) => Promise<void>
  /** Stop after this one; for tests and for restoring an older backup. */
  readonly upTo?: string
}

/** Carries out what is still to do, each in its own transaction, and says which. Two at once: the second waits, then finds nothing left. */
export async function migrate(owner: pg.ClientConfig, migrations: readonly Migration[], options: MigrateOptions = {}): Promise<readonly string[]> {
  const client = new pg.Client({ ...owner, options: '-c statement_timeout=0 -c lock_timeout=60000' })
  await client.connect()
  try {
    await ensureList(client)
    const last = options.upTo ? migrations.findIndex((one) => one.name === options.upTo) : migrations.length - 1
    const wanted = migrations.slice(0, last + 1)
    const pending = await pendingOf(client, migrations, wanted)
    if (pending.length && pending.length < wanted.length) await options.backupFirst?.(pending.map((one) => one.name))
    const done: string[] = []
    for (const migration of pending) if (await apply(client, migration)) done.push(migration.name)
    return done
  } finally {
    await client.end()
  }
}

/** Of two that start at once on an empty database, PostgreSQL lets one make the table and tells the other it is there after all. */
async function ensureList(client: pg.Client): Promise<void> {
  await client.query('create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())').catch((error: unknown) => {
    if (!THERE_ALREADY.has(codeOf(error))) throw error
  })
}

const THERE_ALREADY = new Set(['23505', '42P07', '42710'])

async function pendingOf(client: pg.Client, all: readonly Migration[], wanted: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const migration of wanted) {
    const before = applied.get(migration.name)
    if (before && before !== migration.sha256) throw new MigrationFailed(migration.name, new Error('it was already carried out with other contents; it must never be edited afterwards'))
  }
  const known = new Set(all.map((one) => one.name))
  const newer = [...applied.keys()].filter((name) => !known.has(name))
  if (newer.length) throw new MigrationFailed(newer[0] ?? '', new Error('this database was made by a newer Guildhall; install that version again'))
  return wanted.filter((migration) => !applied.has(migration.name))
}

async function apply(client: pg.Client, migration: Migration): Promise<boolean> {
  try {
    await client.query('begin')
    await client.query('lock table migration in exclusive mode')
    const { rowCount } = await client.query('select 1 from migration where name = $1', [migration.name])
    if (rowCount) { await client.query('rollback'); return false }
    await client.query(migration.sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new MigrationFailed(migration.name, error)
  }
}
