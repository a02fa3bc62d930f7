import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asking } from '../../entry/testing.ts'
import { newId } from '../../kit/ids.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { SIGHT_WORDS, type Sight } from '../../organisations/index.ts'
import { tellInAllWays, THINGS, told, type PublicWorld } from './testing/told-in-all-ways.ts'

let world: PublicWorld
beforeAll(async () => { world = await tellInAllWays() })
afterAll(() => world?.web.close())

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
const ALL = THINGS.flatMap((thing) => SIGHT_WORDS.map((sight) => told(thing, sight)))
const wordsFor = (...sights: Sight[]): readonly string[] => ALL.filter((word) => sights.some((sight) => word.endsWith(sight.replace('_', '')))).sort()
const wordsIn = (text: string): readonly string[] => ALL.filter((word) => text.includes(word)).sort()

/** Who looks, and which circles’ words they may read of Alder. */
const READERS: readonly [string, () => Asking, readonly Sight[]][] = [
  ['nobody', () => ({}), ['anyone']],
  ['someone elsewhere', () => ({ as: world.oak.person }), ['anyone']],
  ['a member of the same network', () => ({ as: world.maple.person }), ['anyone', 'network']],
  ['a partner', () => ({ as: world.pine.person }), ['anyone', 'network', 'partners']],
  ['its own people', () => ({ as: world.alder.person }), ['anyone', 'network', 'partners', 'only_us']],
]

async function pdfText(path: string, asking: Asking): Promise<string> {
  const answer = await world.web.app.request(path, { headers: asking.as ? { Cookie: await world.web.cookie(asking.as) } : {} })
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  const bytes = Buffer.from(await answer.arrayBuffer())
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' }).stdout
}

