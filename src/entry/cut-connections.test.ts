import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { formRequest, inEights, openCutLine, type CutLine, type Request } from './testing/cut-line.ts'
import { makeWorld, type World } from './testing/world.ts'
import { openTestWeb, type TestWeb } from './testing.ts'

const REQUESTS = process.env.NIGHT ? 5_000 : 200
let web: TestWeb
let world: World
let line: CutLine
let cookie: string

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  cookie = await web.cookie(world.people.una)
  line = await openCutLine(web)
})
afterAll(async () => {
  line?.close()
  await web?.close()
})

const byProgram = (name: string, key: string | undefined): Request => ({
  head: ['POST /api/v1/organisations HTTP/1.1', `Authorization: Bearer ${world.tokens.write.text}`, 'Content-Type: application/json', ...(key ? [`Idempotency-Key: ${key}`] : [])], body: JSON.stringify({ name, kind: 'company' }),
})
const byForm = (name: string, key: string | undefined): Request => formRequest('/organisations/new', cookie, { name, kind: 'company', ...(key ? { _key: key } : {}) })

/** Sends it and loses the line, once to three times, then until an answer comes; gives the final status and how often it took effect. */
async function insist(turn: number, withKey: boolean): Promise<{ status: number | undefined; effects: number }> {
  const name = `Cut ${randomUUID()}`
  const status = await line.insist(turn, (turn % 2 ? byForm : byProgram)(name, withKey ? randomUUID() : undefined))
  const rows = await web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('id').where('name', '=', name).execute())
  return { status, effects: rows.length }
}

const insistOften = (times: number, withKey: boolean) => inEights(times, (turn) => insist(turn, withKey))

test(`${REQUESTS} requests whose line was cut, sent again with the same key, take effect once each`, { timeout: REQUESTS * 2_000 }, async () => {
  const all = await insistOften(REQUESTS, true)
  console.log(`${all.length} requests, each cut and repeated: ${all.filter(({ effects }) => effects === 1).length} took effect once`)

  expect(all.filter(({ status, effects }) => effects !== 1 || (status !== 201 && status !== 303))).toEqual([])
})

test('control: the same without keys takes effect more than once, and is caught', async () => {
  const all = await insistOften(24, false)

  expect(all.some(({ effects }) => effects > 1)).toBe(true)
})
