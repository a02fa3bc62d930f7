import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from './testing/world.ts'
import { openTestWeb, webOn, type TestWeb } from './testing.ts'
import { addressOf } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isSafe } from './who-may-go-where/run.ts'

const HOME = 'http://localhost:4000'
const EVIL = 'https://evil.example'
let web: TestWeb
let world: World
let cookie: string

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  cookie = await web.cookie(world.people.ann)
})
afterAll(() => web.close())

const unsafe = Object.entries(ROWS).filter(([route]) => !isSafe(route))
const SENDERS: readonly Readonly<Record<string, string>>[] = [
  {}, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { 'Sec-Fetch-Site': 'none' }, { 'Sec-Fetch-Site': 'Same-Origin' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: HOME }, { Origin: EVIL }, { Origin: 'null' }, { Origin: `${HOME}.evil.example` }, { Origin: 'http://localhost:4001' }, { Origin: 'https://localhost:4000' },
  { Authorization: 'Bearer gh_token_of_mine' }, { Authorization: 'Bearer gh_token_of_mine', Origin: EVIL }, { Referer: `${HOME}/account` },
]
const KINDS = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/json', ''] as const

/**
 * The kinds of content a sender tries at a route. One door stands before all routes and looks at none of them, so by day each sender tries
 * every route with one kind, and every kind at a fifth of the routes; at night it tries all with all.
 */
const kindsOf = (route: number, sender: number) => (process.env.NIGHT ? KINDS : [KINDS[(route + sender) % KINDS.length] ?? ''])

/** The senders that got past the door, with someone’s cookie. */
async function getIn(at: TestWeb, senders: readonly Readonly<Record<string, string>>[]): Promise<readonly string[]> {
  const past: string[] = []
  for (const [place, [route, row]] of unsafe.entries()) {
    const [method = ''] = route.split(' ')
    for (const [turn, sender] of senders.entries()) for (const kind of kindsOf(place, turn)) {
      const { status, text } = await at.send(addressOf(route, row, world), { method, body: 'a=1', headers: { Cookie: cookie, Accept: 'application/json', 'Content-Type': kind, ...sender } })
      if (status !== 403 || !text.includes('another website')) past.push(`${route} ${JSON.stringify(sender)} ${kind}: ${status}`)
    }
  }
  return past
}

test('no unsafe request with a cookie is taken from anywhere but our own pages, whatever its content', async () => {
  expect(await getIn(web, SENDERS)).toEqual([])
})

test.each<Readonly<Record<string, string>>>([{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: HOME }])('our own pages are let through: %o', async (sender) => {
  expect((await getIn(web, [sender])).length).toBe(unsafe.length * kindsOf(0, 0).length)
})

test('control: a house that takes another site for its own is caught on every route', async () => {
  const fooled = webOn(web.town, { ...web.town.house, baseUrl: () => EVIL }, async () => undefined)

  expect((await getIn(fooled, [{ Origin: EVIL }])).length).toBe(unsafe.length * kindsOf(0, 0).length)
})

test('no other site may read an answer, with or without asking first', async () => {
  for (const [route, row] of Object.entries(ROWS)) for (const method of ['OPTIONS', 'GET']) {
    const { headers } = await web.send(addressOf(route, row, world), { method, headers: { Origin: EVIL, 'Access-Control-Request-Method': 'POST', Cookie: cookie } })

    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  }
})
