import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, realpath, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { findEmbedded, prepareEmbedded } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { configure, makeCluster } from './cluster.ts'
import { NoBinaries } from './errors.ts'
import { clusterIn, socketFolder } from './home.ts'
import { silentLog } from './log.ts'
import { connectBy, ensureRoles, withClient } from './roles.ts'
import type { Connect } from './roles.ts'
import { chooseRunner } from './run-as.ts'
import type { Runner } from './run-as.ts'
import { makePasswords, ROLE_NAMES } from './secrets.ts'
import type { Passwords } from './secrets.ts'
import { startServer } from './server.ts'

/** All that another process needs in order to use the cluster; plain data, fit for vitest's `provide`. */
export type TestClusterAddress = { readonly sockets: string; readonly passwords: Passwords; readonly major: number }

export type TestDatabase = { readonly name: string; drop(): Promise<void> }

export type OpenTestCluster = {
  readonly major: number
  readonly connection: Connect
  readonly address: TestClusterAddress
  /** Nobody may be connected to the template meanwhile. */
  cloneDatabase(template: string): Promise<TestDatabase>
}

export type TestCluster = OpenTestCluster & { stop(): Promise<void> }

/** A throw-away cluster in the temp folder, gone when this process is, however it ends. */
export function startTestCluster(): Promise<TestCluster> {
  return startThrowAway((home, runner) => prepareEmbedded(findEmbedded(), home, runner))
}

/** The same with the PostgreSQL of this machine, as the second database that tests run on. */
export function startSystemCluster(): Promise<TestCluster> {
  return startThrowAway(findSystemBinaries)
}

/** For a test's own process, given the address by the one that started the cluster. */
export function openTestCluster(address: TestClusterAddress): OpenTestCluster {
  const connection = connectBy(address.sockets, address.passwords)
  const asSuperuser = (statement: string) => withClient(connection('superuser', 'postgres'), (client) => client.query(statement))
  return {
    address,
    major: address.major,
    connection,
    async cloneDatabase(template) {
      const name = `${template}_${randomBytes(6).toString('hex')}`
      await asSuperuser(`create database "${name}" template "${template}" owner ${ROLE_NAMES.owner} strategy file_copy`) // without fsync its checkpoints cost nothing, and writing a whole house to the log did
      return { name, drop: async () => void (await asSuperuser(`drop database if exists "${name}" with (force)`)) }
    },
  }
}

type Find = (home: string, runner: Runner) => Promise<Binaries>

/** In memory where there is plenty: these rows need no disk, and making a database of a thousand files on one took a tenth of a run. */
async function startThrowAway(find: Find): Promise<TestCluster> {
  const { bsize, bavail } = await statfs(MEMORY).catch(() => ({ bsize: 0, bavail: 0 }))
  if (bsize * bavail < PLENTY) return startIn(tmpdir(), find)
  return startIn(MEMORY, find).catch(() => startIn(tmpdir(), find)) // it may be closed to us
}

const MEMORY = '/dev/shm'
const PLENTY = 4 * 1024 ** 3

async function startIn(folder: string, find: Find): Promise<TestCluster> {
  const home = await realpath(await mkdtemp(join(folder, 'guildhall-test-')))
  try {
    return await startAt(home, find)
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw error
  }
}

async function startAt(home: string, find: Find): Promise<TestCluster> {
  await chmod(home, 0o711) // whoever runs the server passes through
  const cluster = clusterIn(home)
  const runner = await chooseRunner(cluster)
  const binaries = await find(home, runner)
  const passwords = makePasswords()
  await makeCluster(cluster, binaries, runner, passwords.superuser, { sync: false })
  await configure(cluster, runner, { ...FORGETFUL, max_connections: 100 })
  const sockets = await socketFolder(home, runner)
  const server = await startServer({ cluster, sockets, binaries, runner, log: silentLog }, { removeAtEnd: home })
  const opened = openTestCluster({ sockets, passwords, major: binaries.major })
  await ensureRoles(opened.connection, passwords)
  return {
    ...opened,
    async stop() {
      await server.stop()
      await rm(home, { recursive: true, force: true })
      await rm(sockets, { recursive: true, force: true })
    },
  }
}

/** Speed instead of safety, allowed nowhere else: these rows need not outlive the run. */
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' }

const OLDEST_SUPPORTED = 15

async function findSystemBinaries(): Promise<Binaries> {
  const debian = '/usr/lib/postgresql'
  const versions = (await readdir(debian).catch((): string[] => [])).toSorted((a, b) => Number(b) - Number(a))
  for (const bin of [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)]) {
    const files = await readdir(bin).catch((): string[] => [])
    if (!files.includes('initdb') || !files.includes('postgres')) continue
    const major = Number(/\) (\d+)/.exec(execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1])
    if (major >= OLDEST_SUPPORTED) return { bin, major }
  }
  throw new NoBinaries(`This machine has no PostgreSQL ${OLDEST_SUPPORTED} or newer of its own.`)
}
