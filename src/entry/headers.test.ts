import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { makeWorld, type World } from './testing/world.ts'
import { emptyClient, openTestWeb, webOn, type Answer, type TestWeb } from './testing.ts'
import { openWeb } from './web/app.tsx'
import { openMetrics } from './web/probes.ts'
import { addressOf } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isSafe } from './who-may-go-where/run.ts'

/** The one page made to stand in other people’s: it has nothing to press, and its own room tests that. */
const CARD = 'GET /o/:slug/card'
let web: TestWeb
let world: World

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
})
afterAll(() => web.close())

/** What is wrong with the guard around an answer. */
function unguarded({ headers, text }: Pick<Answer, 'headers' | 'text'>): readonly string[] {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const nonce = /script-src 'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? 'none'
  const isPage = headers.get('Content-Type')?.startsWith('text/html')
  return [
    ...["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"].filter((part) => !policy.includes(part)), ...(/form-action '(self|none)'/.test(policy) ? [] : ['form-action']),
    ...['unsafe-inline', 'unsafe-eval', '*', 'http:'].filter((part) => policy.includes(part)).map((part) => `allows ${part}`),
    ...(headers.get('X-Content-Type-Options') === 'nosniff' ? [] : ['nosniff']),
    ...(['same-origin', 'no-referrer'].includes(headers.get('Referrer-Policy') ?? '') ? [] : ['Referrer-Policy']),
    ...['Cross-Origin-Opener-Policy', 'Cross-Origin-Resource-Policy', 'Permissions-Policy', 'Cache-Control'].filter((name) => !headers.has(name)),
    ...(isPage ? [...text.matchAll(/<(script|style)\b[^>]*>/g)].filter(([tag]) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('application/ld+json')).map(([tag]) => `without nonce: ${tag}`) : []),
    ...(isPage ? [...text.matchAll(/<[^>]+\s(style|on[a-z]+)="[^"]*"/g)].map(([tag]) => `inline: ${tag.slice(0, 200)}`) : []),
  ]
}

test('every answer to every route is guarded, and what someone signed in is told is kept by no cache', async () => {
  const nonces = new Set<string>()
  let answers = 0
  for (const [route, row] of Object.entries(ROWS).filter(([route]) => route !== CARD)) for (const as of [undefined, world.people.olga]) {
    const address = addressOf(route, row, world)
    const answer = isSafe(route) ? await web.get(address, { as }) : await web.send(address, { method: route.split(' ')[0], headers: as ? { Cookie: await web.cookie(as) } : {} })

    expect(unguarded(answer), `${route} as ${as ? 'Olga' : 'nobody'}`).toEqual([])
    if (as && !/^\/(assets\/|o\/|robots|sitemap)/.test(address)) expect(answer.headers.get('Cache-Control')).toContain('no-store')
    const nonce = /nonce-([^']+)/.exec(answer.headers.get('Content-Security-Policy') ?? '')?.[1]
    if (!nonce) continue // a picture for other sites has a policy without scripts
    nonces.add(nonce)
    answers += 1
  }
  expect(nonces.size).toBe(answers)
})

test.each([
  ['a page that is not there', '/nowhere', {}], ['an API address that is not there', '/api/v1/nowhere', {}], ['an address with NUL', '/search?q=%00', {}],
  ['too long a body', '/sign-in', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '99999999' } }], ['a strange method', '/account', { method: 'PROPFIND' }],
  ['a head', '/help', { method: 'HEAD' }], ['a forged token', '/api/v1/me', { headers: { Authorization: 'Bearer gh_token_forged' } }],
] as const)('%s is answered under guard', async (_, path, request) => {
  const answer = await web.send(path, request)

  expect(answer.status).toBeLessThan(500)
  expect(unguarded(answer)).toEqual([])
})

test('a fault and a database that is away are told under guard too, with no word of the insides', async () => {
  const broken = new Error('the password of the database is Canarysecret')
  const failing = webOn(web.town, { ...web.town.house, db: new Proxy(web.town.house.db, { get: () => () => { throw broken } }) }, async () => undefined)
  const away = openWeb({ house: web.town.house, development: false, client: emptyClient(), assets: { css: [], js: [] }, probes: { isUp: () => false, ping: async () => void (await sql`select 1`.execute(web.town.house.db)), metrics: openMetrics(), metricsToken: '' } })

  for (const path of ['/', '/account', '/api/v1/me', '/sign-in']) {
    const answer = await failing.get(path, { headers: { Cookie: await web.cookie(world.people.ann) } })
    expect([answer.status, unguarded(answer), answer.text.includes('Canarysecret')], path).toEqual([500, [], false])
  }
  for (const path of ['/', '/api/v1/me', '/nowhere']) {
    const response = await away.request(path)
    const answer = { status: response.status, headers: response.headers, text: await response.text() }
    expect([answer.status, answer.headers.get('Retry-After'), unguarded(answer)], path).toEqual([503, '3', []])
  }
})

test('over https, browsers are told to come by https alone', async () => {
  const secure = webOn(web.town, { ...web.town.house, baseUrl: () => 'https://guildhall.example' }, async () => undefined)

  expect((await secure.get('/help')).headers.get('Strict-Transport-Security')).toMatch(/max-age=\d{8}/)
  expect((await web.get('/help')).headers.has('Strict-Transport-Security')).toBe(false)
})

test('control: an answer with a script of its own, or without the policy, is caught', () => {
  const headers = new Headers({ 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'; script-src 'nonce-abc'" })

  expect(unguarded({ headers, text: '<script>alert(1)</script><p style="color:red" onclick="x()">' })).toEqual(expect.arrayContaining(["frame-ancestors 'none'", 'nosniff', 'without nonce: <script>', 'inline: <p style="color:red" onclick="x()"']))
  expect(unguarded({ headers: new Headers(), text: '' })).toContain("default-src 'none'")
})
