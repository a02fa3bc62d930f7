import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { findEmbedded } from './binaries.ts'
import { FolderInUse, startPostgres } from './index.ts'
import type { Postgres } from './index.ts'
import { silentLog } from './log.ts'
import { readPid } from './orphan.ts'
import { withClient } from './roles.ts'
import { until } from './until.ts'

const isNight = process.env['NIGHT'] === '1'
const ROUNDS = isNight ? 10 : 1
vi.setConfig({ testTimeout: isNight ? 600_000 : 60_000, hookTimeout: 60_000 })
const ownerOfFiles = process.getuid?.() ?? 0
const work = realpathSync(mkdtempSync(join(tmpdir(), 'guildhall-supervisor-')))
/** One folder for all, since making one is what takes time; each test finds it closed and without rows. */
const dataDir = join(work, 'data')
const opened: Postgres[] = []
const holders: ChildProcess[] = []

beforeAll(async () => {
  const postgres = await startPostgres({ dataDir, log: silentLog })
  await query(postgres, 'create table kept (row bigint primary key)')
  await postgres.stop()
}, 60_000)

afterEach(async () => {
  for (const holder of holders.splice(0)) await end(holder, 'SIGTERM')
  for (const postgres of opened.splice(0)) {
    if (postgres.state() === 'up') await query(postgres, 'delete from kept')
    await postgres.stop()
  }
})

afterAll(() => rmSync(work, { recursive: true, force: true }))

