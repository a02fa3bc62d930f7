import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiDocument } from './api/document.ts'
import { openWitness, type Witness } from './testing/documented.ts'
import { BROKEN, dice, TEXTS, VALUES } from './testing/hostile.ts'
import { openRewind } from './testing/rewind.ts'
import { makeWorld, type World } from './testing/world.ts'
import { openTestWeb, webOn, type Answer, type Fields, type TestWeb } from './testing.ts'
import { addressOf, CALLERS, type Row } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isApi, isDocumented, isSafe } from './who-may-go-where/run.ts'

const REQUESTS = process.env.NIGHT ? 60_000 : 1_500
const SEED = Number(process.env.SEED ?? 20270302)
let web: TestWeb
let world: World
let witness: Witness
let time: Awaited<ReturnType<typeof openRewind>>

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  for (const person of Object.values(world.people)) await web.cookie(person)
  witness = openWitness((await web.get('/api/v1/openapi.json')).json() as ApiDocument)
  time = await openRewind(web.town)
})
afterAll(async () => {
  await time.close()
  await web.close()
})

type Tried = { readonly what: string; readonly route?: string; readonly answer: Answer; readonly tookMs: number; readonly typed?: Fields }

/** Anything that must never happen, whatever was sent. */
function faultsOf({ what, route = '', answer, tookMs, typed }: Tried): readonly string[] {
  const { status, headers, text } = answer
  const type = headers.get('Content-Type') ?? ''
  const refusedApi = what.includes(' /api/v1') && status >= 400
  return [
    ...(status >= 500 ? [`${status}`] : []), ...(isDocumented(route) ? witness.strays(route, answer) : []), ...(tookMs > 5_000 ? [`${Math.round(tookMs)} ms`] : []),
    ...(refusedApi && !(type.startsWith('application/problem+json') && isProblem(text)) ? ['not a problem document'] : []),
    ...(!what.includes(' /api/v1') && status >= 400 && !type.startsWith('text/html') ? ['not a page'] : []),
    ...(/at \w+ \(|node_modules|PostgresError|relation "|violates/.test(text) ? ['tells its insides'] : []),
    ...(typed && [422, 409].includes(status) && text.includes('</form>') ? lostWords(text, typed).map((name) => `forgets what was typed in ${name}`) : []),
  ].map((fault) => `${what}: ${fault}`)
}

function isProblem(text: string): boolean {
  const problem = JSON.parse(text) as Record<string, unknown>
  return ['type', 'title', 'status', 'detail'].every((name) => name in problem)
}

/** Fields of the form that came back without what had been typed into them; secrets are never sent back. */
function lostWords(text: string, typed: Fields): readonly string[] {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  const tidy = (words: string) => words.replaceAll(/\r\n?/g, '\n')
  return Object.entries(typed).flatMap(([name, value]) => {
    const isText = new RegExp(`<(input|textarea)[^>]* name="${name}"`).exec(text)?.[0]
    const isSecret = !isText || /type="(password|hidden|checkbox|radio|file|number|date)"/.test(isText) || new RegExp(`<input[^>]*name="${name}"[^>]*type="(password|hidden|checkbox|radio|file|number|date)"`).test(text)
    return isSecret || typeof value !== 'string' || !value.isWellFormed() || tidy(plain).includes(tidy(value)) ? [] : [name]
  })
}

const callerOf = (row: Row) => CALLERS[row.may.split(' ').findIndex((one) => one === 'ok' || one === 'go')] ?? 'ann'
const targets = Object.entries(ROWS).filter(([route]) => !/\/(assets|metrics|health|welcome\/town|welcome\/mine)/.test(route))

async function tryOne(at: TestWeb, turn: number): Promise<Tried> {
  const { next, pick } = dice(SEED + turn)
  const [route = '', row = { may: '' }] = targets[turn % targets.length] ?? []
  const [method = ''] = route.split(' ')
  const caller = callerOf(row)
  const headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin', ...(caller === 'nobody' ? {} : { Cookie: await at.cookie(world.people[caller as 'ann']) }), ...(next() < 0.2 ? { 'Idempotency-Key': pick(TEXTS).replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200) } : {}) }
  const address = addressOf(route, row, world) + (next() < 0.3 || isSafe(route) ? `?${pick(['q', 'words', 'after', 'before', 'then', 'limit', 'parent', 'state', 'code'])}=${encodeURIComponent(pick(TEXTS).toWellFormed().slice(0, 3_000))}` : '')
  const began = performance.now()
  const done = async (what: string, request: RequestInit, typed?: Fields): Promise<Tried> => ({ route, what: `${what} (turn ${turn})`, answer: await at.send(address, request), tookMs: performance.now() - began, typed })

  if (isSafe(route)) return done(route, { headers: { ...headers, Referer: pick(['http://', '/', 'x']), Accept: isApi(route) ? 'application/json' : 'text/html' } })
  if (next() < 0.25) {
    const { type, body } = pick(BROKEN)
    return done(`${route} ${type} ${body.slice(0, 30)}`, { method, body, headers: { ...headers, 'Content-Type': type } })
  }
  const sent = { ...row.send?.(world) } as Record<string, unknown>
  const names = [...Object.keys(sent), ...(next() < 0.2 ? ['unknown', '__proto__', '_key', 'id'] : [])]
  const spoilt = names.filter(() => next() < 0.5)
  if (isApi(route)) {
    for (const name of spoilt) sent[name] = pick(VALUES)
    return done(`${route} ${JSON.stringify(sent).slice(0, 80)}`, { method, body: JSON.stringify(sent), headers: { ...headers, 'Content-Type': 'application/json' } })
  }
  const typed: Record<string, string | readonly string[]> = { ...row.send?.(world) }
  for (const name of spoilt) typed[name] = next() < 0.1 ? [pick(TEXTS).toWellFormed(), pick(TEXTS).toWellFormed()] : pick(TEXTS).toWellFormed()
  const body = new URLSearchParams(Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])))
  return done(`${route} ${body.toString().slice(0, 80)}`, { method, body, headers }, typed)
}

