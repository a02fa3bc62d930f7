/**
 * Kills the whole house, database and all, at random moments while several visitors change things over HTTP; opens it again, and looks
 * whether anything acknowledged is lost or anything stands half done.
 *   kill-house.ts [--rounds 20] [--control]
 * With --control a go-between says yes before the house did; the harness must then find losses, or it is worth nothing.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { silentLog } from '../../src/kit/postgres/log.ts'
import { halfDone } from './half-done.ts'
import { startHouse, until } from './running-house.ts'
import { startMine, visitor } from './visitor.ts'

export type Killed = { readonly acknowledged: number; readonly unanswered: number; readonly lost: number; readonly halfDone: readonly string[]; readonly openings: readonly number[] }

export async function killHouse(rounds: number, tooEarly = false, say: (line: string) => void = () => undefined): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-kill-house-'))
  const acknowledged: string[] = []
  const openings: number[] = []
  let unanswered = 0
  let lost = 0
  let half: readonly string[] = []
  let cookie = ''
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const house = await startHouse(folder)
      openings.push(house.opened)
      cookie ||= await startMine(house.address)
      let over = false
      let answered = 0
      const write = async () => {
        const { list, openNetwork } = visitor(() => house.address, cookie)
        while (!over) {
          const name = `Kept ${randomUUID()}`
          if (tooEarly) acknowledged.push(name)
          const answer = await (Math.random() < 0.8 ? list : openNetwork)(name, randomUUID())
          if (answer?.status === 201) answered += 1
          if (answer?.status === 201 && !tooEarly) acknowledged.push(name)
          if (!answer) { unanswered += 1; return }
        }
      }
      const writing = [1, 2, 3, 4].map(write)
      await until(async () => answered > 0, 30_000, 'A first answer')
      await pause(Math.random() * 600)
      await house.killAll()
      over = true
      await Promise.all(writing)
      const looked = await look(folder, acknowledged)
      lost = looked.lost
      half = looked.half
      say(`round ${round}: ${acknowledged.length} acknowledged in all, ${lost} lost, ${half.length === 0 ? 'nothing half done' : half.join('; ')}`)
    }
    return { acknowledged: acknowledged.length, unanswered, lost, halfDone: half, openings: openings.toSorted((a, b) => a - b) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function look(folder: string, acknowledged: readonly string[]): Promise<{ lost: number; half: readonly string[] }> {
  const postgres = await startPostgres({ dataDir: folder, log: silentLog })
  const client = new pg.Client(postgres.connection('owner'))
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select name from organisation union all select name from network')
  const there = new Set(rows.map(({ name }) => name))
  const half = await halfDone(client, postgres.connection('owner'))
  await client.end()
  await postgres.stop()
  return { lost: acknowledged.filter((name) => !there.has(name)).length, half }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' }, control: { type: 'boolean', default: false } } })
  const found = await killHouse(Number(values.rounds), values.control, (line) => console.log(line))
  const median = Math.round(found.openings[Math.floor(found.openings.length / 2)] ?? 0)
  console.log(`${found.openings.length} openings (median ${median} ms, longest ${Math.round(found.openings.at(-1) ?? 0)} ms), ${found.acknowledged} changes acknowledged, ${found.lost} lost, ${found.unanswered} unanswered, half done: ${found.halfDone.join('; ') || 'nothing'}`)
  const held = found.lost === 0 && found.halfDone.length === 0
  console.log(values.control ? `control: the harness ${held ? 'MISSES' : 'catches'} a yes that came too early` : held ? 'held' : 'BROKEN')
  process.exit(held === values.control ? 1 : 0)
}