describe('each reader is told what was disclosed to them, and nothing else', () => {
  test.each(READERS)('on the page: %s', async (_, asking, sights) => {
    const page = await world.web.get(`/o/${world.slug}`, asking())
    // A partner of a job, and whoever gave a recommendation, sees both sides of it: Pine is both.
    const both = asking().as === world.pine.person ? [told('Job', 'only_us'), told('Recommendation', 'only_us')] : []
    expect(page.status).toBe(200)
    expect(wordsIn(page.text)).toEqual([...new Set([...wordsFor(...sights), ...both])].sort())
  })

  test.each(READERS)('of contact and place: %s', async (_, asking, sights) => {
    const { text } = await world.web.get(`/o/${world.slug}`, asking())
    expect(text.includes('01722 123456')).toBe(sights.includes('partners'))
    expect(text.includes('SP2')).toBe(sights.includes('network'))
    expect(text.includes('09876541')).toBe(true)
  })

  test.each(READERS)('in what search engines read: %s', async (_, asking, sights) => {
    const { text } = await world.web.get(`/o/${world.slug}`, asking())
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '{}') as { knowsAbout: readonly string[]; telephone?: string; address?: unknown }
    expect(data.knowsAbout.toSorted()).toEqual(wordsFor(...sights).filter((word) => word.startsWith('ToldClaim')))
    expect(data.telephone !== undefined).toBe(sights.includes('partners'))
    expect(data.address !== undefined).toBe(sights.includes('network'))
  })

  test.each(READERS)('on the badge and the card, which are for anyone whoever looks: %s', async (_, asking) => {
    const [badge, card] = [await world.web.get(`/o/${world.slug}/badge.svg`, asking()), await world.web.get(`/o/${world.slug}/card`, asking())]
    expect(badge.text).toContain('1 claim proven')
    expect(wordsIn(card.text).filter((word) => !word.endsWith('anyone'))).toEqual([])
    expect(card.text).toContain(told('Claim', 'anyone'))
  })

  test.runIf(hasPoppler).each(READERS.slice(0, 4))('in the PDF: %s', async (_, asking, sights) => {
    const text = await pdfText(`/o/${world.slug}/statement.pdf`, asking())
    const both = asking().as === world.pine.person ? [told('Job', 'only_us'), told('Recommendation', 'only_us')] : []
    expect(wordsIn(text)).toEqual([...new Set([...wordsFor(...sights), ...both])].sort())
    expect(text).toContain('Alder Joinery')
  })

  test.runIf(hasPoppler)('its own people get a sheet that anyone may read, unless they ask for the whole', async () => {
    const own = { as: world.alder.person }
    expect(wordsIn(await pdfText(`/o/${world.slug}/statement.pdf`, own))).toEqual(wordsFor('anyone'))
    expect(wordsIn(await pdfText(`/o/${world.slug}/statement.pdf?whole=yes`, own))).toEqual(ALL.toSorted())
    expect((await world.web.get(`/o/${world.slug}/statement?whole=yes`, own)).text).toContain('what you do not show to anyone')
    expect(wordsIn(await pdfText(`/o/${world.slug}/statement.pdf?whole=yes`, {}))).toEqual(wordsFor('anyone'))
  })

  test.runIf(hasPoppler)('the sheet holds the parts that were chosen, as real text, in English, under its title', async () => {
    const only = await pdfText(`/o/${world.slug}/statement.pdf?part=certificates&part=identifiers`, {})
    expect(wordsIn(only)).toEqual([told('Certificate', 'anyone')])
    expect(only).toContain('09876541')
    const raw = Buffer.from(await (await world.web.app.request(`/o/${world.slug}/statement.pdf`)).arrayBuffer())
    const info = spawnSync('pdfinfo', ['-'], { input: raw, encoding: 'utf8' }).stdout
    expect(info).toMatch(/Title: +Alder Joinery: statement/)
    expect(info).toMatch(/Pages: +1\n/)
    expect(info).toContain('A4')
    expect(raw.toString('latin1')).toContain('/Lang (en-GB)')
    expect(spawnSync('pdffonts', ['-'], { input: raw, encoding: 'utf8' }).stdout).toContain('Atkinson')
  })

  test('a sheet with much on it still stands on one side', async () => {
    const { pagesOf, statementPdf } = await import('./statement-pdf.tsx')
    const { readPage } = await import('./read-page.ts')
    const { face } = await world.alder.ctx.read((tx) => readPage(tx, world.slug))
    const long = 'We have a great deal to say about this. '.repeat(95)
    const full = { ...face, answers: ([1, 2, 3, 4] as const).map((question) => ({ question, words: long, savedAt: new Date() })), claims: Array.from({ length: 40 }, () => face.claims).flat().map((claim) => ({ ...claim, id: newId<'claim'>() })) }
    expect(pagesOf(Buffer.from(await statementPdf({ face: full, url: 'http://localhost/o/x', qr: true, now: new Date(), today: '2027-03-02' })))).toBe(1)
  })
})

describe('a page that is hidden', () => {
  const plain = (text: string) => text.replaceAll(/nonce="[^"]*"|content="[^"]{22,26}=="/g, '').replaceAll(/http:\/\/localhost:4000\/o\/[a-z-]+/g, '')

  test('is gone from the very next answer on, and then is as if it had never been', async () => {
    const { web, alder, slug } = world
    await web.get(`/o/${slug}`)
    await sayWhoSees(alder.ctx, alder.organisation, { page: 'network', contact: 'partners', place: 'network' })

    for (const path of ['', '/badge.svg', '/card', '/statement', '/statement.pdf', '/enquiries']) {
      const [hidden, never] = [await web.get(`/o/${slug}${path}`), await web.get(`/o/never-existed${path}`)]
      expect([path, hidden.status, never.status]).toEqual([path, 404, 404])
      expect(plain(hidden.text)).toBe(plain(never.text))
    }
    expect((await web.get(`/o/${slug}`, { as: world.maple.person })).status).toBe(200)
    expect((await web.get(`/o/${slug}`, { as: world.oak.person })).status).toBe(404)
    expect((await web.get('/sitemap.xml')).text).not.toContain(slug)
    expect((await web.get('/o/pine')).text).not.toContain('Alder')
  })
})
