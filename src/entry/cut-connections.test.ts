import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { dice } from './testing/hostile.ts'
import { makeWorld, type World } from './testing/world.ts'
import { openTestWeb, type TestWeb } from './testing.ts'

const REQUESTS = process.env.NIGHT ? 5_000 : 200
let web: TestWeb
let world: World
let server: Server
let cookie: string

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  cookie = await web.cookie(world.people.una)
  server = serve({ fetch: web.app.fetch, port: 0, hostname: '127.0.0.1' }) as Server // without TLS options it is the plain kind
  await new Promise((done) => { server.once('listening', done) })
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await web.close()
})

type Request = { readonly head: readonly string[]; readonly body: string }

/** One request by hand; gives its status, or nothing where the line was cut: before all was sent, while it was done, or as it was answered. */
function send({ head, body }: Request, cutAfterMs?: number, cutAt?: number): Promise<number | undefined> {
  return new Promise((done) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1') // a TCP listener's address is of that shape
    const whole = [...head, 'Host: localhost:4000', 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
    let answer = ''
    socket.on('data', (piece: Buffer) => { answer += piece.toString() })
    socket.on('error', () => undefined)
    socket.on('close', () => done(/^HTTP\/1\.1 (\d{3}) /.test(answer) && cutAfterMs === undefined ? Number(answer.slice(9, 12)) : undefined))
    socket.write(cutAt === undefined ? whole : whole.slice(0, cutAt))
    if (cutAfterMs !== undefined) setTimeout(() => socket.destroy(), cutAfterMs)
  })
}

const byProgram = (name: string, key: string | undefined): Request => ({
  head: ['POST /api/v1/organisations HTTP/1.1', `Authorization: Bearer ${world.tokens.write.text}`, 'Content-Type: application/json', ...(key ? [`Idempotency-Key: ${key}`] : [])], body: JSON.stringify({ name, kind: 'company' }),
})
const byForm = (name: string, key: string | undefined): Request => ({
  head: ['POST /organisations/new HTTP/1.1', `Cookie: ${cookie}`, 'Sec-Fetch-Site: same-origin', 'Content-Type: application/x-www-form-urlencoded'], body: new URLSearchParams({ name, kind: 'company', ...(key ? { _key: key } : {}) }).toString(),
})

/** Sends it and loses the line, once to three times, then until an answer comes; gives the final status and how often it took effect. */
async function insist(turn: number, withKey: boolean): Promise<{ status: number | undefined; effects: number }> {
  const { next } = dice(turn)
  const name = `Cut ${randomUUID()}`
  const request = (turn % 2 ? byForm : byProgram)(name, withKey ? randomUUID() : undefined)
  for (let cut = 0; cut <= next() * 3; cut += 1) await send(request, next() * 40, next() < 0.2 ? Math.floor(next() * 400) : undefined)
  const status = await send(request)
  const rows = await web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('id').where('name', '=', name).execute())
  return { status, effects: rows.length }
}

async function insistOften(times: number, withKey: boolean): Promise<readonly { status: number | undefined; effects: number }[]> {
  const all: { status: number | undefined; effects: number }[] = []
  for (let turn = 0; turn < times; turn += 8) all.push(...await Promise.all(Array.from({ length: Math.min(8, times - turn) }, (_, more) => insist(turn + more, withKey))))
  return all
}

test(`${REQUESTS} requests whose line was cut, sent again with the same key, take effect once each`, { timeout: REQUESTS * 2_000 }, async () => {
  const all = await insistOften(REQUESTS, true)
  console.log(`${all.length} requests, each cut and repeated: ${all.filter(({ effects }) => effects === 1).length} took effect once`)

  expect(all.filter(({ status, effects }) => effects !== 1 || (status !== 201 && status !== 303))).toEqual([])
})

test('control: the same without keys takes effect more than once, and is caught', async () => {
  const all = await insistOften(24, false)

  expect(all.some(({ effects }) => effects > 1)).toBe(true)
})
