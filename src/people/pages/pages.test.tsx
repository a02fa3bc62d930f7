import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { Authenticator } from '../testing/authenticator.ts'
import { arrive, linkTo, PASSWORD } from '../testing/people.ts'
import { openPages, sameWords } from '../testing/web.tsx'
import { peoplePages } from './index.tsx'

let house: TestHouse // sends no letters
let posting: TestHouse // sends letters
const browser = (at = house) => openPages(at, peoplePages)

beforeAll(async () => {
  house = await openTestHouse()
  posting = await openTestHouse({ SMTP_URL: 'smtp://localhost:2525' })
})
beforeEach(() => { house.clock.forward(1000); posting.clock.forward(1000) })
afterAll(async () => { await house.close(); await posting.close() })

test('Priya signs up, is in at once, signs out, and in again, back to where she was going', async () => {
  const web = browser()
  const page = await web.get('/sign-up?then=/join/abc')
  expect(page.body).toContain('name="_then" value="/join/abc"')

  const joined = await web.post('/sign-up', { name: 'Priya', email: 'priya@example.org', password: PASSWORD, _then: '/join/abc', _key: 'a-key-of-the-form' })
  expect([joined.status, joined.location]).toEqual([303, '/join/abc'])
  expect(joined.headers.getSetCookie()[0]).toMatch(/^__Host-guildhall=gh_session_\w+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600; Secure$/)
  expect((await web.get('/account')).body).toContain('This one')

  expect((await web.post('/sign-out')).location).toBe('/sign-in')
  expect((await web.get('/account')).body).toContain('sign-in-first')

  const back = await web.post('/sign-in', { email: 'priya@example.org', password: PASSWORD, _then: '//evil.example' })
  expect([back.status, back.location]).toEqual([303, '/'])
})

test('a refused sign-in says the same for every address, keeps what was typed and never sends a password back', async () => {
  await arrive(house, 'Tom')

  const [known, unknown] = [await browser().post('/sign-in', { email: 'tom@example.org', password: 'not his word' }), await browser().post('/sign-in', { email: 'tim@example.org', password: 'not his word' })]

  expect(known.status).toBe(422)
  expect(known.status).toBe(unknown.status)
  expect(sameWords(known.body)).toBe(sameWords(unknown.body).replaceAll('tim@', 'tom@'))
  expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
  expect(known.body).toContain('value="tom@example.org"')
  expect(known.body).not.toContain('not his word')
})

test.each([
  ['/sign-up', { name: 'Jo', password: 'a good long password' }], ['/sign-in/link', {}], ['/reset', {}],
])('%s answers the same for a known and an unknown address', async (path, more) => {
  const jo = await arrive(posting, `Jo-${path.replaceAll('/', '')}`)

  const [known, unknown] = [await browser(posting).post(path, { ...more, email: jo.email }), await browser(posting).post(path, { ...more, email: 'stranger@example.org' })]

  expect([known.status, sameWords(known.body), [...known.headers.keys()]]).toEqual([unknown.status, sameWords(unknown.body), [...unknown.headers.keys()]])
})

test('a taken address with another password is not let in where no letters go out', async () => {
  const mel = await arrive(house, 'Mel')

  const answer = await browser().post('/sign-up', { name: 'Mel', email: mel.email, password: 'a different password' })

  expect(answer.status).toBe(409)
  expect(answer.body).toContain('sign in instead')
})

test('looking at a link uses nothing up; pressing its button does, once', async () => {
  const ruth = await arrive(house, 'Ruth')
  const web = browser()
  await web.post('/sign-in/link', { email: ruth.email, _then: '/networks' })
  const path = `/sign-in/link/${await linkTo(house, ruth.email)}`

  expect((await web.get(path)).body).toContain('Your link is good')
  expect((await browser().get(path)).status).toBe(200) // the mail scanner
  expect((await web.post(path)).location).toBe('/networks')
  expect((await browser().post(path)).body).toContain('already been used')
  expect((await browser().get('/sign-in/link/forged')).body).toContain('not one of ours')
})

test('Asha resets her password with all problems shown beside the field', async () => {
  const asha = await arrive(house, 'Asha')
  const web = browser()
  await web.post('/reset', { email: asha.email })
  const path = `/reset/${await linkTo(house, asha.email)}`

  const short = await web.post(path, { password: 'short' })
  expect([short.status, short.body.includes('needs 10 characters')]).toEqual([422, true])
  expect((await web.post(path, { password: 'marzipan on a tipi' })).status).toBe(303)
  expect((await web.get('/account')).status).toBe(200)
})

