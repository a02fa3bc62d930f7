/**
 * As root, below a folder closed to all others: the database must start and keep its rows in each of the ways root
 * has, and when the way changes from one start to the next.
 *   sudo ways-to-run.ts
 */
import { existsSync } from 'node:fs'
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findEmbedded, SHARED_HOME } from '../../src/kit/postgres/binaries.ts'
import { startPostgres } from '../../src/kit/postgres/index.ts'

if (process.getuid?.() !== 0) throw new Error('Only root has more than one way; start this as root.')
const hadShared = existsSync(SHARED_HOME)
const closed = await mkdtemp(join(tmpdir(), 'guildhall-closed-'))
await chmod(closed, 0o700)
// The programs too must be where nobody else can go, as they are when the whole project lies below a closed home.
const native = join(closed, 'programs', 'native')
await cp(findEmbedded(), native, { recursive: true, verbatimSymlinks: true })

let failed = 0
for (const ways of [['namespace', 'namespace'], ['user', 'user'], ['namespace', undefined], ['user', undefined], ['user', 'namespace']]) {
  const dataDir = await mkdtemp(join(closed, 'data-'))
  try {
    for (const [round, runAs] of ways.entries()) await visit(dataDir, round, runAs)
    console.log(`${ways.map((way) => way ?? 'own choice').join(', then ')}: held`)
  } catch (error) {
    failed++
    console.log(`${ways.join(', then ')}: BROKEN, ${error instanceof Error ? error.message : error}`)
  }
  const elsewhere = (await readFile(join(dataDir, 'database-folder'), 'utf8').catch(() => '')).trim()
  if (elsewhere) await rm(elsewhere, { recursive: true })
}
await rm(closed, { recursive: true })
if (!hadShared) await rm(SHARED_HOME, { recursive: true, force: true })
process.exit(failed === 0 ? 0 : 1)

async function visit(dataDir: string, round: number, runAs: string | undefined): Promise<void> {
  const log = { debug() {}, info: (line: string) => console.log(`  ${line}`), warn: (line: string) => console.log(`  ${line}`), error: (line: string) => console.log(`  ${line}`) }
  const postgres = await startPostgres({ dataDir, log, native, ...(runAs && { runAs }) })
  try {
    const client = new pg.Client(postgres.connection('owner'))
    await client.connect()
    await client.query('create table if not exists kept (row int)')
    await client.query('insert into kept values ($1)', [round])
    const { rows } = await client.query('select count(*)::int as count from kept')
    await client.end()
    if (rows[0].count !== round + 1) throw new Error(`${rows[0].count} rows where ${round + 1} were expected`)
  } finally {
    await postgres.stop()
  }
}
