import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
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
  expect(unclosed(feed.text)).toEqual([])
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
    expect(unclosed(feed)).toEqual([])
    expect(feed.isWellFormed()).toBe(true)
    expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(feed)).toBe(false)
    expect(xml(words)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
  }), { numRuns: 200 })
})

/** The elements left open, or closed in the wrong order; empty for a well-formed text. */
function unclosed(text: string): readonly string[] {
  const open: string[] = []
  for (const [, end, name = '', alone] of text.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (alone) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}
