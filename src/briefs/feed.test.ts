import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { addressesOf } from '../answers/public/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { newId, type Id } from '../kit/ids.ts'
import { openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { routes } from '../routes.ts'
import { saveBriefs, type NewBrief } from './index.ts'
import { atomOf, xml } from './feed.ts'

let web: TestWeb
let kestrel: Character
let shown: { id: Id<'network'>; slug: string }, hidden: { id: Id<'network'>; slug: string }
const open = newId<'brief'>()
const AT = new Date('2027-03-01T10:00:00Z')

beforeAll(async () => {
  web = await openTestWeb()
  kestrel = await someone(web.town, 'Ellen', 'Kestrel & Sons <Engineering>')
  ;[shown, hidden] = [await openNetwork(kestrel, 'Don Side Park'), await openNetwork(kestrel, 'Quiet Circle')]
  await web.town.ctx().transaction(async (tx) => {
    await tx.db.updateTable('network').set({ listed: 'anyone' }).where('id', '=', shown.id).execute()
    await tx.db.updateTable('network').set({ listed: 'members' }).where('id', '=', hidden.id).execute()
    await tx.db.updateTable('organisation').set({ sight: 'anyone' }).where('id', '=', kestrel.organisation).execute()
    const brief = (more: Partial<NewBrief>): NewBrief => ({ network: shown.id, organisation: kestrel.organisation, title: 'Rig', answerBy: '2027-05-14', openToRivals: true, sight: 'anyone', value: '25k_100k', publishedAt: AT, parts: [], ...more })
    await saveBriefs(tx, [
      brief({ id: open, title: 'Valves & joints <700 bar>', says: 'A \u0001 bench', parts: [{ says: 'Leak "tests"', wants: 'Leak testing', need: 'must', size: '350 joints' }] }),
      brief({ title: 'For members alone', sight: 'network' }), brief({ title: 'A draft', publishedAt: undefined }), brief({ title: 'Its day has passed', answerBy: '2027-03-01' }),
      brief({ network: hidden.id, title: 'In a quiet circle' }),
    ])
  })
  await web.town.settle() // its page gets an address
})
afterAll(() => web?.close())

test('the open briefs that anyone may see are a feed for readers, and nothing else is in it', async () => {
  const feed = await web.get(routes.briefsFeed(shown.slug), { as: kestrel.person })
  expect(feed.headers.get('Content-Type')).toContain('application/atom+xml')
  expect(feed.text).toContain(`<id>urn:uuid:${open}</id>`)
  expect(feed.text).toContain('<title>Valves &amp; joints &lt;700 bar&gt;</title>')
  expect(feed.text).toContain('<author><name>Kestrel &amp; Sons &lt;Engineering&gt;</name></author>')
  expect(feed.text).toContain('Must: Leak &quot;tests&quot; · 350 joints')
  expect(feed.text.match(/<entry>/g)).toHaveLength(1)
  expect(feed.text).not.toMatch(/25k|£|draft|members alone|day has passed|quiet/)
  const elements = parse(feed.text)
  expect(elements.filter(([path]) => path.startsWith('feed/entry/')).map(([path]) => path.slice(11)).toSorted()).toEqual(['author', 'author/name', 'category', 'content', 'id', 'link', 'published', 'title', 'updated'])
  expect(elements).toContainEqual(['feed/entry/title', 'Valves & joints <700 bar>'])
  expect(elements).toContainEqual(['feed/entry/author/name', 'Kestrel & Sons <Engineering>'])
})

test('the days to answer by of the same briefs are a calendar for anybody', async () => {
  const feed = await web.get(routes.briefsCalendar(shown.slug))
  const calendar = new ICAL.Component(ICAL.parse(feed.text) as unknown[]) // one calendar in, one out
  const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

  expect(feed.headers.get('Content-Type')).toBe('text/calendar; charset=UTF-8')
  expect(calendar.getFirstPropertyValue('name')).toBe('Open briefs in Don Side Park')
  expect([event?.uid, event?.summary, event?.startDate.toString(), event?.endDate.toString(), others]).toEqual([`open-brief-${open}@guildhall`, 'Answer by: Valves & joints <700 bar>', '2027-05-14', '2027-05-15', []])
  expect((await web.get(routes.briefsCalendar(shown.slug), { headers: { 'If-None-Match': feed.headers.get('ETag') ?? '' } })).status).toBe(304)
  expect((await web.get(routes.briefsCalendar(hidden.slug), { as: kestrel.person })).status).toBe(404)
})

test('readers find the feed from the pages it belongs to, and from no other network’s', async () => {
  const links = `<link rel="alternate" type="application/atom+xml" title="Open briefs in Don Side Park" href="${routes.briefsFeed(shown.slug)}"/>`
  for (const path of [routes.briefs(shown.slug), routes.brief(shown.slug, open)]) expect((await web.get(path)).text.split('</head>')[0]).toContain(links)
  expect((await web.get(routes.briefs(hidden.slug), { as: kestrel.person })).text).not.toContain('atom+xml')
})

test('an organisation’s own page shows its briefs that anyone may see, and loses them with the next answer', async () => {
  const [address] = [...(await web.town.ctx().read((tx) => addressesOf(tx, [kestrel.organisation]))).values()]
  const page = async () => (await web.get(routes.publicPage(address ?? ''))).text
  const change = (set: { sight?: string; withdrawn_at?: Date | null; title?: string }) => web.town.ctx().transaction((tx) => tx.db.updateTable('brief').set(set).where('id', '=', open).execute())

  const first = await page()
  expect(first).toContain('What we are looking for help with')
  expect(first).toContain(`href="${routes.brief(shown.slug, open)}"`)
  expect(first).toContain('one part · answer by 14 May 2027')
  expect(first).not.toMatch(/25k|£25|A draft|members alone|day has passed|In a quiet circle/)

  await change({ title: 'Valves and joints' })
  expect(await page()).toContain('Valves and joints')
  await change({ sight: 'network' })
  expect(await page()).not.toMatch(/Valves|looking for help/)
  await change({ sight: 'anyone', withdrawn_at: AT })
  expect(await page()).not.toContain('Valves')
  await change({ withdrawn_at: null, title: 'Valves & joints <700 bar>' })
  expect(await page()).toContain('Valves')
  await web.town.ctx().transaction((tx) => tx.db.updateTable('network').set({ listed: 'members' }).where('id', '=', shown.id).execute())
  expect(await page()).not.toContain('Valves')
  await web.town.ctx().transaction((tx) => tx.db.updateTable('network').set({ listed: 'anyone' }).where('id', '=', shown.id).execute())
})

test('a reader that has it already is told so, and hears of a change', async () => {
  const first = await web.get(routes.briefsFeed(shown.slug))
  const tag = first.headers.get('ETag') ?? ''
  const again = await web.get(routes.briefsFeed(shown.slug), { headers: { 'If-None-Match': tag } })
  expect([again.status, again.text]).toEqual([304, ''])
  await web.town.ctx().transaction((tx) => tx.db.updateTable('brief').set({ title: 'Valves', changed_at: tx.now }).where('id', '=', open).execute())
  const changed = await web.get(routes.briefsFeed(shown.slug), { headers: { 'If-None-Match': tag } })
  expect(changed.status).toBe(200)
  expect(changed.text).toContain(`<updated>2027-03-02T09:00:00.000Z</updated>`)
})

test('a network that only its members may find has no feed, even for them', async () => {
  expect((await web.get(routes.briefsFeed(hidden.slug))).status).toBe(404)
  expect((await web.get(routes.briefsFeed(hidden.slug), { as: kestrel.person })).status).toBe(404)
})

test('whatever the words, the feed stays well-formed', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => {
    const brief = { network: shown.id, id: open, organisation: kestrel.organisation, by: words, title: words, says: words, openToRivals: true, sight: 'anyone' as const, changedAt: AT, state: { is: 'open' as const, publishedAt: AT }, parts: [] }
    const feed = atomOf({ network: { id: shown.id, name: words, purpose: words, openedAt: AT }, briefs: [brief], self: `/${words}`, page: '/', addressOf: () => '/' })
    expect(parse(feed)).toContainEqual(['feed/entry/title', words.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll(/\r\n?/g, '\n')])
    expect(feed.isWellFormed()).toBe(true)
    expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(feed)).toBe(false)
    expect(xml(words)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
  }), { numRuns: 200 })
})

/** The elements of an Atom document read by a strict parser, as paths with their text; it throws where the text is no XML. */
function parse(text: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [], path: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  let words = ''
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ local, uri }) => { if (uri !== 'http://www.w3.org/2005/Atom') throw new Error(`${local} is no part of Atom.`); path.push(local); words = '' })
  parser.on('text', (more) => { words += more })
  parser.on('closetag', () => { found.push([path.join('/'), words]); path.pop(); words = '' })
  parser.write(text).close()
  return found
}
