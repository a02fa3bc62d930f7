import { Validator } from '@seriousme/openapi-schema-validator'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeToken } from '../upkeep/tokens/index.ts'
import { WHO, whoOf, type Who } from './api/who-may.ts'
import { openWitness, routeOf, type Documented, type Witness } from './testing/documented.ts'
import { openRewind, type Rewind } from './testing/rewind.ts'
import { makeWorld, type World } from './testing/world.ts'
import { openTestWeb, type Answer, type TestWeb } from './testing.ts'
import { addressOf, CALLERS, type Caller, type Row } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isDocumented, isSafe } from './who-may-go-where/run.ts'
import type { ApiDocument } from './api/document.ts'

/**
 * What the API promises, asked of each operation there is: all of this is made from the document of the running house, so that an
 * operation added tomorrow is held to it too.
 */
let web: TestWeb
let world: World
let time: Rewind
let witness: Witness
const tokens = {} as Record<'read' | 'draft' | 'write' | 'all', string>
const rows = Object.entries(ROWS).filter(([route]) => isDocumented(route))

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  for (const person of Object.values(world.people)) await web.cookie(person)
  for (const [name, scopes] of [['read', ['read']], ['draft', ['draft']], ['write', ['write']], ['all', ['read', 'draft', 'write']]] as const) tokens[name] = (await makeToken(world.ctx('ann'), { name, scopes, lasts: 'month' })).text
  time = await openRewind(web.town)
  witness = openWitness((await web.get('/api/v1/openapi.json')).json() as ApiDocument)
})
afterAll(async () => {
  await time.close()
  await web.close()
})

const each = <T>(of: (one: Documented) => T | undefined | false | '') => witness.operations.flatMap((one) => of(one) || [])

test('the document is valid OpenAPI 3.1, and says of each operation what it does, for whom, and all it answers, with examples that are true to their schemas', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(witness.document))
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  expect(witness.document.openapi).toBe('3.1.0')

  const names = witness.operations.map(({ operation }) => operation.operationId)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  expect(witness.operations.map(routeOf).sort()).toEqual(rows.map(([route]) => route).sort())
  const tags = new Set(witness.document.tags.map(({ name }) => name))
  expect(each((one) => {
    const { operation: { summary, description, tags: own, security, responses, requestBody } } = one
    const contents = [...Object.entries(responses), ['body', { content: requestBody?.content }] as const].flatMap(([status, answer]) => Object.entries(answer.content ?? {}).filter(([type]) => type.includes('json')).map(([, content]) => ({ status, ...content })))
    const good = Object.keys(responses).filter((status) => status.startsWith('2'))
    const faults = [
      !summary && 'no summary', !description && 'says not for whom', !own.every((tag) => tags.has(tag)) && 'a tag nobody explains', security.length === 0 && 'needs no sign-in', good.length !== 1 && 'not one good answer',
      ...Object.entries(responses).filter(([status, { $ref }]) => status >= '400' && !$ref).map(([status]) => `${status} is no problem document`),
      ...contents.flatMap(({ status, schema, example }) => { const wrong = witness.wrongs(schema, example); return wrong ? [`${status}: ${wrong}`] : [] }),
    ].filter(Boolean)
    return faults.length > 0 && `${routeOf(one)}: ${faults.join('; ')}`
  })).toEqual([])
  expect(Object.keys(witness.document.webhooks).length).toBeGreaterThan(20)
})

