import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { newId, type Id } from '../kit/ids.ts'
import { addCapability } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { routes } from '../routes.ts'
import { listOurBriefs } from './index.ts'

let web: TestWeb
let kestrel: Character, moorside: Character, stranger: Character
let network: { id: Id<'network'>; slug: string }

beforeAll(async () => {
  web = await openTestWeb()
  kestrel = await someone(web.town, 'Ellen', 'Kestrel Engineering')
  network = await openNetwork(kestrel, 'Don Side Park')
  moorside = await someone(web.town, 'Dev', 'Moorside Precision')
  stranger = await someone(web.town, 'Xena', 'Elsewhere Ltd')
  await joins(web.town, network.id, moorside)
  await addCapability(kestrel.ctx, network.slug, { title: 'Titanium machining', synonyms: 'titanium brackets' })
  await addCapability(kestrel.ctx, network.slug, { title: 'Leak testing', synonyms: 'helium leak test' })
})
afterAll(() => web?.close())

const TENDER = `Invitation to tender: Valve rig
Client: Estuary Hydrogen Trials
Tenders must be returned by 14 May 2027.

Requirements
1. 60 titanium brackets
2. Helium leak test of every joint
3. A lick of paint, ideally`

const paste = async (fields: Record<string, string>, as = kestrel) => web.post(routes.briefReadings(network.slug), fields, { as: as.person })
const send = async (name: string, bytes: string | Uint8Array, as = kestrel, more = '') => {
  const form = new FormData()
  form.set('_key', newId())
  form.set('text', '')
  form.set('file', new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name))
  return web.send(routes.briefReadings(network.slug) + more, { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as.person) } })
}
const page = (path: string | null, as = kestrel) => web.get(path ?? '', { as: as.person })
const drafts = (as = kestrel) => as.ctx.read(async (tx) => (await listOurBriefs(tx)).briefs)