test('a letter finishes the sign-up where letters go out', async () => {
  const web = browser(posting)
  const sent = await web.post('/sign-up', { name: 'Nell', email: 'nell@example.org', password: PASSWORD, _then: '/join/xyz' })
  expect([sent.status, sent.body.includes('Look in your mail'), web.jar.size]).toEqual([201, true, 0])
  const path = `/sign-up/${await linkTo(posting, 'nell@example.org')}`

  expect((await web.get(path)).body).toContain('Welcome, Nell')
  expect((await web.post(path)).location).toBe('/join/xyz')
  expect((await web.get('/account')).body).toContain('nell@example.org')
})

test('the account page changes name, password and address, each with its own problems', async () => {
  const web = browser()
  await web.post('/sign-up', { name: 'Hugo', email: 'hugo@example.org', password: PASSWORD })

  expect((await web.post('/account/name', { name: 'Hugo Blake' })).status).toBe(303)
  const wrong = await web.post('/account/password', { current: 'not it', password: 'a field of poppies' })
  expect([wrong.status, wrong.body.includes('This is not your password'), wrong.body.includes('Hugo Blake')]).toEqual([422, true, true])
  const before = web.jar.get('__Host-guildhall')
  expect((await web.post('/account/password', { current: PASSWORD, password: 'a field of poppies' })).status).toBe(303)
  expect(web.jar.get('__Host-guildhall')).not.toBe(before)
  expect((await web.post('/account/email', { email: 'no address' })).status).toBe(422)
  expect((await web.post('/account/email', { email: 'hugo@blake.example' })).status).toBe(303)
  await browser().post(`/confirm-email/${await linkTo(house, 'hugo@blake.example')}`)
  expect((await web.get('/account')).body).toContain('hugo@blake.example')
})

test('a passkey is added and used through the pages', async () => {
  const web = browser()
  const device = new Authenticator('http://localhost:4000')
  await web.post('/sign-up', { name: 'Fern', email: 'fern@example.org', password: PASSWORD })

  const asked = asking((await web.post('/account/passkeys')).body)
  expect((await web.post('/account/passkeys/answer', { start: asked.start, answer: JSON.stringify(device.create(asked.options as never)), name: 'My phone', _then: '/account' })).location).toBe('/account')
  expect((await web.get('/account')).body).toContain('My phone')

  const other = browser()
  const challenge = asking((await other.post('/sign-in/passkey', { _then: '/networks' })).body)
  expect((await other.post('/sign-in/passkey/answer', { start: challenge.start, answer: JSON.stringify(device.get(challenge.options as never)), _then: '/networks' })).location).toBe('/networks')
  expect((await other.get('/account')).body).toContain('fern@example.org')
  expect((await other.post('/sign-in/passkey/answer', { start: challenge.start, answer: '' })).body).toContain('Passkeys need script')
})

test('one’s devices are listed, and closing the account leaves nothing behind', async () => {
  const [desk, phone] = [browser(), openPages(house, peoplePages, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1')]
  await desk.post('/sign-up', { name: 'Kit', email: 'kit@example.org', password: PASSWORD })
  await phone.post('/sign-in', { email: 'kit@example.org', password: PASSWORD })
  expect([...phone.jar.keys()]).toContain('guildhall') // Safari takes no __Host- cookie over plain http

  const page = (await desk.get('/account')).body
  expect(page).toContain('Safari on an iPhone')
  const path = /action="(\/account\/sessions\/[0-9a-f-]+\/end)"/.exec(page)?.[1] ?? ''
  expect((await desk.post(path)).status).toBe(303)
  expect((await phone.get('/account')).body).toContain('sign-in-first')

  expect((await desk.get('/account/closing')).body).toContain('cannot be undone')
  expect((await desk.post('/account/closing')).status).toBe(303)
  expect((await desk.get('/account')).body).toContain('sign-in-first')
})

test('who proved themselves long ago is asked again, and comes back', async () => {
  const web = browser()
  await web.post('/sign-up', { name: 'Una', email: 'una@example.org', password: PASSWORD })
  house.clock.forward(31 * 60_000)

  expect((await web.post('/account/passkeys')).body).toContain('confirm-it-is-you')
  expect((await web.get('/confirm-it-is-you?then=/account')).body).toContain('Your password')
  expect((await web.post('/confirm-it-is-you', { password: PASSWORD, _then: '/account' })).location).toBe('/account')
  expect((await web.post('/account/passkeys')).status).toBe(200)
})

function asking(body: string): { options: object; start: string } {
  const text = (/data-options="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&quot;', '"')
  return { options: JSON.parse(text) as object, start: /name="start" value="([^"]+)"/.exec(body)?.[1] ?? '' } // our own page wrote it
}
