import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../entry/testing.ts'
import type { Id } from '../../kit/ids.ts'
import { openBoss } from '../../kit/jobs/queue.ts'
import { takePart } from '../../kit/jobs/work.ts'
import { openLog } from '../../kit/log.ts'
import { startSession } from '../../people/index.ts'
import { arrive } from '../../people/testing/people.ts'
import { routes } from '../../routes.ts'
import { makeToken } from '../tokens/make-token.ts'
import { forgetRegisters } from './forget-registers.ts'
import { WOOD, writeWood } from './testing/wood.ts'

let folder: string, web: TestWeb, as: Id<'person'>, other: Id<'person'>, token: string, weak: string
let stop: () => Promise<void>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registers-'))
  writeWood(join(folder, 'open', 'wood'))
  writeWood(join(folder, 'open', 'odd'), { 'participations.csv': Buffer.from('project,partner\nt1,999000001\n') })
  writeWood(join(folder, 'secret'))
  symlinkSync(join(folder, 'secret'), join(folder, 'open', 'by-a-link'))
  mkdirSync(join(folder, 'open', 'empty'))
  web = await openTestWeb({ REGISTERS_DIR: join(folder, 'open') })
  const { town } = web
  const host = await arrive(town, 'Hugh')
  as = host.person
  other = (await arrive(town, 'Olga')).person
  await town.ctx().transaction((tx) => tx.db.insertInto('host').values({ person_id: as, since: tx.now }).execute())
  const { session } = await town.ctx().transaction((tx) => startSession(tx, { person: as, how: 'password', device: 'Firefox' }))
  const proved = town.ctx({ by: 'session', person: as, session, provedAt: town.clock.now() })
  token = (await makeToken(proved, { name: 'The night shift', scopes: ['read', 'write', 'upkeep'], lasts: 'month' })).text
  weak = (await makeToken(proved, { name: 'A website', scopes: ['read', 'write'], lasts: 'month' })).text
  const boss = openBoss(town.app, openLog('silent'))
  await boss.start()
  await takePart(boss, town.house)
  stop = () => boss.stop({ graceful: false })
})
afterAll(async () => {
  await stop()
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

const noneAtWork = () => expect.poll(() => web.town.ctx().read((tx) => tx.db.selectFrom('work').select('title').where('finished_at', 'is', null).execute()), { timeout: 50_000 }).toEqual([])
const handIn = async (files: Readonly<Record<string, Buffer>>) => {
  const form = new FormData()
  form.set('_key', randomUUID())
  form.set('projects', '3')
  for (const [name, bytes] of Object.entries(files)) form.append('files', new File([new Uint8Array(bytes)], name))
  return web.send(routes.registers, { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as) } })
}

/** A table waits where it would begin to be kept, as it would behind a slow disk, until this is let go. */
async function holdTables() {
  const owner = new pg.Client(web.town.owner)
  await owner.connect()
  await owner.query(`create function wait_here() returns trigger language plpgsql as $$ begin perform set_config('lock_timeout', '60s', true); perform pg_advisory_xact_lock(42); return new; end $$`)
  await owner.query('create trigger wait_here before insert on import_draft for each row execute function wait_here()')
  await owner.query('select pg_advisory_lock(42)')
  return {
    isHeld: async () => (await owner.query(`select from pg_locks where locktype = 'advisory' and objid = 42 and not granted`)).rowCount === 1,
    open: async () => {
      await owner.query('select pg_advisory_unlock(42)')
      await noneAtWork()
      await owner.query('drop trigger wait_here on import_draft')
      await owner.end()
    },
  }
}

test('the host looks at a register, stops it half-way, goes on, and is told what is in and where to look', async () => {
  expect((await web.get(routes.registers, { as: other })).status).toBe(404)
  const start = await web.get(routes.registers, { as })
  expect(['wood', 'odd', 'by-a-link', 'empty'].map((name) => start.text.includes(`value="${name}"`))).toEqual([true, true, true, false])

  const sent = await web.post(routes.registers, { folder: 'wood', projects: '' }, { as })
  expect(sent.status).toBe(303)
  await noneAtWork()
  const page = sent.location ?? '', looked = await web.get(page, { as })
  for (const says of ['What would come in', 'Oak, and &quot;solid&quot; doors', '1 of the organisations have no name', 'Nothing.']) expect(looked.text).toContain(says)
  expect((await web.get(page, { as: other })).status).toBe(404)
  const unnamed = await web.post(`${page}/import`, { network: 'a new one', name: '', purpose: 'Joint work' }, { as })
  expect([unnamed.status, unnamed.text.includes('The name of the new network is missing.'), unnamed.text.includes('value="Joint work"')]).toEqual([422, true, true])

  const gate = await holdTables()
  try {
    await web.post(`${page}/import`, { network: 'a new one', name: 'Wood', purpose: 'Joint work' }, { as })
    await web.post(`${page}/import`, {}, { as })
    await expect.poll(gate.isHeld, { timeout: 30_000 }).toBe(true)
    const working = await web.town.ctx().read((tx) => tx.db.selectFrom('work').selectAll().where('kind', '=', 'upkeep.bring-in-register').execute())
    expect(working).toHaveLength(1)
    expect((await web.get(page, { as })).text).toContain('Taking in the members')
    await web.post(`${routes.work}/${working[0]?.id ?? ''}/cancellation`, {}, { as })
  } finally {
    await gate.open()
  }
  await noneAtWork()

  const broken = await web.get(page, { as })
  for (const says of ['Stopped. In so far: the vocabulary.', 'Go on']) expect(broken.text).toContain(says)
  const members = () => web.town.ctx().read((tx) => tx.db.selectFrom('membership').select('listed_as').orderBy('listed_as').execute())
  expect(await members()).toEqual([])
  await web.post(`${page}/import`, {}, { as })
  await noneAtWork()
  const done = await web.get(page, { as })
  for (const says of ['5 members, 7 claims and 6 finished jobs are new.', 'Where to look', 'Members of Wood']) expect(done.text).toContain(says)
  expect((await members()).map((row) => row.listed_as).toSorted((a, b) => a.localeCompare(b))).toEqual(['ash (999000001)', 'ash (999000004)', 'birch', 'hazel', 'Organisation 999000003'])
  expect((await web.post(`${page}/import`, {}, { as })).text).toContain('This register has come in already.')
})

