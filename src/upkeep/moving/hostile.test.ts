import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable } from '../../kit/tables/read-table.ts'
import { LIMITS } from '../../kit/tables/table.ts'
import { routes } from '../../routes.ts'
import { FILES } from './testing/hostile-files.ts'
import { fieldsIn, openGuild, tableIn, type Guild } from './testing/guild.ts'

let guild: Guild
beforeAll(async () => { guild = await openGuild() })
afterAll(() => guild.close())

const MB = 1024 * 1024

test('there are at least a hundred of them', () => expect(FILES.length).toBeGreaterThanOrEqual(100))

test('each is read as a table or refused in words, within bounds of memory', async () => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = 0
  const wrong: string[] = []
  for (const [name, file, must] of FILES) {
    const came = await readTable(file).then(() => 'a table', (error: unknown) => (error instanceof Error && 'sentence' in error && 'next' in error && String(error.sentence).endsWith('.') ? 'a refusal' : `a fault: ${String(error)}`))
    if (came.startsWith('a fault') || (must === 'refused' && came !== 'a refusal')) wrong.push(`${name}: ${came}`)
    most = Math.max(most, process.memoryUsage.rss() - before)
  }

  expect(wrong).toEqual([])
  expect(most / MB).toBeLessThan(700)
}, 120_000)

test('none of them, sent by an organiser, makes a page fail or a row appear before somebody says go', async () => {
  const { web, slug, people: { olga: as } } = guild
  const failed: string[] = []
  for (const [at, [name, file, must]] of FILES.entries()) {
    if (file.length > LIMITS.bytes) continue // the web refuses those before reading
    if (at % 25 === 24) web.town.clock.forward(3_600_000) // so many tables an hour are the most
    const sent = await guild.upload(file, { name: `${at}.csv` })
    if (sent.status >= 500 || ![303, 422].includes(sent.status)) failed.push(`${name}: ${sent.status}`)
    if (must === 'refused' && sent.status === 422 && !/We take|Save|save|Split|Take away|Look for|Unpack|Open it|Choose|first row/.test(sent.text)) failed.push(`${name}: no next step`)
    if (sent.status !== 303) continue
    const id = tableIn(sent)
    const columns = await web.get(routes.importColumns(slug, id), { as })
    const chosen = { ...fieldsIn(columns.text), c0: 'name' }
    const looked = await web.post(routes.importColumns(slug, id), Object.fromEntries(Object.entries(chosen).map(([field, value]) => [field, field !== 'c0' && value === 'name' ? '' : value])), { as })
    const mending = await web.get(routes.importMending(slug, id), { as })
    const preview = await web.get(routes.importPreview(slug, id), { as })
    for (const page of [columns, looked, mending, preview]) if (page.status >= 400) failed.push(`${name}: ${page.status}`)
    if (/<script>alert|<img src=x/.test(mending.text + preview.text + columns.text)) failed.push(`${name}: runs`)
  }
  const { rows } = await web.town.ctx().read(async (tx) => ({ rows: await tx.db.selectFrom('organisation').select('id').execute() }))

  expect(failed).toEqual([])
  expect(rows).toEqual([])
}, 180_000)
