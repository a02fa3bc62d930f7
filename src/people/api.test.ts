import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { arrive, linkTo, PASSWORD } from './testing/people.ts'

// Through the whole web: every door of `entry` stands between these requests and the actions.

let web: TestWeb
let posting: TestWeb

beforeAll(async () => {
  web = await openTestWeb()
  posting = await openTestWeb({ SMTP_URL: 'smtp://localhost:2525' })
})
afterAll(async () => { await web.close(); await posting.close() })

test('a person and their program read who they are; a program may not do what its token does not say', async () => {
  const priya = await arrive(web.town, 'Priya')
  const made = await web.api('POST', '/tokens', { name: 'Website', scopes: ['read'], lasts: 'month' }, { as: priya.person })
  const { text } = made.json() as { text: string } // the answer just asked for

  expect(made.status).toBe(201)
  expect((await web.api('GET', '/me', undefined, { token: text })).json()).toMatchObject({ id: priya.person, name: 'Priya', email: 'priya@example.org' })
  expect((await web.api('GET', '/me', undefined, { as: priya.person })).status).toBe(200)
  expect((await web.api('DELETE', `/sessions/${priya.session}`, undefined, { token: text })).status).toBe(403)
  expect((await web.api('POST', '/tokens', { name: 'More', scopes: ['read'], lasts: 'year' }, { token: text })).status).toBe(403)
  expect((await web.api('GET', '/me', undefined, { token: `${text}x` })).status).toBe(401)
  expect((await web.api('GET', '/me')).status).toBe(401)
})

test('sessions are listed and ended; what is not one’s own is not there', async () => {
  const [tom, jo] = [await arrive(web.town, 'Tom'), await arrive(web.town, 'Jo')]

  const list = (await web.api('GET', '/sessions', undefined, { as: tom.person })).json() as { sessions: { id: string }[] } // the answer just asked for
  expect(list.sessions.map((one) => one.id)).toContain(tom.session)
  expect((await web.api('DELETE', `/sessions/${jo.session}`, undefined, { as: tom.person })).status).toBe(404)
  expect((await web.api('DELETE', '/sessions/nonsense', undefined, { as: tom.person })).status).toBe(404)
  expect((await web.api('DELETE', `/sessions/${tom.session}`, undefined, { as: tom.person })).status).toBe(204)
})

test('what is wrong with a token is said, field by field', async () => {
  const mel = await arrive(web.town, 'Mel')

  for (const body of [{}, { name: 'x', scopes: [], lasts: 'month' }, { name: 'x', scopes: ['read'], lasts: 'month', more: 1 }, [], 'x', null]) {
    const answer = await web.api('POST', '/tokens', body, { as: mel.person })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([answer.status === 400 ? 400 : 422, 'application/problem+json'])
  }
})

test('pressing sign up twice sends one letter where letters go out, and lets one in twice where none do', async () => {
  const nell = { name: 'Nell', email: 'nell@example.org', password: PASSWORD }

  const [first, second] = [await posting.post('/sign-up', nell, { key: 'the-same-key' }), await posting.post('/sign-up', nell, { key: 'the-same-key' })]
  expect([first.status, second.status]).toEqual([201, 201])
  expect((await posting.town.mails()).filter((mail) => mail.to_address === nell.email)).toHaveLength(1)

  const both = [await web.post('/sign-up', nell, { key: '' }), await web.post('/sign-up', nell, { key: '' })]
  expect(both.map((answer) => [answer.status, /gh_session/.test(answer.headers.get('Set-Cookie') ?? '')])).toEqual([[303, true], [303, true]])
})

test('a form of ours sent from elsewhere changes nothing', async () => {
  const ruth = await arrive(web.town, 'Ruth')
  await web.post('/reset', { email: ruth.email })
  const path = `/reset/${await linkTo(web.town, ruth.email)}`

  const forged = await web.post(path, { password: 'set by a stranger' }, { headers: { 'Sec-Fetch-Site': 'cross-site' } })

  expect(forged.status).toBe(403)
  expect((await web.get(path)).status).toBe(200)
})

test('too many tries say how long to wait', async () => {
  await arrive(web.town, 'Asha')
  const attempt = () => web.post('/sign-in', { email: 'asha@example.org', password: 'wrong' }, { key: '' })
  for (let tried = 0; tried < 10; tried += 1) expect((await attempt()).status).toBe(422)

  const refused = await attempt()

  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '900'])
})
