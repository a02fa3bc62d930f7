import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { isId } from '../kit/ids.ts'
import { canariesOf, strays, type Canary } from './testing/canaries.ts'
import type { ApiDocument } from './api/document.ts'
import { openWitness, type Witness } from './testing/documented.ts'
import { openRewind, type Rewind } from './testing/rewind.ts'
import { makeWorld, type Name, type World } from './testing/world.ts'
import { openTestWeb, type TestWeb } from './testing.ts'
import { addressOf, CALLERS, VISITORS, type Caller, type Row } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { ask, isApi, isDocumented, isSafe, outcomeOf, routesOf } from './who-may-go-where/run.ts'

let web: TestWeb
let world: World
let canaries: readonly Canary[]
let witness: Witness
let time: Rewind

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  canaries = canariesOf(world)
  witness = openWitness((await web.get('/api/v1/openapi.json')).json() as ApiDocument)
  for (const person of Object.values(world.people)) await web.cookie(person)
  time = await openRewind(web.town)
})
afterEach(() => time.rewind())
afterAll(async () => {
  await time.close()
  await web.close()
})

const callersOf = (route: string) => (isApi(route) ? CALLERS : VISITORS)
const rows = Object.entries(ROWS)

/** Asks as everyone in turn, those who are to be refused first; what happened to each, and what was wrong about how they were told. */
async function tryAll(route: string, row: Row): Promise<{ outcomes: string; faults: readonly string[] }> {
  const wanted = row.may.split(' ')
  const happened: string[] = []
  const faults: string[] = []
  const tryAs = async (caller: Caller, column: number) => {
    const answer = await ask(web, world, route, row, caller)
    happened[column] = outcomeOf(answer)
    if (isDocumented(route)) faults.push(...witness.strays(route, answer))
    if (!isDone(happened[column]) && !row.holdsLink) faults.push(...strays(answer.text, readerOf(caller), canaries).filter((word) => !whatWasSent(route, row).includes(word)).map((word) => `${caller} was refused and told ${word}`))
  }
  const columns = callersOf(route).map((caller, column) => [caller, column] as const)
  for (const [caller, column] of columns.filter(([, column]) => isSafe(route) || !isDone(wanted[column]))) await tryAs(caller, column)
  const changed = await time.changed()
  if (changed.length > 0) faults.push(`all were refused or only looked, and this changed: ${changed.join(', ')}`)
  for (const [caller, column] of columns.filter(([, column]) => !isSafe(route) && isDone(wanted[column]))) {
    await tryAs(caller, column)
    await time.rewind()
  }
  return { outcomes: happened.join(' '), faults }
}

const isDone = (outcome: string | undefined) => outcome === 'ok' || outcome === 'go'
const whatWasSent = (route: string, row: Row) => addressOf(route, row, world) + JSON.stringify(row.send?.(world) ?? {})

/** The first who may do it, or would but for the state of things. */
function whoMay(route: string, row: Row): Caller {
  const outcomes = row.may.split(' ')
  const column = outcomes.findIndex(isDone)
  const nearly = outcomes.findIndex((one) => one === '422' || one === '409')
  return callersOf(route)[column >= 0 ? column : nearly] ?? (route.includes('/networks/') ? 'olga' : 'ann')
}

function readerOf(caller: Caller): Name | 'nobody' {
  return caller === 'reader' || caller === 'writer' ? 'ann' : caller
}

test('every route has its row, and every row its route', () => {
  expect([...routesOf(web.app)].sort()).toEqual(Object.keys(ROWS).sort())
})

test.each(rows)('%s lets through whom it should, and a refusal tells and changes nothing', async (route, row) => {
  expect(await tryAll(route, row)).toEqual({ outcomes: row.may, faults: [] })
})

/** One that could be, and one that could not; at night more of the second kind, which all fail at the same door. */
const others = (part: string) => [randomUUID(), 'not-an-id', ...(process.env.NIGHT ? ['%F0%9F%8C%B7', `${part}x`] : [])]

test.each(rows.filter(([route]) => route.includes(':')))('%s takes ids that are unknown, malformed or of another kind for nothing', async (route, row) => {
  const address = addressOf(route, row, world)
  const caller = whoMay(route, row)
  const parts = address.split('/').filter((part, place) => route.split(' ')[1]?.split('/')[place]?.startsWith(':') || part.startsWith('gh_'))

  for (const part of new Set(parts)) for (const other of others(part)) {
    const answer = await ask(web, world, route, { ...row, at: () => address.replace(part, other) }, caller)

    expect([404, 410, row.unknown], `${address.replace(part, other)} as ${caller}`).toContain(answer.status)
  }
  if (!row.unknown) expect(await time.changed()).toEqual([])
})

test.each(rows.filter(([route]) => /acting-for|partners$|grants$|organisers$|^POST \/join\/:token$/.test(route)))('%s answers the same for ids inside that are hidden and that do not exist', async (route, row) => {
  const sent = row.send?.(world) ?? {}
  const ids = Object.entries(sent).filter(([, value]) => isId(value))
  const caller = whoMay(route, row)

  for (const [name] of ids) {
    const asked = async (id: string) => ask(web, world, route, { ...row, send: () => ({ ...sent, [name]: id }) }, caller)
    const hidden = await asked(name === 'person' ? world.people.quin : world.organisations.holly)
    const unknown = await asked(randomUUID())

    expect([hidden.status, isDone(outcomeOf(hidden))]).toEqual([unknown.status, false])
    if (!row.holdsLink) expect(strays(hidden.text, readerOf(caller), canaries)).toEqual([])
  }
  expect(await time.changed()).toEqual([])
})

test('a program’s token opens no page, whatever it may do', async () => {
  for (const [route, row] of rows.filter(([route]) => !isApi(route) && !/ \/(assets|health|metrics)/.test(route))) {
    for (const caller of ['reader', 'writer'] as const) expect(outcomeOf(await ask(web, world, route, row, caller)), `${route} as ${caller}`).toBe('no')
  }
  expect(await time.changed()).toEqual([])
})

test('control: a house that took Xena onto Alder’s staff, and showed its page to all, is caught row by row', async () => {
  await time.client.query(`insert into staff (organisation_id, person_id, role, since) values ($1, $2, 'owner', now())`, [world.organisations.alder, world.people.xena])
  await time.client.query(`update session set acting_for = $1 where person_id = $2`, [world.organisations.alder, world.people.xena])
  await time.client.query(`update organisation set sight = 'anyone' where id = $1`, [world.organisations.alder])
  const reads = rows.filter(([route]) => route.startsWith('GET /organisations/:id'))

  const caught: string[] = []
  for (const [route, row] of reads) {
    const outcomes: string[] = []
    for (const caller of callersOf(route)) outcomes.push(outcomeOf(await ask(web, world, route, row, caller)))
    if (outcomes.join(' ') !== row.may) caught.push(route)
  }
  await time.rewind()

  expect(caught).toEqual(reads.map(([route]) => route).filter((route) => !route.includes('claim-links') && !route.includes('certificates'))) // neither depends on the page: Alder’s certificate holds no file
})

test('control: a route nobody wrote down is noticed', () => {
  const grown = web.another()
  grown.app.get('/secrets', (c) => c.text('all of them'))

  expect([...routesOf(grown.app)].filter((route) => !(route in ROWS))).toEqual(['GET /secrets'])
})
