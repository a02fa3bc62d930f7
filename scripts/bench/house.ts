import autocannon from 'autocannon'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfNeeded } from '../build.ts'
import { fillNetwork } from './fill-network.ts'
import { fillWithPartners, QUESTIONS } from './find-partners.ts'
import { openRunningHouse, startOwnNetwork, type RunningHouse } from './running-house.ts'

type Row = { readonly what: string; readonly measured: string; readonly budget: string }
const MEMBERS = 10_000

/** Starts a real house in an empty folder and measures it from outside, as a browser would. */
export async function benchHouse(): Promise<void> {
  await buildIfNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const rows: Row[] = []
  const say = (what: string, measured: string, budget: string) => { rows.push({ what, measured, budget }); process.stderr.write(`${what}: ${measured} (budget ${budget})\n`) }
  try {
    const first = await openRunningHouse(folder)
    say('from start to the first page, empty folder', seconds(first.readyAfter), '4 s')
    const { cookie, slug } = await startOwnNetwork(first)
    await first.stop()

    await fillNetwork(folder, slug, MEMBERS)
    const house = await openRunningHouse(folder)
    say('restart', seconds(house.readyAfter), '1.5 s')
    await measurePages(house, cookie, slug, say)
    await measureScripts(house, cookie, slug, say)
    say('memory of the process, PostgreSQL apart', `${Math.round(memoryOf(house.pid) / 1024)} MB`, '400 MB')
    await house.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  print(rows)
}

const PARTNERS = 30_000

/** Starts a house of its own with 30,000 organisations, and asks its page Find partners as a member would. */
export async function benchFind(): Promise<void> {
  await buildIfNeeded()
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
  const rows: Row[] = []
  const say = (what: string, measured: string, budget: string) => { rows.push({ what, measured, budget }); process.stderr.write(`${what}: ${measured} (budget ${budget})\n`) }
  try {
    const first = await openRunningHouse(folder)
    const { cookie, slug } = await startOwnNetwork(first)
    await first.stop()
    await fillWithPartners(folder, slug, PARTNERS)
    const house = await openRunningHouse(folder)
    const ask = async (path: string): Promise<{ took: number; found: boolean }> => {
      const began = performance.now()
      const answer = await fetch(house.address + path, { headers: { cookie } })
      const text = await answer.text()
      return { took: performance.now() - began, found: answer.status === 200 && /<article[^>]*>/.test(text.slice(text.indexOf('<main'))) }
    }
    // The first question makes the atlas. Others go on meanwhile.
    const building = ask(QUESTIONS[0] ?? '/find')
    const meanwhile: number[] = []
    let built = false
    void building.finally(() => { built = true })
    while (!built) meanwhile.push((await ask('/networks')).took)
    say(`first question in a network of ${PARTNERS.toLocaleString('en-GB')}, which makes its atlas`, seconds((await building).took), 'none')
    say('other pages meanwhile', `p50 ${of(meanwhile, 0.5)} ms, the slowest ${of(meanwhile, 1)} ms`, 'they go on')
    for (const question of QUESTIONS) await ask(question)
    const took: number[] = []
    let empty = 0
    const before = processorTime(house.pid)
    for (let round = 0; round < 20; round += 1) for (const question of QUESTIONS) { const one = await ask(question); took.push(one.took); if (!one.found) empty += 1 }
    say('match page with its reasons', `p50 ${of(took, 0.5)} ms, p95 ${of(took, 0.95)} ms, ${empty} of ${took.length} empty`, 'p95 120 ms')
    say('processor time of the house for one', `${Math.round((processorTime(house.pid) - before) / took.length)} ms`, 'the same on a crowded machine')
    say('memory of the process with that atlas', `${Math.round(memoryOf(house.pid) / 1024)} MB`, 'none')
    await house.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  print(rows)
}

/** Milliseconds of processor time so far, of user and system together; Linux counts in hundredths. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const of = (numbers: readonly number[], share: number): number => Math.round(numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0)

async function measurePages(house: RunningHouse, cookie: string, slug: string, say: (what: string, measured: string, budget: string) => void): Promise<void> {
  const list = `${house.address}/networks/${slug}/members`
  await shoot(list, cookie, 1, 3) // the first pages warm plans and code
  const alone = await shoot(list, cookie, 1, 8)
  say(`page with 50 of ${MEMBERS.toLocaleString('en-GB')} members, one at a time`, `p50 ${alone.latency.p50} ms, p99 ${alone.latency.p99} ms`, 'p50 10 ms, p99 60 ms')
  const busy = await shoot(list, cookie, 20, 8)
  say('the same, twenty at a time', `${Math.round(busy.requests.average)} pages a second, p99 ${busy.latency.p99} ms, ${busy.non2xx} refused`, '600 a second')
  const front = await shoot(`${house.address}/sign-in`, undefined, 20, 8)
  say('a page for somebody not signed in, twenty at a time', `${Math.round(front.requests.average)} pages a second, p99 ${front.latency.p99} ms, ${front.non2xx} refused`, '2,000 a second')
}

/** What a browser is sent to run, packed as it travels. */
async function measureScripts(house: RunningHouse, cookie: string, slug: string, say: (what: string, measured: string, budget: string) => void): Promise<void> {
  const weigh = async (path: string, headers: Record<string, string>) => {
    const page = await (await fetch(house.address + path, { headers })).text()
    const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src)
    const sizes = await Promise.all(scripts.map(async (src) => gzipSync(Buffer.from(await (await fetch(new URL(src, house.address))).arrayBuffer())).length))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  say('script on an app page, packed', kB(await weigh(`/networks/${slug}/members`, { cookie })), 'under 90 kB')
  say('script on a page for strangers, packed', kB(await weigh('/sign-in', {})), '0 to 30 kB')
}

function shoot(url: string, cookie: string | undefined, connections: number, duration: number) {
  return autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} })
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

function print(rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const { what, measured, budget } of rows) process.stdout.write(`${what.padEnd(width)}  ${measured.padEnd(48)}  ${budget}\n`)
}