/** Many requests, four at a time; the house is put back now and then, since some of them are quite in order. */
async function tryMany(at: TestWeb, count: number): Promise<{ faults: readonly string[]; statuses: Readonly<Record<string, number>> }> {
  const faults: string[] = []
  const statuses: Record<string, number> = {}
  for (let turn = 0; turn < count; turn += 4) {
    const tried = await Promise.all([0, 1, 2, 3].map((more) => tryOne(at, turn + more)))
    for (const one of tried) {
      faults.push(...faultsOf(one))
      statuses[one.answer.status] = (statuses[one.answer.status] ?? 0) + 1
    }
    if (turn % 40 === 0) await time.rewind()
  }
  return { faults, statuses }
}

test(`${REQUESTS} requests, valid-ish and hostile, are all answered in words, in time, and with what was typed still there`, { timeout: REQUESTS * 1_000 }, async () => {
  const { faults, statuses } = await tryMany(web, REQUESTS)
  console.log(`seed ${SEED}: ${REQUESTS} requests, ${JSON.stringify(statuses)}, ${faults.length} faults`)

  expect([...new Set(faults)].slice(0, 40)).toEqual([])
})

test('control: a house whose answers break is caught', async () => {
  const broken = webOn(web.town, { ...web.town.house, db: new Proxy(web.town.house.db, { get: () => () => { throw new Error('broken on purpose') } }) }, async () => undefined)

  expect((await tryMany(broken, 40)).faults.length).toBeGreaterThan(10)
  expect(faultsOf({ what: 'POST /x', tookMs: 1, typed: { name: 'Fern' }, answer: { status: 422, headers: new Headers({ 'Content-Type': 'text/html' }), location: null, json: () => null, text: '<form><input name="name" value=""></form>' } })).toEqual(['POST /x: forgets what was typed in name'])
})
