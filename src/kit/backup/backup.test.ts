import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { ROLE_NAMES } from '../postgres/index.ts'
import { EMBEDDED_MAJOR } from '../postgres/binaries.ts'
import { NoBinaries } from '../postgres/errors.ts'
import { withClient } from '../postgres/roles.ts'
import { until } from '../postgres/until.ts'
import { openTestCluster, startSystemCluster, startTestCluster } from '../postgres/testing.ts'
import type { OpenTestCluster, TestCluster } from '../postgres/testing.ts'
import { backup, checkByRestoring, DatabaseNotEmpty, FileExists, restore, RowsDiffer, RowsHidden, SchemaDiffers, verifyBackup } from './index.ts'
import { CHANGES, carryOut, fillWithEverything, rowsOf } from './test-schema.ts'

const isNight = process.env['NIGHT'] === '1'
const ROUNDS = isNight ? 20 : 1
vi.setConfig({ testTimeout: isNight ? 600_000 : 60_000 })
const work = realpathSync(mkdtempSync(join(tmpdir(), 'guildhall-backup-')))
const NOTES = Buffer.from('letters and seals\n')
let cluster: OpenTestCluster
let other: TestCluster | undefined
let source: pg.ClientConfig
let made: string

beforeAll(async () => {
  cluster = openTestCluster(inject('cluster'))
  other = await (cluster.major === EMBEDDED_MAJOR ? startSystemCluster() : startTestCluster()).catch((error) => {
    if (error instanceof NoBinaries) return undefined
    throw error
  })
  source = await emptyDatabase(cluster)
  await carryOut(source, CHANGES)
  await fillWithEverything(source)
  writeFileSync(join(work, 'notes'), NOTES)
  writeFileSync(join(work, 'nothing'), '')
  made = join(work, 'made.guildhall')
  await backup({ connection: source, to: made, files: [{ name: 'keys/notes.txt', path: join(work, 'notes') }, { name: 'nothing', path: join(work, 'nothing') }] })
}, 60_000)

afterAll(async () => {
  await other?.stop()
  rmSync(work, { recursive: true, force: true })
})

test('a backup restored into an empty database holds the same rows, files and next numbers', async () => {
  const target = await emptyDatabase(cluster)
  const filesTo = join(work, 'restored files')

  const manifest = await restore({ from: made, connection: target, migrate: upTo(target), filesTo })

  expect(manifest.migrations.map(({ name }) => name)).toEqual(CHANGES.map(({ name }) => name))
  expect(manifest.tables.find(({ name }) => name === 'member')).toMatchObject({ rows: 300 })
  expect(manifest.tables.find(({ name }) => name === 'empty')).toMatchObject({ rows: 0 })
  expect(await rowsOf(target)).toEqual(await rowsOf(source))
  expect(readFileSync(join(filesTo, 'keys/notes.txt'))).toEqual(NOTES)
  expect(readFileSync(join(filesTo, 'nothing'))).toHaveLength(0)
  expect(statSync(made).mode & 0o777).toBe(0o600)
  expect(await query(target, "insert into member (name) values ('next') returning number")).toEqual([{ number: 301 }])
})

test('after a restore references hold, triggers act and walls stand as before', async () => {
  const target = await emptyDatabase(cluster)
  const laws = `select conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated from pg_constraint where contype = 'f' order by 1, 2`
  const triggers = `select tgrelid::regclass::text, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`

  await restore({ from: made, connection: target, migrate: upTo(target) })

  expect(await query(target, laws)).toEqual(await query(source, laws))
  expect(await query(target, triggers)).toEqual(await query(source, triggers))
  await expect(query(target, "insert into team (id, name, led_by) values (99, 'x', 12345)")).rejects.toThrow('foreign key')
  expect(await query({ ...target, ...appOf(cluster) }, 'select * from walled')).toEqual([])
  expect(await query(target, 'select count(*)::int from walled')).toEqual([{ count: 2 }])
})

test('it is one moment: rows committed while it runs are not in it', async () => {
  const blocker = cluster.connection('superuser', source.database)
  const isWaiting = async () => (await query(blocker, "select from pg_locks where not granted and relation = 'member'::regclass")).length > 0

  const manifest = await withClient(blocker, async (client) => {
    await client.query('begin; lock table member in access exclusive mode')
    const running = backup({ connection: source, to: join(work, 'moment.guildhall') })
    if (!(await until(isWaiting, 20_000))) throw new Error('the backup did not wait')
    await query(source, "insert into walled values (3, 'late')")
    await client.query('commit')
    return running
  })

  expect(manifest.tables.find(({ name }) => name === 'walled')?.rows).toBe(2)
  await query(source, 'delete from walled where id = 3')
})

test('backups travel between PostgreSQL versions, both ways', async ({ skip }) => {
  if (!other) return skip('this machine has no PostgreSQL of its own')
  const elsewhere = await emptyDatabase(other)
  const back = join(work, 'from-elsewhere.guildhall')
  const again = await emptyDatabase(cluster)

  await restore({ from: made, connection: elsewhere, migrate: upTo(elsewhere) })
  await backup({ connection: elsewhere, to: back })
  await restore({ from: back, connection: again, migrate: upTo(again) })

  expect(await rowsOf(elsewhere)).toEqual(await rowsOf(source))
  expect(await rowsOf(again)).toEqual(await rowsOf(source))
})

test('a database that holds anything is refused and left alone', async () => {
  const target = await emptyDatabase(cluster)
  await query(target, 'create schema other; create table other.precious as select 1 as one')

  const refused = restore({ from: made, connection: target, migrate: upTo(target) })

  await expect(refused).rejects.toThrow(DatabaseNotEmpty)
  await expect(refused).rejects.toThrow('this one has tables: other.precious. Give it an empty one; what is there has not been touched.')
  expect(await query(target, 'select * from other.precious')).toEqual([{ one: 1 }])
})

