/**
 * How long the database takes: first start in an empty folder, later starts, stops, and clones for tests.
 *   start-times.ts [--rounds 5]
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { silentLog } from '../../src/kit/postgres/log.ts'
import { startSystemCluster, startTestCluster } from '../../src/kit/postgres/testing.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })
const figures = new Map<string, number[]>()

for (let round = 0; round < Number(values.rounds); round++) {
  const dataDir = await mkdtemp(join(tmpdir(), 'guildhall-times-'))
  for (const which of ['first start', 'later start'] as const) {
    const postgres = await timed(which, () => startPostgres({ dataDir, log: silentLog }))
    await timed('stop', () => postgres.stop())
  }
  await rm(dataDir, { recursive: true })
}
for (const [name, start] of [['embedded', startTestCluster], ['system', startSystemCluster]] as const) {
  const cluster = await timed(`test cluster, ${name}`, start)
  for (let round = 0; round < Number(values.rounds); round++) await timed(`clone, ${name}`, () => cluster.cloneDatabase('template1'))
  await cluster.stop()
}
for (const [name, times] of figures) {
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`${name.padEnd(24)} median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, longest ${Math.round(sorted.at(-1) ?? 0)} ms`)
}

async function timed<Answer>(name: string, act: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now()
  const answer = await act()
  figures.set(name, [...(figures.get(name) ?? []), performance.now() - began])
  return answer
}
