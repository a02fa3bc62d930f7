/**
 * Kills the database or its keeper at random moments during writes and counts acknowledged rows that are lost and
 * folders that do not open again.
 *   kill-database.ts [--rounds 20] [--control]
 * With --control the writer acknowledges too early; the harness must then find losses, or it is worth nothing.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { silentLog } from '../../src/kit/postgres/log.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, control: { type: 'boolean', default: false } } })
const folder = await mkdtemp(join(tmpdir(), 'guildhall-kill-'))
const acknowledged: string[] = []
let lost = 0
let orphans = 0
const openings: number[] = []

await lookInto('create table kept (row bigint primary key)')
const ways = ['the keeper', 'the server', 'keeper and server', 'the keeper and its watch'] as const
for (let round = 0; round < Number(values.rounds); round++) {
  const way = ways[round % ways.length] ?? ways[0]
  const before = acknowledged.length
  await writeAndKill(way)
  const rows = new Set((await lookInto('select row::text from kept')).map(({ row }) => row))
  const gone = acknowledged.filter((row) => !rows.has(row))
  lost += gone.length
  console.log(`round ${round + 1}, killed ${way}: ${acknowledged.length - before} rows acknowledged, ${gone.length} of all are lost`)
}
await rm(folder, { recursive: true, force: true })

openings.sort((a, b) => a - b)
const at = (share: number) => Math.round(openings[Math.floor((openings.length - 1) * share)] ?? 0)
console.log(`${acknowledged.length} rows acknowledged, ${lost} lost, ${orphans} orphans found; openings: median ${at(0.5)} ms, longest ${at(1)} ms`)
const asExpected = values.control ? lost > 0 : lost === 0
console.log(values.control ? `control: the harness ${lost > 0 ? 'catches' : 'MISSES'} a writer that acknowledges too early` : `${lost === 0 ? 'held' : 'BROKEN'}`)
process.exit(asExpected ? 0 : 1)

async function writeAndKill(way: (typeof ways)[number]): Promise<void> {
  const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-folder.ts'), folder, values.control ? '--write-and-lie' : '--write'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const gone = new Promise((resolve) => holder.on('close', resolve))
  const up = new Promise<void>((resolve) => {
    createInterface({ input: holder.stdout }).on('line', (line) => {
      if (/^\d+$/.test(line)) acknowledged.push(line)
      else resolve()
    })
  })
  await up
  await pause(50 + Math.random() * 400)
  const server = Number((await readFile(join(folder, 'database', 'postmaster.pid'), 'utf8')).split('\n')[0])
  if (way === 'the keeper and its watch') for (const pid of await childrenOf(holder.pid ?? 0)) if (pid !== server) process.kill(pid, 'SIGKILL')
  if (way !== 'the keeper' && way !== 'the keeper and its watch') process.kill(server, 'SIGKILL')
  if (way === 'the server') await pause(Math.random() * 800) // it is brought back meanwhile, and written to
  holder.kill('SIGKILL')
  await gone
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text.trim().split(' ').filter(Boolean).map(Number)
}

async function lookInto(statement: string): Promise<{ row: string }[]> {
  const began = performance.now()
  const postgres = await startPostgres({ dataDir: folder, log: silentLog })
  openings.push(performance.now() - began)
  if (postgres.foundOrphan) orphans++
  const client = new pg.Client(postgres.connection('owner'))
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  await postgres.stop()
  return rows
}