test('what is no register is refused in words beside the field, and nothing is kept', async () => {
  for (const [name, says] of [['../secret', 'There is no folder'], ['by-a-link', 'There is no folder'], ['empty', 'There is no projects.csv'], ['odd', 'participations.csv has no column called project_id. Its columns are: project, partner.'], ['', 'Choose a folder, or hand the four files in.']] as const) {
    const refused = await web.post(routes.registers, { folder: name, projects: '12' }, { as })
    expect([name, refused.status, refused.text.includes(says), refused.text.includes('value="12"'), refused.text.includes(folder)]).toEqual([name, 422, true, true, false])
  }
  expect((await web.post(routes.registers, { folder: 'wood', projects: 'many' }, { as })).text).toContain('How many projects is a whole number.')
  const { 'projects.csv.gz': packed, ...others } = WOOD
  expect((await handIn(others)).text).toContain('There is no projects.csv among the files.')
  expect((await handIn({ ...others, 'projects.csv': Buffer.from('\u0000\u0001') })).text).toContain('projects.csv cannot be read as CSV.')
  expect(await readdir(join(web.town.house.settings.DATA_DIR, 'registers'))).toEqual([])

  const half = await handIn({ ...others, 'projects.csv.gz': packed.subarray(0, packed.length - 30) })
  await noneAtWork()
  if (half.status === 303) expect((await web.get(half.location ?? '', { as })).text).toContain('projects.csv.gz is damaged')
  else expect(half.text).toContain('projects.csv.gz is damaged')
})

test('files that were handed in come in as a slice, and are gone after two days where nobody went on', async () => {
  const one = await handIn(WOOD)
  const two = await handIn(WOOD)
  await noneAtWork()
  expect((await web.get(one.location ?? '', { as })).text).toContain('3 finished projects that come after those you asked for')
  await web.post(`${one.location}/import`, { network: 'a new one', name: 'Three of them', purpose: 'A try' }, { as })
  await noneAtWork()
  expect((await web.get(one.location ?? '', { as })).text).toContain('5 members, 7 claims and 3 finished jobs are new.')
  expect(await readdir(join(web.town.house.settings.DATA_DIR, 'registers'))).toContain(two.location?.split('/').at(-1))

  web.town.clock.forward(3 * 24 * 3_600_000)
  await forgetRegisters(web.town.ctx())

  expect(await readdir(join(web.town.house.settings.DATA_DIR, 'registers'))).toEqual([])
})

test('a program does the same with a token that its host lets tend the house, and no other', async () => {
  expect((await web.api('GET', '/registers', undefined, { token: weak })).status).toBe(404)
  expect((await web.api('GET', '/registers', undefined, { token })).json()).toMatchObject({ folders: ['by-a-link', 'odd', 'wood'] })
  expect((await web.api('POST', '/registers', { folder: 'odd' }, { token })).json()).toMatchObject({ status: 422, title: expect.stringContaining('project_id') as unknown })

  const made = (await web.api('POST', '/registers', { folder: 'wood', projects: 2 }, { token })).json() as { id: string; work: string }
  await noneAtWork()
  expect((await web.api('GET', `/work/${made.work}`, undefined, { token })).json()).toMatchObject({ is: 'finished', said: '2 projects of 4 organisations would come in. Nothing has been changed.' })
  expect((await web.api('POST', `/registers/${made.id}/import`, { name: 'By a program', purpose: 'A try' }, { token })).status).toBe(202)
  await noneAtWork()
  expect((await web.api('GET', `/registers/${made.id}`, undefined, { token })).json()).toMatchObject({ is: 'in', steps: [{ step: 'vocabulary', new: 3 }, { step: 'members', new: 4 }, { step: 'claims' }, { step: 'jobs', new: 2 }] })
  expect((await web.api('DELETE', `/registers/${made.id}`, undefined, { token })).status).toBe(204)
  expect((await web.api('GET', `/registers/${made.id}`, undefined, { token })).status).toBe(404)
})
