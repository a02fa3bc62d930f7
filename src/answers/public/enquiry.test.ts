import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../entry/testing.ts'
import { answerAsk, listOpenAsksTo } from '../../asks/index.ts'
import { tendAsks } from '../../asks/jobs.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { someone, type Character } from '../../networks/testing/cast.ts'
import { editOrganisation, listStub } from '../../organisations/index.ts'
import { emailIn } from './enquiry.ts'

let web: TestWeb
let priya: Character
const WORDS = { who: 'Asha, wedding cakes', reach: 'asha@ashas.example.org or 07700 900102', could: 'Press your flowers into cakes.' }
const SHOWN = { page: 'anyone', contact: 'only_us', place: 'anyone' }

beforeAll(async () => {
  web = await openTestWeb()
  priya = await someone(web.town, 'Priya', 'The Wild Bouquet')
  await editOrganisation(priya.ctx, priya.organisation, { name: 'The Wild Bouquet', kind: 'sole-trader', email: 'hello@bouquet.example.org' })
  await sayWhoSees(priya.ctx, priya.organisation, SHOWN)
  await web.town.settle()
})
beforeEach(() => web.town.clock.forward(25 * 3_600_000)) // yesterday's tries are forgotten
afterAll(() => web?.close())

const home = () => web.get('/', { as: priya.person })
const askId = (text: string) => /\/asks\/([0-9a-f-]{36})\/answer/.exec(text)?.[1] ?? ''

describe('“That’s us”', () => {
  test('reaches the contact by mail and waits under Your turn; the yes comes back by mail and on the thanks page', async () => {
    const sent = await web.post('/o/the-wild-bouquet/enquiries', WORDS)
    expect(sent.status).toBe(303)
    const thanks = await web.get(sent.location ?? '')
    expect(thanks.text).toContain('has your words')
    expect(thanks.headers.get('Referrer-Policy')).toBe('no-referrer')
    const [mail] = (await web.town.mails()).filter((one) => one.to_address === 'hello@bouquet.example.org')
    expect(mail?.subject).toBe('Asha, wedding cakes says: That’s us')
    expect(mail?.text).toContain('Press your flowers into cakes.')

    const turn = await home()
    expect(turn.text).toContain('Asha, wedding cakes says: That’s us')
    expect((await web.town.mails()).some((one) => one.to_address === 'asha@ashas.example.org')).toBe(false) // not before somebody has answered
    await web.post(`/asks/${askId(turn.text)}/answer`, { word: 'yes' }, { as: priya.person })

    const [answer] = (await web.town.mails()).filter((one) => one.to_address === 'asha@ashas.example.org')
    expect(answer?.subject).toBe('The Wild Bouquet would like to talk')
    expect(answer?.text).not.toContain('hello@bouquet')
    expect((await web.get(sent.location ?? '')).text).toContain('would like to talk')
  })

  test('a no is kind, and silence is told too', async () => {
    const one = await web.post('/o/the-wild-bouquet/enquiries', { ...WORDS, reach: 'no@ashas.example.org' })
    const later = web.town.ctx(priya.ctx.actor)
    const [waiting] = await later.read((tx) => listOpenAsksTo(tx))
    if (waiting) await answerAsk(later, waiting.id, 'no', 'Try Fern in the spring.')
    expect((await web.get(one.location ?? '')).text).toContain('thanks you for writing')
    expect((await web.get(one.location ?? '')).text).toContain('Try Fern in the spring.')

    await web.post('/o/the-wild-bouquet/enquiries', { ...WORDS, reach: 'silent@ashas.example.org' })
    web.town.clock.forward(15 * 86_400_000)
    await tendAsks(web.town.ctx())
    const told = (await web.town.mails()).map((mail) => [mail.to_address, mail.subject])
    expect(told).toContainEqual(['no@ashas.example.org', 'An answer from The Wild Bouquet'])
    expect(told).toContainEqual(['silent@ashas.example.org', 'No answer from The Wild Bouquet yet'])
  })

  test('says every problem at once and keeps what was typed', async () => {
    const back = await web.post('/o/the-wild-bouquet/enquiries', { who: 'Asha', reach: '', could: '' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('How to reach you is missing.')
    expect(back.text).toContain('What you could do is missing.')
    expect(back.text).toContain('value="Asha"')
  })

  test('pressed twice is sent once', async () => {
    const before = (await web.town.mails()).length
    const key = 'a4c50bf2-6e9c-4a08-9d11-5d7f6c3a1b2e'
    const [one, two] = [await web.post('/o/the-wild-bouquet/enquiries', WORDS, { key }), await web.post('/o/the-wild-bouquet/enquiries', WORDS, { key })]
    expect(two.location).toBe(one.location)
    expect((await web.town.mails()).length).toBe(before + 1)
  })

  test('answers alike whether anyone has an address or not, and hidden alike with never there', async () => {
    const quiet = await someone(web.town, 'Quin', 'Quince Quiet')
    await sayWhoSees(quiet.ctx, quiet.organisation, SHOWN)
    await someone(web.town, 'Hal', 'Holly Hidden')
    await web.town.settle()
    const plain = (text: string) => text.replaceAll(/Quince Quiet|The Wild Bouquet/g, 'X').replaceAll(/nonce[-="A-Za-z0-9+/]*|http:\S+|\/o\/[a-z-]+|\/enquiries\/\S+/g, '')
    const [loud, still] = [await web.post('/o/the-wild-bouquet/enquiries', WORDS), await web.post('/o/quince-quiet/enquiries', WORDS)]
    expect(loud.status).toBe(still.status)
    expect(plain((await web.get(loud.location ?? '')).text)).toBe(plain((await web.get(still.location ?? '')).text))

    const [hidden, never] = [await web.post('/o/holly-hidden/enquiries', WORDS), await web.post('/o/never-was/enquiries', WORDS)]
    expect([hidden.status, never.status]).toEqual([404, 404])
    expect(plain(hidden.text)).toBe(plain(never.text))
  })

  test('one visitor may write to a few in an hour, and is told when to come back with every word kept', async () => {
    const tries = []
    for (let at = 0; at < 7; at += 1) tries.push(await web.post('/o/the-wild-bouquet/enquiries', WORDS))
    expect(tries.map((one) => one.status)).toEqual([303, 303, 303, 303, 303, 303, 429])
    const last = tries.at(-1)
    expect(Number(last?.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(last?.text).toContain('Press your flowers into cakes.')
    web.town.clock.forward(3_700_000)
    expect((await web.post('/o/the-wild-bouquet/enquiries', WORDS)).status).toBe(303)
  })

  test('nobody writes to a listing whose people are not here', async () => {
    const stub = await listStub(priya.ctx, { name: 'Stub Stables', kind: 'company' })
    await sayWhoSees(priya.ctx, stub, SHOWN)
    await web.town.settle()
    expect((await web.get('/o/stub-stables')).text).toContain('Listed, not yet claimed')
    expect((await web.post('/o/stub-stables/enquiries', WORDS)).status).toBe(409)
  })

  test('from another website it is not taken', async () => {
    const answer = await web.send('/o/the-wild-bouquet/enquiries', { method: 'POST', body: new URLSearchParams(WORDS), headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(answer.status).toBe(403)
  })
})

test('an e-mail address is found among other words', () => {
  expect(emailIn('Ring 07700 900102, or Asha@Ashas.example.org.')).toBe('asha@ashas.example.org')
  expect(emailIn('07700 900102')).toBeUndefined()
  expect(emailIn('a@b')).toBeUndefined()
})
