import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, readMigrations } from '../src/kit/database/migrate.ts'
import { startTestCluster } from '../src/kit/postgres/testing.ts'

/** Writes `db/types.ts` from the migrated schema. With --check it only says whether the file is true to it. */
const KEPT = 'db/types.ts'
const check = process.argv.includes('--check')
const folder = mkdtempSync(join(tmpdir(), 'guildhall-types-'))
const cluster = await startTestCluster()
try {
  const owner = cluster.connection('owner')
  await migrate(owner, readMigrations('db/migrations'))
  const made = check ? join(folder, 'types.ts') : KEPT
  const url = `postgres://${owner.user}:${encodeURIComponent(String(owner.password))}@/${owner.database}?host=${encodeURIComponent(owner.host ?? '')}`
  const run = spawnSync('kysely-codegen', ['--dialect', 'postgres', '--url', url, '--out-file', made, '--no-singularize', '--exclude-pattern', 'public.migration', '--type-mapping', '{"date":"string","int8":"number"}'], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr || run.stdout)
  const same = readFileSync(made, 'utf8') === readFileSync(KEPT, 'utf8')
  if (check && !same) process.stderr.write(`${KEPT} is not what the migrations make. Run "npm run types" and commit it.\n`)
  process.exitCode = same ? 0 : 1
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
