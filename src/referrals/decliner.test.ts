import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { openLog } from '../kit/log.ts'
import type { Id } from '../kit/ids.ts'
import { readNotices } from '../notices/index.ts'
import { acceptReferral, declineReferral, passFurther, passSomeoneOn } from './index.ts'
import { writeLine } from './ask-giver.ts'
import { SAID_YES, weddingTrades, type Trades } from './testing/cast.ts'

/** How to reach her: words that stand nowhere else. */
const CONTACT = ['Canarysurname', '07700900777', 'canarymailbox'] as const
const MINIMAL = ['Canaryfirst', 'Canaryneed', 'Canaryword'] as const
const BRIDE = { who: 'Canaryfirst Canarysurname', needs: 'Canaryneed', reach: '07700900777 or canarymailbox@example.org', says: 'Canaryword' }

let web: TestWeb
let trades: Trades
let declined: Id<'referral'>
let accepted: Id<'referral'>
let logged = ''
beforeAll(async () => {
  web = await openTestWeb()
  const plain = openLog('trace')
  for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) Object.assign(web.town.house.log, { [level]: (...said: unknown[]) => { logged += JSON.stringify(said); void plain } })
  trades = await weddingTrades(web.town)
  const { tom, priya, asha } = trades
  ;({ id: declined } = await passSomeoneOn(tom.ctx, { ...BRIDE, ...SAID_YES, to: priya.organisation }))
  await writeLine(priya.ctx, declined, { words: 'Is it outdoors?' })
  await declineReferral(priya.ctx, declined)
  ;({ id: accepted } = await passSomeoneOn(tom.ctx, { ...BRIDE, ...SAID_YES, to: asha.organisation }))
  await acceptReferral(asha.ctx, accepted)
  await web.town.settle()
})
afterAll(() => web?.close())

const starts = () => ['/', '/referrals', '/referrals?view=passed', '/referrals?view=finished', '/referrals/list.csv', '/referrals/list.csv?view=finished', '/referrals/figures', '/find?q=Canary', '/find.json?q=Canary', '/search?q=Canary',
  ...[declined, accepted].flatMap((id) => ['', '/questions', '/privacy-note', '/outcome', '/thanks', '/erasure', '/passing-on', '/declining', '/later'].map((end) => `/referrals/${id}${end}`)),
  ...CONTACT.flatMap((word) => [`/referrals?person=${word}`, `/referrals?view=finished&person=${word}`]),
  '/api/v1/referrals', '/api/v1/referrals?view=finished', '/api/v1/referrals/figures', `/api/v1/referrals/${declined}`, `/api/v1/referrals/${declined}/privacy-note`, `/api/v1/referrals/${accepted}`]

/** Every page, table and answer to a program that could hold a word of it. The matrix and its crawl look along all links besides. */
async function lookAt(person: Id<'person'>): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  for (const path of starts()) pages.set(path, (await (path.startsWith('/api/') ? web.api('GET', path, undefined, { as: person }) : web.get(path, { as: person }))).text)
  return pages
}

test('whoever declined meets neither how to reach her nor what was said of her: in no page, export, search or answer to a program', async () => {
  const pages = await lookAt(trades.priya.person)
  const met = [...pages].flatMap(([path, text]) => [...CONTACT, ...MINIMAL].filter((word) => text.includes(word) && !path.includes(word)).map((word) => `${path}: ${word}`))

  expect(pages.size).toBeGreaterThan(30)
  expect(met).toEqual([])
})

test('control: whoever accepted does meet them there', async () => {
  const pages = await lookAt(trades.asha.person)

  for (const word of CONTACT) expect([...pages.values()].some((text) => text.includes(word)), word).toBe(true)
})

test('before accepting, a receiver meets the first name and the need, and nothing more; the later receiver neither before the fresh yes', async () => {
  const { tom, nell, priya } = trades
  const { id } = await passSomeoneOn(tom.ctx, { ...BRIDE, ...SAID_YES, to: nell.organisation })
  const page = async (who: Id<'person'>, path: string) => (await web.get(path, { as: who })).text
  const nellSees = await page(nell.person, `/referrals/${id}`) + await page(nell.person, '/') + await page(nell.person, '/referrals') + (await web.api('GET', `/referrals/${id}`, undefined, { as: nell.person })).text
  expect(MINIMAL.every((word) => nellSees.includes(word))).toBe(true)
  expect(CONTACT.filter((word) => nellSees.includes(word))).toEqual([])

  await passFurther(nell.ctx, id, { to: priya.organisation, how: 'ask' })
  const pages = await lookAt(priya.person)
  expect([...pages].flatMap(([path, text]) => [...CONTACT, ...MINIMAL].filter((word) => text.includes(word) && !path.includes(word)))).toEqual([])
})

test('no letter to a business, no notice, no news, no timeline and no line of the log holds how to reach her', async () => {
  const letters = (await web.town.mails()).filter((mail) => !mail.to_address.includes('canarymailbox'))
  expect(letters.length).toBeGreaterThan(3)
  for (const mail of letters) expect(CONTACT.filter((word) => JSON.stringify(mail).includes(word))).toEqual([])
  for (const mail of await web.town.mails()) expect([...CONTACT, ...MINIMAL].filter((word) => mail.subject.includes(word))).toEqual([])

  for (const one of [trades.tom, trades.priya, trades.asha, trades.nell]) {
    const told = JSON.stringify(await readNotices(one.ctx, { limit: 50 }))
    expect([...CONTACT, ...MINIMAL].filter((word) => told.includes(word))).toEqual([])
  }
  const kept = await web.town.ctx().read(async ({ db }) => JSON.stringify([
    await db.selectFrom('outbox').selectAll().execute(), await db.selectFrom('audit').selectAll().execute(), await db.selectFrom('ask').selectAll().execute(), await db.selectFrom('notice').selectAll().execute(),
    await db.selectFrom('one_time_link').selectAll().execute(), await db.selectFrom('partnership_moment').selectAll().execute(), await db.selectFrom('request_key').selectAll().execute(),
  ]))
  expect([...CONTACT, ...MINIMAL].filter((word) => kept.includes(word))).toEqual([])
  expect([...CONTACT, ...MINIMAL].filter((word) => logged.includes(word))).toEqual([])
})