describe('a pasted tender', () => {
  test('is looked through part by part, and only what is kept becomes a draft', async () => {
    const { location, status } = await paste({ text: TENDER, release: '' })
    expect(status).toBe(303)
    const looked = await page(location)
    expect(looked.text).toContain('3 parts were found')
    expect(looked.text).toContain('value="Titanium machining"')

    const made = await web.post(location ?? '', {
      title: 'Valve rig', says: '', forWhom: 'Estuary Hydrogen Trials', answerBy: '2027-05-14', startsOn: '', endsOn: '', district: '', value: '25k_100k',
      'parts.0.keep': 'yes', 'parts.0.says': '60 brackets out of titanium', 'parts.0.wants': 'titanium machining', 'parts.0.need': 'must', 'parts.0.size': '60 pieces',
      'parts.1.says': 'Helium leak test of every joint', 'parts.1.wants': 'Leak testing', 'parts.1.need': 'must', 'parts.1.size': '',
      'parts.2.keep': 'yes', 'parts.2.says': 'A lick of paint', 'parts.2.wants': 'Signwriting', 'parts.2.need': 'should', 'parts.2.size': '',
    }, { as: kestrel.person })
    expect(made.status).toBe(303)
    const [draft] = await drafts()
    expect(made.location).toBe(routes.brief(network.slug, draft?.id ?? ''))
    expect(draft).toMatchObject({
      title: 'Valve rig', forWhom: 'Estuary Hydrogen Trials', answerBy: '2027-05-14', value: '25k_100k', state: { is: 'draft' },
      parts: [{ says: '60 brackets out of titanium', wants: 'Titanium machining', need: 'must', size: '60 pieces' }, { says: 'A lick of paint', wants: 'Signwriting', need: 'should' }],
    })
    expect(draft?.parts[0]?.capability).toBeDefined()
    expect((await page(location)).status).toBe(404) // used up
  })

  test('keeps everything typed and every tick when something is wrong, each sentence beside its own part', async () => {
    const { location } = await paste({ text: TENDER, release: '' })
    const again = await web.post(location ?? '', { title: '', answerBy: 'soon', 'parts.0.says': 'Brackets', 'parts.0.need': 'must', 'parts.2.keep': 'yes', 'parts.2.says': ' ', 'parts.2.need': 'should', 'parts.2.size': 'two coats' }, { as: kestrel.person })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Part 3: What needs to be done is missing.')
    expect(again.text).toContain('id="reading-parts.2.says-problem"')
    expect(again.text).toContain('What the job is called is missing.')
    expect(again.text).toContain('value="two coats"')
    expect(again.text).toMatch(/name="parts\.2\.keep"[^>]*checked/)
    expect(again.text).not.toMatch(/name="parts\.0\.keep"[^>]*checked/)
  })

  test('makes one draft when two of us press at once', async () => {
    const { location } = await paste({ text: TENDER, release: '' })
    const press = () => web.post(location ?? '', { title: 'Pressed twice' }, { as: kestrel.person })
    expect((await Promise.all([press(), press()])).map(({ status }) => status).toSorted()).toEqual([303, 404])
    expect((await drafts()).filter((one) => one.title === 'Pressed twice')).toHaveLength(1)
  })

  test('is seen by nobody else, and can be thrown away', async () => {
    const { location } = await paste({ text: TENDER, release: '' })
    for (const other of [moorside, stranger]) expect((await page(location, other)).status).toBeOneOf([403, 404])
    expect((await page(location, moorside)).status).toBe(404)
    expect((await web.post(`${location}/removal`, {}, { as: moorside.person })).status).toBe(404)
    expect((await web.post(`${location}/removal`, {}, { as: kestrel.person })).status).toBe(303)
    expect((await page(location)).status).toBe(404)
  })

  test.each([
    ['nothing at all', { text: '' }, 'Paste the words of the tender, or choose a file.'],
    ['more than a hundred pages', { text: 'word '.repeat(40_001) }, 'The tender can have 200000 characters at most.'],
    ['letters that cannot be kept', { text: 'We need \u0000 bolts' }, 'The tender holds characters that cannot be kept.'],
    ['half a JSON file', { text: '{"releases": [' }, 'This begins like JSON and then cannot be read.'],
  ])('with %s is refused in words beside the box', async (_, fields, sentence) => {
    const answer = await paste(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test('without anything to be done in it leads to a draft all the same', async () => {
    const { location } = await paste({ text: 'A lovely day was had by all.' })
    expect((await page(location)).text).toContain('No parts were found')
    expect((await web.post(location ?? '', { title: 'By hand' }, { as: kestrel.person })).status).toBe(303)
  })
})

describe('a file', () => {
  const published = { ocid: 'ocds-b5fd17-42', id: '1', date: '2027-03-01T00:00:00Z', tag: ['tender'], tender: { title: 'Rig', lots: [{ id: '1', title: 'Titanium brackets' }, { id: '2', title: 'Leak tests' }] } }

  test('that a public buyer published becomes parts by its lots, and its draft remembers the number', async () => {
    const { location, status } = await send('tender.json', JSON.stringify({ releases: [published] }))
    expect(status).toBe(303)
    expect((await page(location)).text).toContain('2 parts were found')
    await web.post(location ?? '', { title: 'Out of a file', 'parts.0.keep': 'yes', 'parts.0.says': 'Titanium brackets', 'parts.0.need': 'must' }, { as: kestrel.person })
    expect((await drafts()).find((one) => one.title === 'Out of a file')).toMatchObject({ source: 'ocds-b5fd17-42' })
  })

  test('with several tenders says what they are, and makes a draft of the one that is chosen', async () => {
    const both = JSON.stringify({ releases: [published, { ...published, ocid: 'ocds-b5fd17-43', id: '2', date: '2027-03-05T00:00:00Z', buyer: { name: 'Don <Side> Water' }, tender: { title: 'Newer', tenderPeriod: { endDate: '2027-04-30' } } }] })
    const { location } = await send('tender.json', both)
    const list = await page(location)
    expect(list.text).toContain('2 tenders are in this file')
    expect([...list.text.matchAll(/row-title"><a[^>]*>([^<]*)<\/a><\/h2><p class="row-detail">(.*?)<\/p>/g)].map(([, title, detail]) => [title, detail?.replaceAll(/<[^>]*>/g, '')])).toEqual([
      ['Newer', 'Don &lt;Side&gt; Water · one part · ocds-b5fd17-43 · closes on 30 Apr 2027'], ['Rig', '2 parts · ocds-b5fd17-42'],
    ])
    expect((await page(`${location}?tender=9`)).text).toContain('2 tenders are in this file')
    expect((await web.post(location ?? '', { title: 'Which?' }, { as: kestrel.person })).location).toBe(location)

    const chosen = await page(`${location}?tender=2`)
    expect(chosen.text).toContain('value="Rig"')
    expect(chosen.text).toContain(`action="${location}?tender=2"`)
    expect((await web.post(`${location}?tender=2`, { title: '', 'parts.1.keep': 'yes', 'parts.1.says': 'Leak tests at sea', 'parts.1.need': 'must' }, { as: kestrel.person })).text).toContain('Leak tests at sea') // refused, with everything typed
    await web.post(`${location}?tender=2`, { title: 'Chosen of two', 'parts.1.keep': 'yes', 'parts.1.says': 'Leak tests', 'parts.1.need': 'must' }, { as: kestrel.person })
    expect((await drafts()).find((one) => one.title === 'Chosen of two')).toMatchObject({ source: 'ocds-b5fd17-42', parts: [{ says: 'Leak tests' }] })
  })

  test('with several releases is read by the one that is named in the address', async () => {
    const both = JSON.stringify({ releases: [published, { ...published, id: '2', date: '2027-03-05T00:00:00Z', tender: { title: 'Newer' } }] })
    expect((await page((await send('tender.json', both, kestrel, '?release=1')).location)).text).toContain('value="Rig"')
    expect((await send('tender.json', both, kestrel, '?release=9')).text).toContain('There is no release “9” in it. It holds 1, 2.')
  })

  test('of plain text is read as if it were pasted, in whatever letters Windows wrote it', async () => {
    const windows = Uint8Array.from(Buffer.from(`${TENDER}\n4. Costs under \u00A35 a piece`, 'latin1'))
    expect((await page((await send('tender.txt', windows)).location)).text).toContain('parts were found')
  })

  test.each([
    ['a picture', 'plan.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'This file is not plain text.'],
    ['something else in JSON', 'else.json', '{"hello": [1, 2, 3]}', 'This is not a tender in the Open Contracting format'],
    ['a hundred thousand brackets', 'deep.json', '['.repeat(100_000) + ']'.repeat(100_000), 'This is not a tender in the Open Contracting format'],
    ['broken JSON', 'half.json', '{"releases": [', 'This begins like JSON and then cannot be read.'],
  ])('that is %s is refused in words', async (_, name, bytes, sentence) => {
    const answer = await send(name, bytes)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })
})

describe('a program', () => {
  const ask = (json: unknown, as = kestrel) => web.api('POST', `/networks/${network.slug}/briefs/readings`, json, { as: as.person })

  test('is told what a text or a published tender asks for, and nothing is kept', async () => {
    const count = () => web.town.ctx().read(async (tx) => (await tx.db.selectFrom('brief_reading').select('id').execute()).length)
    const before = await count()
    const read = await ask({ text: TENDER })
    expect(read.status).toBe(200)
    expect(read.json()).toMatchObject({ title: 'Valve rig', answerBy: '2027-05-14', value: null, left: 0, parts: [{ says: '60 titanium brackets', wants: 'Titanium machining', need: 'must', sure: true }, { wants: 'Leak testing' }, { need: 'should' }] })
    expect((await ask({ ocds: { ocid: 'o', tag: ['tender'], tender: { title: 'Rig', lots: [{ title: 'Leak tests' }] } } })).json()).toMatchObject({ source: 'o', parts: [{ says: 'Leak tests', wants: 'Leak testing' }] })
    expect(await count()).toBe(before)
  })

  test('that sends both, neither or something else is told in words', async () => {
    for (const wrong of [{}, { text: 'We need bolts', ocds: {} }, { ocds: { hello: 1 } }, { text: '' }]) expect((await ask(wrong)).status).toBe(422)
    expect((await ask({ ocds: { hello: 1 } })).text).toContain('Open Contracting format')
    expect((await ask({ text: TENDER }, stranger)).status).toBeOneOf([403, 404])
  })
})