test('rows are there after a restart, and the roles have just the rights they need', async () => {

  const first = await start(dataDir)
  await query(first, 'insert into kept values (1)')
  await first.stop()
  const second = await start(dataDir)

  expect(await rowsIn(second)).toEqual([1])
  expect(await query(second, 'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolcanlogin order by rolname', 'superuser')).toEqual([
    { rolname: 'guildhall_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    { rolname: 'guildhall_owner', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
    { rolname: 'postgres', rolsuper: true, rolbypassrls: true, rolcreatedb: true, rolcreaterole: true },
  ])
  await expect(query(second, 'select * from kept', 'app')).rejects.toThrow('permission denied')
  await expect(query(second, 'set statement_timeout = 50; select pg_sleep(60)', 'app')).rejects.toThrow('statement timeout')
  expect(await query(second, "select setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses') order by name")).toEqual([
    { setting: 'on' }, { setting: 'on' }, { setting: '' },
  ])
  expect(statSync(join(dataDir, 'database-passwords.json')).mode & 0o777).toBe(0o600)
})

test('a host may tune it, but not into losing rows', async () => {
  writeFileSync(join(dataDir, 'postgres.conf'), "work_mem = '9MB'\nfsync = off\nlisten_addresses = '*'\n")

  const postgres = await start(dataDir)

  expect(await query(postgres, "select current_setting('work_mem') as memory, current_setting('fsync') as fsync, current_setting('listen_addresses') as doors")).toEqual([
    { memory: '9MB', fsync: 'on', doors: '' },
  ])
  rmSync(join(dataDir, 'postgres.conf'))
})

test('nobody comes in without the password', async () => {
  const postgres = await start(dataDir)

  const guess = { ...postgres.connection('owner'), password: 'guess' }

  await expect(withClient(guess, async () => {})).rejects.toThrow('password authentication failed')
})

test('a server that is killed is started again, and nothing acknowledged is lost', async () => {
  const postgres = await start(dataDir)
  const states: string[] = []
  postgres.onState((state) => states.push(state))

  for (let round = 1; round <= ROUNDS * 2; round++) {
    await query(postgres, `insert into kept values (${round})`)
    process.kill(await pidOf(dataDir), 'SIGKILL')
    await soon(() => states.length === round * 2)
  }

  expect(states.slice(0, 2)).toEqual(['restarting', 'up'])
  expect(await rowsIn(postgres)).toEqual(Array.from({ length: ROUNDS * 2 }, (_, i) => i + 1))
})

test('when its keeper is killed the server does not outlive it, and the folder opens again', async () => {

  for (let round = 1; round <= ROUNDS; round++) {
    const { holder, owner } = await hold(dataDir)
    await withClient(owner, (client) => client.query('insert into kept values ($1)', [round]))
    const server = await pidOf(dataDir)
    await end(holder, 'SIGKILL')
    await soon(() => !isAlive(server))
  }

  expect(await rowsIn(await start(dataDir))).toEqual(Array.from({ length: ROUNDS }, (_, i) => i + 1))
})

test('a server left without its keeper is found and stopped in order', async () => {
  const { holder, owner } = await hold(dataDir)
  await withClient(owner, (client) => client.query('insert into kept values (1)'))
  const server = await pidOf(dataDir)
  killChildren(holder, server)
  await end(holder, 'SIGKILL')
  expect(isAlive(server)).toBe(true)

  const postgres = await start(dataDir)

  expect(postgres.foundOrphan).toBe(true)
  expect(isAlive(server)).toBe(false)
  expect(await rowsIn(postgres)).toEqual([1])
})

test('a second opener is refused and told who holds the folder, even a frozen one', async () => {
  const { holder, owner } = await hold(dataDir)

  const whileRunning = await refusal(dataDir)
  holder.kill('SIGSTOP')
  const whileFrozen = await refusal(dataDir)
  holder.kill('SIGCONT')

  expect(whileRunning).toBeInstanceOf(FolderInUse)
  expect(whileRunning).toMatchObject({ pid: holder.pid, since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })
  expect(whileRunning.message).toBe(`The data folder ${dataDir} is already in use by process ${holder.pid}, since ${'since' in whileRunning && whileRunning.since}. Stop that one first, or give this one a DATA_DIR of its own.`)
  expect(whileFrozen).toBeInstanceOf(FolderInUse)
  expect(await withClient(owner, (client) => client.query('select 1 as one').then(({ rows }) => rows))).toEqual([{ one: 1 }])
})

test('a folder is held once within one process too, and free after the stop', async () => {
  const first = await start(dataDir)

  await expect(start(dataDir)).rejects.toThrow(FolderInUse)
  await first.stop()

  await expect(start(dataDir)).resolves.toBeDefined()
})

test('of several that start at once exactly one gets the folder', async () => {

  const outcomes = await Promise.allSettled([1, 2, 3].map(() => hold(dataDir)))

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('locks of the dead and re-used process numbers hold nobody up', async () => {
  await (await start(dataDir)).stop() // whatever the test before left is cleared
  const somebodyElse = spawn('sleep', ['600'])
  holders.push(somebodyElse)
  const lines = [somebodyElse.pid, join(dataDir, 'database'), Math.floor(Date.now() / 1000), 5432, join(dataDir, 'socket'), '', ' 1 1', 'ready']
  writeFileSync(join(dataDir, 'in-use.json'), JSON.stringify({ pid: somebodyElse.pid, since: '2020-01-01T00:00:00.000Z' }))
  writeFileSync(join(dataDir, 'in-use'), '')
  writeFileSync(join(dataDir, 'database', 'postmaster.pid'), `${lines.join('\n')}\n`)
  writeFileSync(join(dataDir, 'socket', '.s.PGSQL.5432'), '')
  writeFileSync(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), `${lines.slice(0, 5).join('\n')}\n`)

  const postgres = await start(dataDir)

  expect(postgres.foundOrphan).toBe(false)
  expect(isAlive(somebodyElse.pid ?? 0)).toBe(true)
  expect(await rowsIn(postgres)).toEqual([])
})

test('a folder with a path too long for a socket works, and keeps its place for it', async () => {
  const far = join(work, 'wandering '.repeat(14))
  renameSync(dataDir, far)

  const first = await start(far)
  const firstPlace = first.connection('owner').host
  await first.stop()
  const second = await start(far)

  expect(await rowsIn(second)).toEqual([])
  expect(second.connection('owner').host).toBe(firstPlace)
  expect(statSync(firstPlace ?? '').mode & 0o777).toBe(0o700)
  await second.stop()
  rmSync(firstPlace ?? '', { recursive: true })
  renameSync(far, dataDir)
})

test('library links that an install without scripts left out are made at the start', async () => {
  const native = programsWithoutLinks()

  const postgres = await startPostgres({ dataDir, log: silentLog, native })
  opened.push(postgres)

  expect(await rowsIn(postgres)).toEqual([])
  expect(existsSync(join(native, 'lib', 'libz.so.1'))).toBe(true)
})

test.runIf(ownerOfFiles === 0)('an ordinary user who may not write to the programs keeps the links in the data folder', async () => {
  const native = programsWithoutLinks()
  const theirs = mkdtempSync(join(work, 'nobody-'))
  chownSync(theirs, 65534, 65534)
  execFileSync('chmod', ['711', work])

  const { owner } = await hold(theirs, ['--native', native], { uid: 65534, gid: 65534 })

  expect(await withClient(owner, (client) => client.query('select 1 as one').then(({ rows }) => rows))).toEqual([{ one: 1 }])
  expect(existsSync(join(theirs, 'postgres-libraries'))).toBe(true)
})

test('a database of another version is refused in words', async () => {
  const [older, newer] = [join(work, 'older'), join(work, 'newer')]
  for (const [folder, version] of [[older, '17\n'], [newer, '19\n']] as const) {
    mkdirSync(join(folder, 'database'), { recursive: true })
    writeFileSync(join(folder, 'database', 'PG_VERSION'), version)
  }

  expect((await refusal(older)).message).toMatch(/^The database in .* was made by PostgreSQL 17, and this program brings PostgreSQL 18\. Make a backup/)
  expect((await refusal(newer)).message).toMatch(/made by PostgreSQL 19, .* Start it with the newer release/)
})

test('a folder that cannot be made or written to is refused in words', async () => {
  writeFileSync(join(work, 'a file'), '')

  const refused = await refusal(join(work, 'a file', 'data'))

  expect(refused.message).toBe(`The folder ${join(work, 'a file', 'data')} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder.`)
})

test('when the rules for sorting came in a new version the indexes are rebuilt', async () => {
  const first = await start(dataDir)
  await query(first, "create collation ours (provider = icu, locale = 'en-GB'); create table word (word text collate ours primary key)")
  await query(first, "update pg_database set datcollversion = '1'; update pg_collation set collversion = '1' where collname = 'ours'", 'superuser')
  const before = await query(first, "select pg_relation_filenode('word_pkey') as place")
  await first.stop()

  const second = await start(dataDir)

  const versions = "select datcollversion <> '1' as known from pg_database where datname = 'guildhall' union all select collversion <> '1' from pg_collation where collname = 'ours'"
  expect(await query(second, versions)).toEqual([{ known: true }, { known: true }])
  expect(await query(second, "select pg_relation_filenode('word_pkey') as place")).not.toEqual(before)
})

test('a stop while the server is being started again is obeyed', async () => {
  const postgres = await start(dataDir)
  const server = await pidOf(dataDir)

  process.kill(server, 'SIGKILL')
  await soon(() => postgres.state() === 'restarting')
  await postgres.stop()

  expect(postgres.state()).toBe('stopped')
  expect(await rowsIn(await start(dataDir))).toEqual([])
})

test('a lost or damaged file of passwords is made anew', async () => {
  writeFileSync(join(dataDir, 'database-passwords.json'), '{"owner":"')

  const postgres = await start(dataDir)

  expect(await rowsIn(postgres)).toEqual([])
  await expect(query(postgres, 'select 1 as one', 'app')).resolves.toEqual([{ one: 1 }])
})

async function start(dataDir: string): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, log: silentLog })
  opened.push(postgres)
  return postgres
}

