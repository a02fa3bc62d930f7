/**
 * Takes the database away from under a house at work, in three ways: killed, stopped still for a while, every connection cut. Visitors go
 * on changing things, each with a key that they send again until they are told it is done.
 *   kill-database-under.ts [--rounds 3] [--control]
 * With --control the visitors take a fresh key each time they try again; the harness must then find things done twice.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { databasePid, lookInto, startHouse } from './running-house.ts'
import { startMine, visitor } from './visitor.ts'

export type Taken = { readonly acknowledged: number; readonly refused: number; readonly lost: number; readonly doubled: number; readonly wrong: readonly string[]; readonly backAfterMs: readonly number[] }

const WAYS = ['killed', 'stopped still', 'its connections cut'] as const

export async function takeDatabaseAway(rounds: number, freshKeys = false, say: (line: string) => void = () => undefined): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-database-under-'))
  const house = await startHouse(folder)
  const wrong = new Set<string>()
  const acknowledged: string[] = []
  const backAfterMs: number[] = []
  let refused = 0
  try {
    const cookie = await startMine(house.address)
    const { list } = visitor(() => house.address, cookie)
    let over = false
    let lastTrouble = 0
    const work = async () => {
      while (!over) {
        const name = `Kept ${randomUUID()}`
        let key: string = randomUUID()
        for (let tried = 0; tried < 400; tried += 1) {
          const answer = await list(name, key)
          if (answer?.status === 201) { acknowledged.push(name); break }
          refused += 1
          lastTrouble = performance.now()
          if (answer?.status !== 503 || !answer.retryAfter) wrong.add(answer ? `answered ${answer.status}${answer.status === 503 ? ' without Retry-After' : ''}` : 'the line broke')
          if (freshKeys) key = randomUUID()
          await pause(50)
        }
      }
    }
    const working = Array.from({ length: 6 }, work)
    await pause(500)
    for (let round = 0; round < rounds; round += 1) {
      const way = WAYS[round % WAYS.length] ?? 'killed'
      const pid = await databasePid(folder)
      const began = performance.now()
      lastTrouble = began
      if (way === 'killed') process.kill(pid, 'SIGKILL')
      else if (way === 'stopped still') await standStill(pid)
      else process.kill(pid, 'SIGQUIT') // every connection is cut at once and it comes back by itself or by its keeper
      const before = acknowledged.length
      while (acknowledged.length < before + 20 || performance.now() - lastTrouble < 500) {
        if (performance.now() - began > 60_000) throw new Error(`The house was not itself again within a minute of its database being ${way}; told ${[...wrong].join('; ') || 'only to wait'}.`)
        await pause(20)
      }
      backAfterMs.push(lastTrouble - began)
      say(`round ${round + 1}, ${way}: last trouble ${Math.round(lastTrouble - began)} ms after, ${refused} told to wait so far, ${[...wrong].join('; ') || 'nothing else'}`)
    }
    over = true
    await Promise.all(working)
  } finally {
    await house.stop()
  }
  const rows = await lookInto(folder, async (client) => (await client.query<{ name: string; times: number }>(`select name, count(*)::int as times from organisation where name like 'Kept %' group by name`)).rows)
  const times = new Map(rows.map((row) => [row.name, row.times]))
  await rm(folder, { recursive: true, force: true })
  return { acknowledged: acknowledged.length, refused, lost: acknowledged.filter((name) => !times.has(name)).length, doubled: rows.filter((row) => row.times > 1).length, wrong: [...wrong], backAfterMs }
}

/** The whole server stands still longer than a request may take, as on a machine that is out of breath. */
async function standStill(pid: number): Promise<void> {
  const { readdirSync, readFileSync } = await import('node:fs')
  const all = [pid, ...readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((one) => {
    try { return readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid) } catch { return false }
  })]
  for (const one of all) try { process.kill(one, 'SIGSTOP') } catch { /* gone meanwhile */ }
  await pause(1_500)
  for (const one of all) try { process.kill(one, 'SIGCONT') } catch { /* gone meanwhile */ }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' }, control: { type: 'boolean', default: false } } })
  const found = await takeDatabaseAway(Number(values.rounds), values.control, (line) => console.log(line))
  console.log(`${found.acknowledged} changes acknowledged, ${found.refused} told to wait, ${found.lost} lost, ${found.doubled} doubled, back after ${found.backAfterMs.map(Math.round).join(', ')} ms, told otherwise: ${found.wrong.join('; ') || 'nothing'}`)
  const held = found.lost === 0 && found.doubled === 0 && found.wrong.length === 0
  console.log(values.control ? `control: the harness ${found.doubled > 0 ? 'catches' : 'MISSES'} what is done twice` : held ? 'held' : 'BROKEN')
  process.exit((values.control ? found.doubled > 0 : held) ? 0 : 1)
}
