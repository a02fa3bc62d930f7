/**
 * A disk that is full: making a database there is refused in words, a running one loses nothing acknowledged, comes
 * back by itself once there is room, and a backup that does not fit leaves no file.
 *   sudo full-disk.ts [--rounds 1]        (it mounts small disks in memory, seen by nobody else)
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { backup, NoRoomForBackup } from '../../src/kit/backup/index.ts'
import { DiskFull, startPostgres } from '../../src/kit/postgres/index.ts'
import { silentLog } from '../../src/kit/postgres/log.ts'
import { until } from '../../src/kit/postgres/until.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1' }, inside: { type: 'string' } } })
if (!values.inside) {
  const place = mkdtempSync(join(tmpdir(), 'guildhall-full-'))
  const mount = `mkdir "$0/small" "$0/large" && mount -t tmpfs -o size=20m,mode=711 none "$0/small" && mount -t tmpfs -o size=160m,mode=711 none "$0/large" && exec "$@"`
  const { status } = spawnSync('unshare', ['--mount', 'sh', '-c', mount, place, process.execPath, import.meta.filename, '--inside', place, '--rounds', values.rounds], { stdio: 'inherit' })
  await rm(place, { recursive: true })
  process.exit(status ?? 1)
}

let broken = 0
const small = join(values.inside, 'small')
const large = join(values.inside, 'large')
const refused: unknown = await startPostgres({ dataDir: join(small, 'data'), log: silentLog }).then(() => 'it started', (error) => error)
tell('an empty folder on a disk too small', refused instanceof DiskFull, String(refused))
tell('and nothing half-made stays', !(await readdir(join(small, 'data'))).some((name) => name.startsWith('database.') || name === 'database'), '')

const postgres = await startPostgres({ dataDir: join(large, 'data'), log: silentLog })
const acknowledged: number[] = []
await ask('create table kept (row int primary key, filling text)')
await ask("create table noise as select i, (select string_agg(md5(random()::text || n), '') from generate_series(1, 30000) n where i > 0) from generate_series(1, 12) i")
for (let round = 0; round < Number(values.rounds); round++) {
  const brick = join(large, 'brick')
  const seen = new Set<string>()
  postgres.onState((state) => seen.add(state))
  await write(() => acknowledged.length < 200 * (round + 1))
  const fits = await fill(brick)
  const refusal = await write(() => true)
  const reads = await ask('select count(*)::int as count from kept').then(() => true, () => false)
  const to = join(large, 'backup')
  const noBackup: unknown = await backup({ connection: postgres.connection('owner'), to }).catch((error) => error)
  for (let again = 0; again < 8; again++) await backup({ connection: postgres.connection('owner'), to }).catch(() => undefined) // where in its course the disk is full is chance
  await rm(brick)
  const began = performance.now()
  const back = await until(() => ask(`insert into kept values (${-1 - round})`).then(() => true, () => false), 30_000, 50)
  tell(`round ${round + 1}: writes come back once there is room`, back && performance.now() - began < 15_000, `after ${Math.round(performance.now() - began)} ms; ${Math.round(fits / 1e6)} MB of brick, "${refusal}", reads ${reads ? 'went on' : 'stopped'}, the server ${seen.has('restarting') ? 'had to start again' : 'stayed up'}`)
  tell(`round ${round + 1}: a backup does not fit, or the server is away`, noBackup instanceof NoRoomForBackup || !reads, String(noBackup))
  tell(`round ${round + 1}: no half backup stays`, !(await readdir(large)).some((name) => name.includes('half') || name === 'backup'), '')
  const kept = new Set((await ask('select row from kept')).map(({ row }) => row))
  const lost = acknowledged.filter((row) => !kept.has(row))
  tell(`round ${round + 1}: ${acknowledged.length} rows acknowledged`, lost.length === 0, `${lost.length} lost`)
}
await postgres.stop()
process.exit(broken === 0 ? 0 : 1)

/** Writes until it is told enough or the database says no, and answers with what it said. */
async function write(more: () => boolean): Promise<string> {
  const client = new pg.Client(postgres.connection('owner'))
  client.on('error', () => {})
  await client.connect()
  try {
    while (more()) {
      const row = acknowledged.length + 1
      await client.query("insert into kept values ($1::int, repeat(md5(random()::text), 250)) on conflict do nothing", [row])
      acknowledged.push(row)
    }
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Lays a brick on the disk that leaves a few megabytes. */
async function fill(brick: string): Promise<number> {
  const file = await open(brick, 'w')
  const lump = Buffer.alloc(1024 * 1024, 1)
  let size = 0
  try {
    for (;;) size += (await file.write(lump)).bytesWritten
  } catch {
    await file.truncate(Math.max(0, size - 3 * lump.length))
  }
  await file.close()
  return size
}

async function ask(statement: string): Promise<{ row: number }[]> {
  const client = new pg.Client(postgres.connection('owner'))
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

function tell(what: string, held: boolean, more: string): void {
  if (!held) broken++
  console.log(`${held ? 'held' : 'BROKEN'}  ${what}${more && `: ${more}`}`)
}