test('what is said of who may is true of who is let through', () => {
  const outcome = (row: Row, caller: Caller) => row.may.split(' ')[CALLERS.indexOf(caller)] ?? ''
  const done = (row: Row, caller: Caller) => ['ok', '422'].includes(outcome(row, caller))
  const refused = (row: Row, caller: Caller) => ['in', 'no', '404'].includes(outcome(row, caller)) // 409 is let through, with something in the way
  const never: Partial<Record<Who, readonly Caller[]>> = {
    host: ['una', 'ann', 'olga', 'reader'], person: ['reader', 'writer'], staff: ['una', 'olga', 'hugh'], speaker: ['una', 'amy', 'olga', 'hugh'], owner: ['una', 'amy', 'olga', 'hugh'], keeper: ['una', 'amy', 'pat', 'mel', 'xena', 'olga', 'hugh'], colleague: ['una', 'pat', 'mel', 'xena', 'olga', 'hugh'],
    boss: ['una', 'amy', 'pat', 'mel', 'xena', 'olga', 'hugh'], lister: ['una', 'amy', 'pat', 'mel', 'xena', 'olga', 'hugh'], member: ['una', 'pat', 'xena', 'hugh'], ourmember: ['una', 'amy', 'pat', 'xena', 'olga', 'hugh'], organiser: ['una', 'ann', 'amy', 'pat', 'mel', 'xena', 'hugh'],
    sides: ['una', 'xena'], speakerOfSide: ['una', 'amy', 'hugh'],
  }
  const always: Partial<Record<Who, readonly Caller[]>> = { anyone: ['una', 'ann', 'olga', 'hugh'], staff: ['ann', 'amy'], organiser: ['olga'], member: ['ann', 'amy', 'mel', 'olga'] }
  const harmless = (one: Documented) => /snooze$|\/(notices|sessions|work|webhooks|confirmations|everything\/back|everything\/notes)\/\{/.test(one.path) // nothing of theirs is there, so nobody is let through or refused
  expect(each((one) => {
    const who = whoOf(one.method, one.path)
    if (!who) return `${routeOf(one)}: nobody says who may`
    const row = ROWS[routeOf(one)]
    if (!row || harmless(one)) return undefined
    const wrong = [...(never[who] ?? []).filter((caller) => done(row, caller)).map((caller) => `${caller} is let through`), ...(always[who] ?? []).filter((caller) => refused(row, caller)).map((caller) => `${caller} is refused`)]
    return wrong.length > 0 && `${routeOf(one)}: “${WHO[who]}” yet ${wrong.join(', ')}`
  })).toEqual([])
})

test('a token without the scope is refused in words that name it, and what only a person does no token does', async () => {
  const faults: string[] = []
  for (const one of witness.operations) {
    const needs = one.operation.security.find((each) => 'token' in each)?.['token']?.[0]
    const address = addressOf(routeOf(one), ROWS[routeOf(one)] ?? { may: '' }, world)
    const send = ROWS[routeOf(one)]?.send?.(world) ?? (one.operation.requestBody ? {} : undefined)
    const without = needs === 'read' ? ['draft', 'write'] as const : needs === 'draft' ? ['read'] as const : needs === 'write' ? ['read', 'draft'] as const : ['all'] as const
    for (const token of without) {
      const { status, text, headers } = await web.api(one.method.toUpperCase(), address, one.method === 'get' ? undefined : send, { token: tokens[token] })
      if (status !== 403 || (needs && (!text.includes(`needs the scope \\"${needs}\\"`) || !headers.get('WWW-Authenticate')?.includes(`scope="${needs}"`)))) faults.push(`${routeOf(one)} with ${token}: ${status} ${text.slice(0, 120)}`)
    }
  }
  expect(faults).toEqual([])
})

/** The first who may do it for certain. */
const doer = (row: Row): Caller | undefined => CALLERS[row.may.split(' ').findIndex((one) => one === 'ok')]

test('the same key twice has one effect and gets the same answer; with other words it is refused', { timeout: 300_000 }, async () => {
  const faults: string[] = []
  let tried = 0
  for (const [route, row] of rows.filter(([route]) => !isSafe(route))) {
    const caller = doer(row)
    if (!caller) continue
    tried += 1
    const key = randomUUID()
    const asking = caller === 'writer' ? { token: world.tokens.write.text } : { as: world.people[caller as 'ann'] }
    const [method = ''] = route.split(' ')
    const address = addressOf(route, row, world)
    const send = (words = row.send?.(world)) => web.api(method, address, words, { ...asking, key })
    const first = await send()
    const after = await time.writes()
    const second = await send()
    const same = first.status === second.status && first.text === second.text
    const secret = ONCE.includes(route) && second.status === 409
    if (first.status >= 300) faults.push(`${route}: ${first.status} ${first.text.slice(0, 100)}`)
    if (!same && !secret) faults.push(`${route}: ${first.status} ${first.text.slice(0, 80)}, then ${second.status} ${second.text.slice(0, 120)}`)
    if (await time.writes() !== after) faults.push(`${route}: had a second effect`)
    if (row.send) {
      const other = await send({ ...row.send(world), other: 'words' })
      if (![409, 422].includes(other.status)) faults.push(`${route}: took other words under the same key: ${other.status}`)
    }
    await time.rewind()
  }
  console.log(`${tried} unsafe operations sent twice`)
  expect(faults).toEqual([])
})

/** What shows a secret once keeps no copy of it, so it can say it only once. */
const ONCE = ['POST /api/v1/tokens']

test('each list walked two at a time gives everything once, in the order of the whole, and ends', async () => {
  const faults: string[] = []
  const walked: Record<string, number> = {}
  for (const one of witness.operations.filter(({ operation }) => operation.parameters?.some(({ name }) => name === 'after'))) {
    const route = routeOf(one)
    const row = ROWS[route] ?? { may: '' }
    const caller = route.includes('/organisations') || route.includes('fits') ? 'ann' : doer(row) === 'una' ? 'ann' : doer(row)
    if (!caller) continue
    const as = world.people[caller as 'ann']
    const address = addressOf(route, row, world)
    const get = async (query: string): Promise<{ items: readonly string[]; next: string | null; link: string | null; answer: Answer }> => {
      const answer = await web.get(`${address}${address.includes('?') ? '&' : '?'}${query}`, { as, headers: { Accept: 'application/json' } })
      const said = answer.json() as Record<string, unknown>
      const [list] = Object.values(said).filter(Array.isArray)
      return { items: (list ?? []).map((item) => JSON.stringify(item)), next: said['next'] as string | null, link: answer.headers.get('Link'), answer }
    }
    const whole = await get('limit=50')
    const size = whole.items.length > 3 ? 2 : 1
    const seen: string[] = []
    let at: string | null = null
    for (let page = 0; page < 60; page += 1) {
      const found = await get(`limit=${size}${at ? `&after=${encodeURIComponent(at)}` : ''}`)
      if (found.items.length > size) faults.push(`${route}: gave ${found.items.length} where ${size} were asked`)
      if ((found.next === null) !== (found.link === null) || (found.link && !found.link.includes('rel="next"'))) faults.push(`${route}: next and Link disagree`)
      seen.push(...found.items)
      if (found.next === null) break
      at = found.next
    }
    if (JSON.stringify(seen) !== JSON.stringify(whole.items)) faults.push(`${route}: the whole has ${whole.items.length}, the walk ${seen.length}`)
    const nowhere = await get('after=nonsense')
    if (nowhere.answer.status !== 422) faults.push(`${route}: takes any place for one of its own`)
    walked[route] = whole.items.length
  }
  console.log(`${Object.keys(walked).length} lists walked, ${Object.values(walked).filter((count) => count > 1).length} over more than one page`)
  expect(faults).toEqual([])
  expect(Object.values(walked).filter((count) => count > 1).length).toBeGreaterThan(9)
})

/** Lists that cannot be long, and why. */
const SHORT: Readonly<Record<string, string>> = {
  'GET /api/v1/webhooks': 'ten at most', 'GET /api/v1/networks/:slug/webhooks': 'ten at most', 'GET /api/v1/teams/:id/line-ups': 'six at most', 'GET /api/v1/networks/:slug/friendly-paths': 'three ways at most', 'GET /api/v1/networks/:slug/map/paths': 'three ways at most',
  'GET /api/v1/networks/:slug/map': 'a picture of one neighbourhood', 'GET /api/v1/search': 'twenty of a kind', 'GET /api/v1/cover': 'an overview; what was is paged in it', 'GET /api/v1/cover/:id/widening': 'the best few', 'GET /api/v1/referrals/suggestions': 'the best few', 'GET /api/v1/referrals/figures': 'twelve months',
  'GET /api/v1/teams/:id/line-ups/:line/proposals': 'five kinds', 'GET /api/v1/work': 'the latest twenty', 'GET /api/v1/everything/notes': 'fifty at a time, by page', 'GET /api/v1/introductions/ways': 'the best few',
}

test('no list without an end is given whole', () => {
  expect(each((one) => {
    if (one.method !== 'get' || SHORT[routeOf(one)] || one.operation.parameters?.some(({ name }) => name === 'after')) return undefined
    const schema = one.operation.responses['200']?.content?.['application/json']?.schema
    const lists = Object.values(schema?.properties ?? {}).filter(({ type }) => type === 'array')
    return lists.length === 1 && Object.keys(schema?.properties ?? {}).length <= 2 && routeOf(one)
  })).toEqual([])
})

test('whatever is wrong with a request is said as a problem document, and what is as it was is not sent again', async () => {
  const as = world.people.ann
  const problem = async (status: number, answer: Promise<Answer>) => {
    const said = await answer
    expect([said.status, said.headers.get('Content-Type')?.split(';')[0]]).toEqual([status, 'application/problem+json'])
    expect(witness.wrongs(witness.document.components.schemas['Problem'] ?? {}, said.json())).toBeUndefined()
    return said
  }
  const raw = async (method: string, path: string, type: string, body: string, more: Record<string, string> = {}) => web.send(`/api/v1${path}`, { method, body, headers: { Cookie: await web.cookie(as), 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, ...more } })

  expect((await problem(401, web.api('GET', '/me'))).headers.get('WWW-Authenticate')).toBe('Bearer')
  await problem(404, web.api('GET', '/nothing', undefined, { as }))
  expect((await problem(405, web.api('DELETE', '/networks', undefined, { as }))).headers.get('Allow')).toBe('GET, HEAD, POST')
  expect((await problem(405, web.api('PATCH', `/organisations/${world.organisations.alder}`, {}, { as }))).headers.get('Allow')).toBe('GET, HEAD, PUT, DELETE')
  await problem(413, raw('POST', '/networks', 'application/json', `{"name":"${'x'.repeat(1_100_000)}"}`))
  await problem(415, raw('POST', '/networks', 'application/xml', '<name/>'))
  await problem(400, raw('POST', '/networks', 'application/json', '{"name": '))
  await problem(400, raw('POST', '/networks', 'application/json', '{}', { 'Idempotency-Key': 'no' }))
  expect((await problem(422, raw('POST', '/networks', 'application/json', '{}'))).text).toContain('problems')

  const first = await web.api('GET', '/organisations', undefined, { as })
  const again = await web.api('GET', '/organisations', undefined, { as, headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })
  expect([again.status, again.text]).toEqual([304, ''])
  await world.ctx('ann').transaction(async (tx) => { await tx.db.updateTable('organisation').set({ name: 'Alder, renamed' }).where('id', '=', world.organisations.alder).execute() })
  expect((await web.api('GET', '/organisations', undefined, { as, headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })).status).toBe(200)
  await time.rewind()
})