const refusal = (dataDir: string) => start(dataDir).then(() => new Error('it was let in'), (error: Error) => error)

const query = (postgres: Postgres, statement: string, role: 'owner' | 'app' | 'superuser' = 'owner') =>
  withClient(postgres.connection(role), async (client) => (await client.query(statement)).rows)

const rowsIn = async (postgres: Postgres) => (await query(postgres, 'select row from kept order by row')).map(({ row }) => Number(row))

/** Another process of ours that holds the folder. */
async function hold(dataDir: string, args: string[] = [], as: { uid?: number; gid?: number } = {}) {
  const script = join(import.meta.dirname, '../../../scripts/reliability/hold-folder.ts')
  const holder = spawn(process.execPath, [script, dataDir, ...args], { ...as, stdio: ['ignore', 'pipe', 'ignore'] })
  holders.push(holder)
  for await (const line of createInterface({ input: holder.stdout })) {
    const said = JSON.parse(line)
    if (said.refused) throw new Error(said.message)
    return { holder, owner: said.owner }
  }
  throw new Error('the holder said nothing')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

/** All but the server: what would stop it once its keeper is gone. */
function killChildren(holder: ChildProcess, server: number): void {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const children = list.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === holder.pid)
  for (const [pid = 0] of children) if (pid !== server) process.kill(pid, 'SIGKILL')
}

async function pidOf(dataDir: string): Promise<number> {
  const pid = await readPid(join(dataDir, 'database'))
  if (pid === undefined) throw new Error('no server has left its number')
  return pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : '')
  } catch {
    return false
  }
}

async function soon(isSo: () => boolean): Promise<void> {
  if (!(await until(isSo, 20_000))) throw new Error(`not within 20 seconds: ${isSo}`)
}

/** A copy of the programs as `npm install --ignore-scripts` leaves them. */
function programsWithoutLinks(): string {
  const native = join(mkdtempSync(join(work, 'programs-')), 'native')
  cpSync(findEmbedded(), native, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['755', join(native, '..')])
  execFileSync('find', [native, '-type', 'l', '-delete'])
  return native
}
