import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveJobs } from '../answers/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { nobody } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { readNotices } from '../notices/index.ts'
import { findPartnership, listTies } from '../partnerships/index.ts'
import { joins, someone, type Character } from '../networks/testing/cast.ts'
import { answers, benchOfThree, CLIENT, clientToken, everything, FRIDAY, fridayFor, openAsk, TERMS, type Bench } from './testing/bench.ts'
import { askClient } from './ask-client.ts'
import { answerAsClient } from './client-says.ts'
import { handBack } from './hand-back.ts'
import { handOver, writePack } from './hand-over.ts'
import { readCover, readOverview } from './read-cover.ts'
import { endSight, forgetClients } from './tend-cover.ts'

const DAY = 86_400_000
let web: TestWeb
let bench: Bench
beforeAll(async () => {
  web = await openTestWeb({ SMTP_URL: 'smtp://localhost:1' })
  bench = await benchOfThree(web.town)
})
afterAll(() => web.close())

const told = async (one: Character) => (await readNotices(one.ctx)).map((notice) => notice.says)
const as = (one: Character) => ({ as: one.person })
const end = (path: string | null) => path?.split('/').at(-1) ?? ''

test('cover for Friday from a bench of three: the first is silent, the second says yes, the client agrees by link, and it comes back with thanks', async () => {
  const { jo, mel, hannah, kasia } = bench
  const sent = await web.post('/cover/new', { ...FRIDAY, who: [mel.organisation, hannah.organisation, kasia.organisation] }, as(jo))
  const page = sent.location ?? ''
  const cover = end(page) as Id<'cover'> // out of the address we were sent to
  expect(await openAsk(hannah, cover)).toBeUndefined()

  web.town.clock.forward(4.2 * 3_600_000) // Mel is on a train
  await tendAsks(web.town.ctx())
  const home = await web.get('/cover', as(hannah))
  expect(home.text).toContain('Jo Hart VA asks: can you take this off us?')
  await answers(hannah, cover, 'yes')
  await web.town.settle()
  expect(await told(jo)).toContain('Quiet Hours takes your cover on 5 Mar 2027')
  expect(await openAsk(kasia, cover)).toBeUndefined() // never asked

  expect((await web.post(`${page}/client`, CLIENT, as(jo))).status).toBe(303)
  expect((await web.get(page, as(hannah))).text).not.toContain('Petra')
  const letter = (await web.town.mails()).find((mail) => mail.to_address === CLIENT.email)
  const link = new URL(letter?.main_link ?? '').pathname
  const seen = await web.get(link)
  expect(seen.text).toContain('Jo Hart VA remains responsible to you')
  expect(seen.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect((await web.post(`${link}/questions`, { says: 'Does she know my shop?' })).status).toBe(303)
  await web.post(`${page}/client/replies`, { says: 'She spent a day there in May.' }, as(jo))
  expect((await web.get(link)).text).toContain('She spent a day there in May.')
  expect((await web.post(link, { word: 'yes' })).status).toBe(303)
  expect((await web.get(page, as(hannah))).text).toContain('Petra Marker')
  expect(await told(hannah)).toContain('The client agreed: you cover for Jo Hart VA on 5 Mar 2027')

  const refused = await web.post(`${page}/pack`, { how: 'Log in with password: Tulip4ever!' }, as(jo))
  expect([refused.status, refused.text.includes('looks as if it holds a password')]).toEqual([422, true])
  await web.post(`${page}/pack`, { contact: 'Petra Marker, 01632 960777', how: 'Green labels first.', promises: 'A reply within the hour' }, as(jo))
  expect((await web.get(`${page}/pack/print`, as(hannah))).status).toBe(404)
  await web.post(`${page}/handover`, {}, as(jo))
  expect((await web.get(`${page}/pack/print`, as(hannah))).text).toContain('Green labels first.')
  const file = await web.get(`${page}/pack.pdf`, as(hannah))
  expect([file.status, file.headers.get('Content-Type'), file.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect((await web.get(`${page}/pack.pdf`, as(kasia))).status).toBe(404)
  await web.post(`${page}/return`, { done: 'Forty letters, four orders. Petra is glad.', hours: '5.5' }, as(hannah))
  expect((await web.post(`${link}/word`, { says: 'As if Jo had been there.' })).status).toBe(303)
  await web.post(`${page}/thanks`, { says: 'You saved my Friday.' }, as(jo))

  expect(await told(hannah)).toContain('Jo Hart VA thanks you for covering on 5 Mar 2027')
  expect((await web.get(page, as(hannah))).text).toContain('As if Jo had been there.')
  const together = await hannah.ctx.read((tx) => findPartnership(tx, hannah.organisation, jo.organisation))
  expect((await web.town.ctx().read((tx) => listTies(tx))).filter((tie) => tie.partnership === together?.id && tie.kind === 'cover')).toHaveLength(1)
  expect((await readOverview(jo.ctx)).withOthers).toEqual([{ other: hannah.organisation, gave: { times: 0, minutes: 0 }, took: { times: 1, minutes: 330 } }])
  for (const other of [mel, kasia]) {
    expect((await web.get(page, as(other))).status).toBe(404)
    expect((await web.get('/cover', as(other))).text).not.toContain('Petra')
  }
})

test('several parts are put together by the owner, and whoever is not needed is thanked and told no more', async () => {
  const { jo, mel, hannah, kasia } = bench
  const cover = await fridayFor(jo, { how: 'all_at_once', startsOn: '2027-04-02', answerBy: '2027-04-01' })
  await answers(mel, cover, 'partly', JSON.stringify({ minutes: 240, note: 'Until one' }))
  await answers(hannah, cover, 'partly', JSON.stringify({ minutes: 180 }))
  await answers(kasia, cover, 'no')
  expect((await readCover(jo.ctx, cover)).state).toBe('partly')

  const sent = await web.post(`/cover/${cover}/parts`, { [`hours-${mel.organisation}`]: '4', [`hours-${hannah.organisation}`]: '' }, as(jo))
  await web.town.settle()

  expect(sent.status).toBe(303)
  const { asked, state } = await readCover(jo.ctx, cover)
  expect([state, asked.find((one) => one.chosen)?.chosen?.minutes, new Set(asked.filter((one) => one.closedAt).map((one) => one.associate))]).toEqual(['taken', 240, new Set([hannah.organisation, kasia.organisation])])
  expect(await told(hannah)).toContain('Jo Hart VA has what they needed. Thank you for being there to ask')
  expect((await web.get(`/cover/${cover}`, as(hannah))).status).toBe(404)
})

test('when the client wishes to be forgotten, nothing of them is left in any table', async () => {
  const { jo, mel, hannah, kasia } = bench
  const cover = await fridayFor(jo, { how: 'all_at_once', startsOn: '2027-04-09', answerBy: '2027-04-08', skills: 'A calm voice. Petra Marker likes it.' })
  await answers(kasia, cover, 'no', 'Not for Petra, 01632 960778. Next time!')
  await answers(hannah, cover, 'partly', JSON.stringify({ minutes: 120, note: 'Bluebell Mews is near me. Until noon.' }))
  await answers(mel, cover, 'yes', 'Gladly. Is it Petra of Bluebell Mews?')
  const path = `/cover/${cover}`
  await web.post(`${path}/client`, { ...CLIENT, name: 'Petra Marker', email: 'petra@other.example', phone: '01632 960778', contact: 'The gate in Bluebell Mews' }, as(jo))
  const link = `/cover/client/${await clientToken(jo, cover)}`
  await web.post(link, { word: 'yes' })
  await web.post(`${link}/questions`, { says: 'Bluebell Mews has a new door' })
  await web.post(`${path}/client/replies`, { says: 'Petra, thank you' }, as(jo))
  await web.post(`${path}/pack`, { contact: 'Petra Marker, Bluebell Mews, 01632 960778', how: 'As ever' }, as(jo))
  await web.post(`${path}/handover`, {}, as(jo))
  await web.post(`${path}/return`, { done: 'All letters answered. Petra asks for lilies. Ring 01632960778.', hours: '6' }, as(mel))
  await web.post(`${link}/word`, { says: 'Petra Marker says: lovely' })
  await web.post(`${path}/thanks`, { says: 'Thanks, also from Petra.' }, as(jo))
  await web.town.settle()
  const marks = /petra@other|960778|Bluebell/
  const holding = async () => [...await everything(web.town)].filter(([, text]) => marks.test(text)).map(([table]) => table).sort()
  expect(await holding()).toEqual(['ask', 'cover_asked', 'cover_client', 'cover_pack', 'mail']) // control: it was there to be found

  expect((await web.post(`${link}/erasure`, {})).status).toBe(303)
  await web.post(`${link}/erasure`, {})
  await web.town.settle()

  expect(await holding()).toEqual([])
  const { asked, cover: kept } = await readCover(jo.ctx, cover)
  expect(JSON.stringify([asked, kept])).not.toMatch(/Petra/)
  expect(asked.find((one) => one.associate === mel.organisation)?.back?.done).toBe('All letters answered. (taken out at the client’s wish) (taken out at the client’s wish)')
  expect(asked.map((one) => one.answer?.note).filter(Boolean)).toContain('(taken out at the client’s wish) Next time!') // what names nobody stays
  expect((await web.get(link)).text).toContain('Your details are gone')
  expect((await told(mel)).filter((says) => says.includes('please delete what you hold'))).toHaveLength(1)
})

test('a client who says no is forgotten at once, and the associate never learns who it was', async () => {
  const { jo, mel } = bench
  const cover = await fridayFor(jo, { how: 'all_at_once', startsOn: '2027-04-16', answerBy: '2027-04-15' })
  await answers(mel, cover, 'yes')
  await web.post(`/cover/${cover}/client`, { ...CLIENT, name: 'Quentin Nay', email: '' }, as(jo))
  const link = `/cover/client/${await clientToken(jo, cover)}`

  await web.post(link, { word: 'no' })
  await web.post(link, { word: 'no' })

  expect((await web.post(link, { word: 'yes' })).status).toBe(409)
  expect([...await everything(web.town)].filter(([, text]) => text.includes('Quentin')).map(([table]) => table)).toEqual([])
  expect((await told(mel)).filter((says) => says.includes('would rather not have cover'))).toHaveLength(1)
})

test('changed terms want a fresh yes, and until then the terms of before go on; earlier versions are kept', async () => {
  const { jo, mel } = bench
  const place = (await readOverview(jo.ctx)).bench.find((one) => one.associate === mel.organisation)?.id ?? ''
  const path = `/cover/bench/${place}`

  expect((await web.post(`${path}/terms`, TERMS, as(jo))).status).toBe(409) // nothing changed
  await web.post(`${path}/terms`, { ...TERMS, rate: '24.50', says: 'Prices rose' }, as(mel))
  expect((await web.get(path, as(jo))).text).toMatch(/£22 an hour[^]*Pay \(changed\)|Pay \(changed\)[^]*£24\.50 an hour/)
  await answers(jo, 'terms', 'yes')

  const after = await web.get(path, as(mel))
  expect(after.text).toMatch(/£24\.50 an hour[^]*Earlier versions[^]*£22 an hour/)
  expect((await web.get(path, as(bench.kasia))).status).toBe(404)
})

test('a bench on which nobody is free is widened by one step, with reasons', async () => {
  const { jo, mel, hannah, kasia } = bench
  const nell = await someone(web.town, 'Nell', 'Nell Typing')
  await joins(web.town, bench.network.id, nell)
  await web.town.ctx().transaction((tx) => saveJobs(tx, [{ by: nell.organisation, what: 'Typed a book together', finishedOn: '2026-06-01', parties: [hannah, nell].map((one) => ({ organisation: one.organisation, network: bench.network.id, confirmedAt: tx.now })) }]))
  const cover = await fridayFor(jo, { how: 'all_at_once', startsOn: '2027-04-23', answerBy: '2027-04-22', rate: '25', per: 'hour' })
  for (const one of [mel, hannah, kasia]) await answers(one, cover, 'no')
  expect((await readCover(jo.ctx, cover)).state).toBe('nobody')
  expect(await told(jo)).toContain('Nobody on your bench is free for your cover on 23 Apr 2027')

  const wider = await web.get(`/cover/${cover}/widening`, as(jo))
  expect(wider.text).toMatch(/Nell Typing[^]*Partner of Quiet Hours, whom you know/)
  await web.post(`/cover/${cover}/widening`, { associate: nell.organisation }, as(jo))
  await answers(nell, cover, 'yes')

  expect((await readCover(jo.ctx, cover)).state).toBe('taken')
})

test('some days after it came back the associate no longer sees the client, and two years later nobody does', async () => {
  const { jo, hannah } = bench
  const { cover } = await benchFriday('2027-05-07', hannah)
  expect((await readCover(hannah.ctx, cover)).client?.name).toBe('Lena Stays')
  await handBack(hannah.ctx, cover, { done: 'All done', hours: '6' })

  web.town.clock.forward(14.1 * DAY)
  await endSight(web.town.ctx())
  await endSight(web.town.ctx())

  expect(await readCover(hannah.ctx, cover)).toMatchObject({ client: undefined, pack: undefined, state: 'handed_back' })
  expect((await readCover(jo.ctx, cover)).client?.name).toBe('Lena Stays')
  expect((await told(hannah)).filter((says) => says.startsWith('You no longer see'))).toHaveLength(2)

  web.town.clock.forward(800 * DAY)
  await forgetClients(web.town.ctx())
  expect([...await everything(web.town)].filter(([, text]) => /Lena Stays|Petra Marker/.test(text)).map(([table]) => table)).toEqual([])
})

/** Handed over, with the client's yes. */
async function benchFriday(startsOn: string, one: Character) {
  const cover = await fridayFor(bench.jo, { how: 'all_at_once', startsOn, answerBy: startsOn })
  await answers(one, cover, 'yes')
  await askClient(bench.jo.ctx, cover, { name: 'Lena Stays' })
  await answerAsClient(web.town.ctx(nobody), await clientToken(bench.jo, cover), 'yes')
  await writePack(bench.jo.ctx, cover, { how: 'As ever, says Lena Stays' })
  await handOver(bench.jo.ctx, cover)
  return { cover }
}