test('a backup of another schema is refused, and the database is as empty as before', async () => {
  const target = await emptyDatabase(cluster)
  const edited = CHANGES.map((change) => (change.name === '0002-more' ? { ...change, sql: `${change.sql}\nalter table empty add column extra int;` } : change))

  const whenEdited = restore({ from: made, connection: target, migrate: (names) => carryOut(target, edited.filter(({ name }) => names.includes(name))) })
  await expect(whenEdited).rejects.toThrow(SchemaDiffers)
  await expect(whenEdited).rejects.toThrow('the change 0002-more was another one then')
  const whenUnknown = restore({ from: made, connection: target, migrate: () => carryOut(target, CHANGES.slice(0, 1)) })
  await expect(whenUnknown).rejects.toThrow('it was made after the change 0002-more, which is not known here')

  await expect(restore({ from: made, connection: target, migrate: upTo(target) })).resolves.toBeDefined()
})

test('a value that does not arrive as it was is found by reading it back', async () => {
  const target = await emptyDatabase(cluster)
  const rounding = async (names: readonly string[]) => {
    await upTo(target)(names)
    await query(target, 'alter table thing alter amount type numeric(30, 2)')
  }

  await expect(restore({ from: made, connection: target, migrate: rounding })).rejects.toThrow(RowsDiffer)

  await expect(restore({ from: made, connection: target, migrate: upTo(target) })).resolves.toBeDefined()
})

test('a restore that fails half-way, or is called off, leaves nothing', async () => {
  const target = await emptyDatabase(cluster)
  const stopping = new AbortController()
  const filesTo = join(work, 'never there')

  const calledOff = restore({ from: made, connection: target, migrate: upTo(target), filesTo, signal: stopping.signal, onProgress: ({ done }) => done === 3 && stopping.abort() })

  await expect(calledOff).rejects.toThrow('aborted')
  expect(await query(target, "select count(*)::int from pg_class where relnamespace = 'public'::regnamespace")).toEqual([{ count: 0 }])
  expect((await readdir(work)).filter((name) => name.startsWith('never there'))).toEqual([])
})

test('after a failure the empty database still has its schema and lets the same people in', async () => {
  const target = await emptyDatabase(cluster)
  const app = { ...target, ...appOf(cluster) }
  await query(cluster.connection('superuser', 'postgres'), `revoke all on database ${target.database} from public; grant connect on database ${target.database} to ${ROLE_NAMES.app}`)
  await query(target, `drop schema public; create schema public; grant usage on schema public to ${ROLE_NAMES.app}`)

  const failing = restore({ from: made, connection: target, migrate: async (names) => { await upTo(target)(names); throw new Error('no') } })

  await expect(failing).rejects.toThrow('no')
  expect(await query(app, "select has_schema_privilege('public', 'usage') as usage")).toEqual([{ usage: true }])
  await restore({ from: made, connection: target, migrate: upTo(target) })
  expect(await query(app, 'select * from walled')).toEqual([])
})

test('a backup that is called off or cannot be written leaves no file', async () => {
  const stopping = new AbortController()
  const folder = mkdtempSync(join(work, 'none-'))

  const calledOff = backup({ connection: source, to: join(folder, 'a'), signal: stopping.signal, onProgress: ({ done }) => done === 2 && stopping.abort() })

  await expect(calledOff).rejects.toThrow('aborted')
  await expect(backup({ connection: source, to: join(folder, 'no', 'such', 'b') })).rejects.toThrow('cannot be written to')
  await expect(backup({ connection: source, to: join(folder, 'c'), files: [{ name: 'lost', path: join(folder, 'lost') }] })).rejects.toThrow('belongs into the backup and cannot be read')
  expect(await readdir(folder)).toEqual([])
})

test('a backup never replaces a file', async () => {
  const before = readFileSync(made)

  await expect(backup({ connection: source, to: made })).rejects.toThrow(FileExists)

  expect(readFileSync(made).equals(before)).toBe(true)
})

test('rows that security would hide make the backup fail, not shrink', async () => {
  const target = await emptyDatabase(cluster)
  await query(target, 'create table t as select 1 as one; alter table t enable row level security; alter table t force row level security')

  await expect(backup({ connection: target, to: join(work, 'hidden') })).rejects.toThrow(RowsHidden)
})

test('a check restores beside the real thing and clears up after itself', async () => {
  const maker = cluster.connection('superuser', 'postgres')
  await query(maker, `create database scratch_0123456789ab owner ${ROLE_NAMES.owner}`)

  const check = () => checkByRestoring({ from: made, maker, owner: source, migrate: (names, connection) => carryOut(connection, CHANGES.filter(({ name }) => names.includes(name))) })
  for (let round = 0; round < ROUNDS; round++) expect(await check()).toEqual(await verifyBackup(made))

  expect(await query(maker, "select datname from pg_database where datname like 'scratch%'")).toEqual([])
})

async function emptyDatabase(on: OpenTestCluster): Promise<pg.ClientConfig> {
  const name = `empty_${randomBytes(4).toString('hex')}`
  await query(on.connection('superuser', 'postgres'), `create database ${name} owner ${ROLE_NAMES.owner}`)
  return on.connection('owner', name)
}

const appOf = (on: OpenTestCluster) => {
  const { user, password } = on.connection('app')
  return { user, password }
}

const upTo = (target: pg.ClientConfig) => (names: readonly string[]) => carryOut(target, CHANGES.filter(({ name }) => names.includes(name)))

const query = (config: pg.ClientConfig, statement: string) => withClient(config, async (client) => (await client.query(statement)).rows)
