import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { troubleFrom, WrongClusterVersion } from './errors.ts'
import { run } from './run.ts'
import type { Runner } from './run-as.ts'
import { ROLE_NAMES, syncFolder } from './secrets.ts'

export type Settings = Readonly<Record<string, string | number>>

/** Makes the cluster if there is none yet. It appears under its own name only when it is whole. */
export async function makeCluster(cluster: string, binaries: Binaries, runner: Runner, password: string, { sync = true } = {}): Promise<void> {
  const home = dirname(cluster)
  for (const name of await readdir(home)) {
    if (name.startsWith('database.half-')) await rm(join(home, name), { recursive: true, force: true })
  }
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (found !== undefined) {
    if (Number(found) !== binaries.major) throw new WrongClusterVersion(cluster, found.trim(), binaries.major)
    return
  }
  const half = join(home, `database.half-${randomBytes(4).toString('hex')}`)
  try {
    await initialise(half, binaries, runner, password, sync)
    await rename(half, cluster)
    await syncFolder(home)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw troubleFrom('be made', cluster, error instanceof Error ? error.message : String(error), error)
  }
}

async function initialise(half: string, binaries: Binaries, runner: Runner, password: string, sync: boolean): Promise<void> {
  await makeEmptyFor(half, runner)
  const passwordFile = join(half, '..', `${half.split('/').at(-1)}-password`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  await runner.own(passwordFile)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB']
  const access = [`--username=${ROLE_NAMES.superuser}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  try {
    await run(runner, binaries, 'initdb', ['-D', half, ...locale, ...access, '--data-checksums', ...(sync ? [] : ['--no-sync'])])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function makeEmptyFor(folder: string, runner: Runner): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  await runner.own(folder)
}

/** Written anew at every start, so that a new release brings its own; a host's wishes in postgres.conf come between. */
export async function configure(cluster: string, runner: Runner, settings: Settings): Promise<void> {
  const own = existsSync(join(dirname(cluster), 'postgres.conf')) ? ["include '../postgres.conf'"] : []
  const files = {
    'postgresql.conf': ['# Written at every start. Settings of your own go into postgres.conf beside this folder.', ...lines(defaults()), ...own, ...lines({ ...FIRM, ...settings })],
    'pg_hba.conf': ['# Everybody on the socket shows a password; there is no other way in.', 'local all all scram-sha-256'],
    'pg_ident.conf': ['# No maps.'],
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(cluster, name), `${text.join('\n')}\n`, { mode: 0o600 })
    await runner.own(join(cluster, name))
  }
}

const lines = (settings: Settings) => Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)

/** What we promise or rely on, so no wish goes over it. */
const FIRM: Settings = {
  listen_addresses: '',
  port: 5432,
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  lc_messages: 'C',
  logging_collector: 'off',
  log_line_prefix: '',
  // Statements, parameters and details hold what people typed: none of it goes into a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}

const MB = 1024 * 1024

function defaults(): Settings {
  const memory = totalmem() / MB
  return {
    shared_buffers: `${Math.round(Math.min(128, Math.max(16, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    random_page_cost: 1.1,
    jit: 'off',
    // Small containers give shared memory of 64 MB, which parallel plans can exhaust; two cores gain little from them.
    max_parallel_workers_per_gather: 0,
    datestyle: 'iso, dmy',
    timezone: 'UTC',
    log_timezone: 'UTC',
    default_text_search_config: 'pg_catalog.english',
  }
}
