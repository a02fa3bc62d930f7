import { existsSync } from 'node:fs'
import type pg from 'pg'
import { findEmbedded, prepareEmbedded } from './binaries.ts'
import { doorTo } from './closed-door.ts'
import { configure, makeCluster } from './cluster.ts'
import { DatabaseTrouble, troubleFrom } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import { clusterIn, findHome, openDataFolder, settleHome, socketFolder } from './home.ts'
import { keepRunning } from './keep-running.ts'
import type { State } from './keep-running.ts'
import type { Log } from './log.ts'
import { connectBy, ensureRoles, isWrongPassword } from './roles.ts'
import { run } from './run.ts'
import { chooseRunner } from './run-as.ts'
import type { Runner } from './run-as.ts'
import { keepPasswords, ROLE_NAMES } from './secrets.ts'
import type { Passwords, Role } from './secrets.ts'
import { startServer } from './server.ts'
import type { Ground } from './server.ts'
import { keepSortingTrue } from './sorting.ts'

export type PostgresOptions = {
  readonly dataDir: string
  readonly log: Log
  readonly maxConnections?: number
  /** Forces one of the ways root has: 'namespace' or 'user'. */
  readonly runAs?: string
  /** Another copy of the programs than the installed one. */
  readonly native?: string
}

export type Postgres = {
  connection(role: Role, database?: string): pg.ClientConfig
  state(): State
  onState(listener: (state: State) => void): () => void
  stop(): Promise<void>
  /** A server left behind by a killed process was found; it was stopped in order before ours was started. */
  readonly foundOrphan: boolean
}

/**
 * The database that comes with the house: a real PostgreSQL as a child process, kept in the data folder, reached
 * only through a socket there, started again if it dies. One process at a time may hold the folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = await openDataFolder(options.dataDir)
  const locks = [lockFolder(dataDir)]
  const unlock = () => locks.forEach((lock) => lock.release())
  try {
    const runner = await chooseRunner(clusterIn(await findHome(dataDir)), options.runAs)
    options.log.debug(runner.sentence)
    const home = await settleHome(dataDir, runner, options.log)
    if (home !== dataDir) locks.push(lockFolder(home)) // two copies of a data folder lead to one place
    const { ground, passwords, isNew } = await layGround(dataDir, home, runner, options)
    const { server, connection, foundOrphan } = await open(ground, passwords, isNew)
    const keeper = keepRunning(server, (signal) => startServer(ground, { signal }), options.log)
    const stream = doorTo(keeper.state)
    return { ...keeper, connection: (role, database) => ({ ...connection(role, database), stream }), foundOrphan, stop: () => keeper.stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error instanceof DatabaseTrouble ? error : troubleFrom('start', dataDir, String(error), error)
  }
}

async function layGround(dataDir: string, home: string, runner: Runner, options: PostgresOptions): Promise<{ ground: Ground; passwords: Passwords; isNew: boolean }> {
  const binaries = await prepareEmbedded(options.native ?? findEmbedded(), home, runner)
  const passwords = await keepPasswords(dataDir)
  const cluster = clusterIn(home)
  const isNew = !existsSync(cluster)
  await makeCluster(cluster, binaries, runner, passwords.superuser)
  await runner.own(cluster)
  await configure(cluster, runner, { max_connections: options.maxConnections ?? 40 })
  const sockets = await socketFolder(home, runner)
  return { ground: { cluster, sockets, binaries, runner, log: options.log }, passwords, isNew }
}

async function open(ground: Ground, passwords: Passwords, isNew: boolean) {
  let server = await startServer(ground)
  const { foundOrphan } = server
  const connection = connectBy(ground.sockets, passwords)
  try {
    const sorted = isNew ? false : keepSortingTrue(connection, ground.log).then(() => true, () => false) // meanwhile; tried again below, in the order of a first start
    await ensureRoles(connection, passwords).catch(async (error: unknown) => {
      if (!isWrongPassword(error)) throw error // the superuser's; those of the others were looked into
      await server.stop()
      await resetSuperuser(ground, passwords.superuser)
      server = await startServer(ground)
      await ensureRoles(connection, passwords)
    })
    if (!(await sorted)) await keepSortingTrue(connection, ground.log)
    return { server, connection, foundOrphan }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** For when the file of passwords was lost: whoever can write the data folder may set new ones, with the server down. */
async function resetSuperuser({ runner, binaries, cluster, log }: Ground, password: string): Promise<void> {
  log.warn('The passwords of the database were not the ones kept beside it; new ones are being set.')
  await run(runner, binaries, 'postgres', ['--single', '-D', cluster, 'postgres'], `alter role ${ROLE_NAMES.superuser} password '${password}';\n`)
}
