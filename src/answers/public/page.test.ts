import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../entry/testing.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { closeOrganisation, editOrganisation, restOrganisation } from '../../organisations/index.ts'
import { putAnswer } from '../answer-store.ts'
import { saveClaims } from '../claim-store.ts'
import { saveCertificates, saveFigures } from '../paper-store.ts'
import { saveRecommendations } from '../recommendation-store.ts'
import { addressFrom, saysName } from './address.ts'
import { asScriptText } from './json-ld.ts'
import { headlineOf } from './page-words.ts'

let web: TestWeb
const SHOWN = { page: 'anyone', contact: 'anyone', place: 'anyone' }

beforeAll(async () => { web = await openTestWeb() })
afterAll(() => web?.close())

async function shownToAnyone(name: string, organisation: string): Promise<Character> {
  const one = await someone(web.town, name, organisation)
  await sayWhoSees(one.ctx, one.organisation, SHOWN)
  await web.town.settle()
  return one
}

describe('the address', () => {
  test('is made from the name, leads on when the name changes, and goes back with it', async () => {
    const priya = await shownToAnyone('Priya', 'The Wild Bouquet')
    expect((await web.get('/o/the-wild-bouquet')).status).toBe(200)

    await editOrganisation(priya.ctx, priya.organisation, { name: 'Fern & Field', kind: 'sole-trader' })
    await web.town.settle()
    const old = await web.get('/o/the-wild-bouquet')
    expect([old.status, old.location]).toEqual([301, '/o/fern-and-field'])
    expect((await web.get('/o/the-wild-bouquet/badge.svg')).location).toBe('/o/fern-and-field/badge.svg')

    await editOrganisation(priya.ctx, priya.organisation, { name: 'The Wild Bouquet', kind: 'sole-trader' })
    await web.town.settle()
    expect((await web.get('/o/fern-and-field')).location).toBe('/o/the-wild-bouquet')
  })

  test('of someone hidden has letters, so that the next of that name learns nothing', async () => {
    await someone(web.town, 'Hal', 'Secret Garden')
    await web.town.settle()
    const open = await shownToAnyone('Sal', 'Secret Garden')
    expect((await web.get('/o/secret-garden', { as: open.person })).text).toContain('Secret Garden')
    const third = await shownToAnyone('Tal', 'Secret Garden')
    const share = await web.get(`/organisations/${third.organisation}/public-page`, { as: third.person })
    expect(share.text).toMatch(/\/o\/secret-garden-[a-z0-9]{5}"/)
  })

  test('reads well for any name', () => {
    expect(addressFrom('Asha’s Cakes')).toBe('ashas-cakes')
    expect(addressFrom('Café Élan & Sons (Ltd.)')).toBe('cafe-elan-and-sons-ltd')
    expect(addressFrom('株式会社')).toBe('page')
    expect(saysName('ashas-cakes-bcd23', 'Asha’s Cakes')).toBe(true)
    expect(saysName('ashas-cakes-and-more', 'Asha’s Cakes')).toBe(false)
  })
})

describe('the page', () => {
  test('carries no script, says so to caches, and is not sent twice', async () => {
    await shownToAnyone('Nell', 'Nell Dress Co')
    const page = await web.get('/o/nell-dress-co')
    expect([...page.text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script type="application/ld+json">'])
    expect(page.text).not.toMatch(/ on[a-z]+="/)
    expect(page.headers.get('Cache-Control')).toBe('public, max-age=60')
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(page.text).toContain('<link rel="canonical" href="http://localhost:4000/o/nell-dress-co"/>')
    expect(page.text).toContain('<meta property="og:title" content="Nell Dress Co"/>')
    expect(page.text).not.toContain('name="robots"')

    const tag = page.headers.get('ETag') ?? ''
    expect((await web.get('/o/nell-dress-co', { headers: { 'If-None-Match': `"other", W/${tag}` } })).status).toBe(304)
    expect((await web.get('/o/nell-dress-co', { headers: { 'If-Modified-Since': page.headers.get('Last-Modified') ?? '' } })).status).toBe(304)
    expect((await web.get('/o/nell-dress-co', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
  })

  test('shows a change at the very next look, also on another node', async () => {
    const tom = await shownToAnyone('Tom', 'Tom’s Tipis')
    const other = web.another()
    for (const one of [web, other]) expect((await one.get('/o/toms-tipis')).text).not.toContain('Only we pitch')
    await web.town.ctx({ by: 'house', person: tom.person }).transaction((tx) => putAnswer(tx, tom.organisation, { question: 4, words: 'Only we pitch in any wind.', sight: 'anyone' }))
    for (const one of [web, other]) expect((await one.get('/o/toms-tipis')).text).toContain('Only we pitch in any wind.')
  })

  test('leaves out what is not there', async () => {
    await shownToAnyone('Una', 'Una Alone')
    const { text } = await web.get('/o/una-alone')
    for (const heading of ['What we do best', 'Proof', 'We’d love to meet', 'We work with', 'What we see needs doing']) expect(text).not.toContain(heading)
    expect(text).toContain('Get in touch')
  })

  test('rests: a name, a sentence, and nothing else, by any path', async () => {
    const ros = await shownToAnyone('Ros', 'Ros Rests')
    await restOrganisation(ros.ctx, ros.organisation, true)
    const page = await web.get('/o/ros-rests')
    expect([page.status, page.headers.get('X-Robots-Tag')]).toEqual([200, 'noindex'])
    expect(page.text).toContain('This page is resting.')
    for (const path of ['', '/card', '/badge.svg', '/enquiries', '/statement', '/statement.pdf']) expect((await web.get(`/o/ros-rests${path}`)).text).not.toContain('01722 123456')
    expect((await web.post('/o/ros-rests/enquiries', { who: 'A', reach: 'B', could: 'C' })).status).toBe(409)
    expect((await web.get('/sitemap.xml')).text).not.toContain('ros-rests')
  })

  test('is gone once it has closed', async () => {
    const cal = await shownToAnyone('Cal', 'Cal Closes')
    await closeOrganisation(cal.ctx, cal.organisation)
    expect((await web.get('/o/cal-closes')).status).toBe(404)
    expect((await web.get('/o/cal-closes', { as: cal.person })).status).toBe(404)
  })

  test('the card alone may stand in other pages, and can do nothing there', async () => {
    await shownToAnyone('Ivy', 'Ivy Frames')
    const card = await web.get('/o/ivy-frames/card')
    expect(card.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors \*;/)
    expect(card.text).not.toMatch(/<(script|form|button|input)/)
    expect((await web.get('/o/ivy-frames/badge.svg')).headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  })

  test('search engines are told of open pages and open networks', async () => {
    const kim = await shownToAnyone('Kim', 'Kim & Kin')
    const { slug } = await openNetwork(kim, 'Open Circle')
    const map = await web.get('/sitemap.xml')
    expect(map.text).toContain('<loc>http://localhost:4000/o/kim-and-kin</loc>')
    expect(map.text).toContain(`<loc>http://localhost:4000/networks/${slug}</loc>`)
    expect((await web.get('/robots.txt')).text).toContain('Sitemap: http://localhost:4000/sitemap.xml')
  })
})

const PAYLOADS = ['</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'-alert(1)-'", '<!--<script>', '&lt;b&gt; & <b>', '</title></style><svg onload=alert(1)>', '\u2028alert(1)', '${alert(1)} {{7*7}}']

describe('words that are not meant well', () => {
  test.each(PAYLOADS)('%s runs nowhere, and is read as it was written', async (payload) => {
    const evil = await someone(web.town, 'Eve', `Eve ${payload}`)
    await sayWhoSees(evil.ctx, evil.organisation, SHOWN)
    await editOrganisation(evil.ctx, evil.organisation, { name: `Eve ${payload}`, kind: 'company', line: payload, story: payload, phone: payload.slice(0, 30), town: payload.slice(0, 50), district: 'SP2' }).catch(() => undefined)
    await web.town.ctx({ by: 'house', person: evil.person }).transaction(async (tx) => {
      const organisation = evil.organisation
      for (const question of [1, 2, 3, 4] as const) await putAnswer(tx, organisation, { question, words: payload, sight: 'anyone' })
      await saveClaims(tx, [{ organisation, title: payload, says: payload, strength: 'best_at', capacity: { says: payload }, sight: 'anyone' }])
      await saveCertificates(tx, [{ organisation, name: payload, number: payload, issuedBy: payload, sight: 'anyone' }])
      await saveFigures(tx, [{ organisation, says: payload, source: payload, on: '2026-12-31', sight: 'anyone' }])
      await saveRecommendations(tx, [{ about: organisation, from: { name: payload }, basis: 'referred', words: payload, saidOn: '2026-12-31', givenAt: tx.now, takenAt: tx.now, publicByGiverAt: tx.now, publicByTakerAt: tx.now, sight: 'anyone' }])
    })
    await web.town.settle()
    const share = await web.get(`/organisations/${evil.organisation}/public-page`, { as: evil.person })
    const slug = /href="\/o\/([a-z0-9-]+)"/.exec(share.text)?.[1] ?? ''

    for (const path of ['', '/card', '/badge.svg', '/statement', '/enquiries']) {
      const { status, text } = await web.get(`/o/${slug}${path}`)
      expect([path, status]).toEqual([path, 200])
      expect([...text.matchAll(/<(script|img|svg onload|b>)/g)].filter(([tag]) => tag !== '<script'), path).toEqual([])
      expect([...text.matchAll(/<script(?! type="application\/ld\+json">)/g)], path).toEqual([])
    }
    const { text } = await web.get(`/o/${slug}`)
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '') as { name: string; knowsAbout: readonly string[] }
    expect(data.name).toBe(`Eve ${payload}`.trim())
    expect(data.knowsAbout).toEqual([payload])
  })

  test('nothing in a block of data can end it', () => {
    expect(asScriptText({ a: '</script><!--\u2028' })).toBe('{"a":"\\u003c/script\\u003e\\u003c!--\\u2028"}')
  })
})

test('a headline is one sentence, and no headline when it would be a speech', () => {
  expect(headlineOf('Only we do it. And more.')).toEqual({ lead: 'Only we do it.', rest: 'And more.' })
  expect(headlineOf('No full stop')).toEqual({ lead: 'No full stop', rest: undefined })
  expect(headlineOf('x'.repeat(400)).lead).toBeUndefined()
  expect(headlineOf(undefined)).toEqual({})
})
