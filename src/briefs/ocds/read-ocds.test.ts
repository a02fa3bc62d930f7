import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id } from '../../kit/ids.ts'
import { Invalid } from '../../kit/refusal.ts'
import type { Capability } from '../../networks/index.ts'
import { readOcds } from './read-ocds.ts'

const capability = (title: string, ...synonyms: string[]): Capability => ({ id: title as Id<'capability'>, title, synonyms }) // any text will do here
const vocabulary = [capability('Grounds maintenance', 'grass cutting'), capability('Window cleaning'), capability('Catering', 'school meals'), capability('Leak testing', 'helium leak test')]
const read = (sent: unknown, release?: string) => readOcds(sent, { vocabulary, today: '2027-03-02', release })
const refusalOf = (sent: unknown, release?: string): string => {
  try {
    read(sent, release)
  } catch (error) {
    if (error instanceof Invalid) return error.problems[0]?.sentence ?? ''
    throw error
  }
  return 'read'
}

const release = {
  ocid: 'ocds-h6vhtk-04a1b2', id: '021-2027', date: '2027-02-20T10:00:00Z', tag: ['tender'], language: 'en', initiationType: 'tender',
  parties: [{ id: 'GB-LAC-1', name: 'Salisbury Schools Trust', roles: ['buyer'], address: { postalCode: 'BA1 1AA' } }],
  buyer: { id: 'GB-LAC-1', name: 'Salisbury Schools Trust' },
  tender: {
    id: '021', title: 'Caring for six schools', status: 'active', description: 'Grounds, windows and lunches\nfor six schools.', value: { amount: 180_000, currency: 'GBP' },
    tenderPeriod: { endDate: '2027-04-30T23:30:00Z' }, contractPeriod: { startDate: '2027-09-01', endDate: '2029-08-31T23:59:59+01:00' },
    lots: [
      { id: '1', title: 'Grounds', description: 'Grass cutting at six schools, twice a month', status: 'active', value: { amount: 60_000, currency: 'GBP' } },
      { id: '2', title: 'Glass', status: 'active', contractPeriod: { startDate: '2027-10-01', durationInDays: 31 } },
      { id: '3', title: 'Lunches', status: 'cancelled' },
    ],
    items: [
      { id: 'a', relatedLot: '2', description: 'Windows', quantity: 1240, unit: { name: 'panes' }, classification: { scheme: 'CPV', id: '90911300', description: 'Window-cleaning services' }, deliveryAddresses: [{ postalCode: 'SP2 7AA', countryName: 'United Kingdom' }] },
      { id: 'b', relatedLot: '3', classification: { scheme: 'CPV', id: '55524000', description: 'School catering services' } },
    ],
  },
}

describe('a published tender', () => {
  test('gives its lots as parts, with the network’s own words for them, and the frame around them', () => {
    expect(read(release)).toEqual({
      title: 'Caring for six schools', says: 'Grounds, windows and lunches\nfor six schools.', forWhom: 'Salisbury Schools Trust', district: 'SP2', source: 'ocds-h6vhtk-04a1b2', left: undefined,
      answerBy: '2027-05-01', startsOn: '2027-09-01', endsOn: '2029-08-31', value: '100k_500k', // half past eleven at Greenwich is the next day in a British summer
      parts: [
        { says: 'Grounds: Grass cutting at six schools, twice a month', wants: 'Grounds maintenance', need: 'must', size: 'twice a month', district: undefined, ticked: true },
        { says: 'Glass', wants: 'Window cleaning', need: 'must', size: '1,240 panes', startsOn: '2027-10-01', endsOn: '2027-10-31', district: 'SP2', ticked: true },
        { says: 'Lunches', wants: 'Catering', need: 'must', size: undefined, district: undefined, ticked: false },
      ],
    })
  })

  test.each([
    ['alone', release],
    ['in a package of releases', { uri: 'https://example.org/1', version: '1.1', publisher: { name: 'A portal' }, releases: [release] }],
    ['in a record', { ocid: release.ocid, releases: [{ url: 'https://example.org/1', date: '2027-02-20', tag: ['tender'] }], compiledRelease: release }],
    ['in a package of records', { uri: 'https://example.org/1', records: [{ ocid: release.ocid, compiledRelease: release }] }],
    ['in a bare list', [release]],
  ])('is read the same %s', (_, sent) => expect(read(sent)).toEqual(read(release)))

  test('of several releases is the latest that asks for offers, unless one is named', () => {
    const amended = { ...release, id: '044-2027', date: '2027-03-01T10:00:00Z', tag: ['tenderAmendment'], tender: { title: 'Amended' } }
    const award = { ...release, id: '080-2027', date: '2027-06-01T10:00:00Z', tag: ['award'], tender: { title: 'Awarded' } }
    const pack = { releases: [amended, award, release] }
    expect(read(pack).title).toBe('Amended')
    expect(read(pack, '021-2027').title).toBe('Caring for six schools')
    expect(read(pack, '080-2027').title).toBe('Awarded')
    expect(refusalOf(pack, '7')).toBe('There is no release “7” in it. It holds 044-2027, 080-2027, 021-2027.')
  })

  test('without lots gives its items, each once', () => {
    const items = [{ description: 'Helium leak test', quantity: 350, unit: { name: 'joints' } }, { description: 'Helium leak test', quantity: 350, unit: { name: 'joints' } }, { classification: { description: 'Window-cleaning services' } }, { quantity: 3 }]
    expect(read({ ...release, tender: { items } }).parts).toMatchObject([{ says: 'Helium leak test', wants: 'Leak testing', size: '350 joints' }, { says: 'Window-cleaning services', wants: 'Window cleaning' }])
  })

  test('without lots and items is read by its words, or is one part', () => {
    expect(read({ ...release, tender: { title: 'Care', description: 'Requirements:\n1. Grass cutting\n2. Window cleaning' } }).parts).toMatchObject([{ wants: 'Grounds maintenance' }, { wants: 'Window cleaning' }])
    expect(read({ ...release, tender: { title: 'Window cleaning for a school' } }).parts).toMatchObject([{ says: 'Window cleaning for a school', wants: 'Window cleaning', ticked: true }])
  })

  test('in euros says no band of pounds, and without a buyer names who procures', () => {
    expect(read({ ...release, parties: [], buyer: undefined, tender: { ...release.tender, lots: [], value: { amount: 9, currency: 'EUR' }, procuringEntity: { name: 'Framework Ltd' } } })).toMatchObject({ value: undefined, forWhom: 'Framework Ltd' })
  })
})

describe('what is no tender, or means harm', () => {
  test.each([
    ['nothing', null], ['a number', 7], ['a word', 'tender'], ['an empty package', { releases: [] }], ['another kind of file', { type: 'FeatureCollection', features: [] }], ['a package of wrong things', { releases: [1, 'two', null, [[]]] }],
  ])('%s is refused in words', (_, sent) => expect(refusalOf(sent)).toContain('This is not a tender in the Open Contracting format'))

  test('awards alone are refused, and say what to fetch', () => expect(refusalOf({ ocid: 'x', tag: ['award'], awards: [] })).toBe('There is no tender in it: only awards or contracts. Fetch the notice that asks for offers.'))

  test('ten thousand lots are counted, and two hundred shown', () => {
    const found = read({ ...release, tender: { title: 'Many', lots: Array.from({ length: 10_000 }, (_, at) => ({ id: at, title: `Lot ${at}` })) } })
    expect([found.parts.length, found.left]).toEqual([200, 9_800])
  })

  test('wrong types everywhere leave only what is right', () => {
    const found = read({ ocid: { a: 1 }, tag: 'tender', buyer: ['x'], parties: 'none', tender: { title: 7, description: ['x'], value: { amount: '1e9', currency: 'GBP' }, tenderPeriod: 'soon', contractPeriod: { startDate: '2027-13-45', endDate: 20270101, durationInDays: -1 }, lots: [null, 1, { title: { x: 1 } }], items: { length: 9 } } })
    expect(found).toMatchObject({ title: '7', forWhom: undefined, answerBy: undefined, value: undefined, source: undefined, parts: [{ says: 'Lot 1' }] })
  })

  test('deep nests, endless words and half letters are bounded', () => {
    const deep = JSON.parse(`${'{"releases":['.repeat(20_000)}${']}'.repeat(20_000)}`) as unknown
    expect(refusalOf(deep)).toContain('This is not a tender')
    const found = read({ ...release, tender: { title: `\u0000${'😀'.repeat(100_000)}`, description: `\uD800${'x'.repeat(1_000_000)}`, lots: [{ title: 'y'.repeat(1_000_000) }], items: [{ quantity: Infinity }] } })
    expect(found.title?.length).toBeLessThanOrEqual(140)
    expect(found.says?.length).toBeLessThanOrEqual(6000)
    expect(JSON.stringify(found)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
  })

  test('a name that is part of every object is not read as one’s own', () => {
    expect(read(JSON.parse('{"ocid":"o","tag":["tender"],"tender":{"title":"T","__proto__":{"lots":[{"title":"no"}]},"constructor":{"x":1}}}')).parts).toMatchObject([{ says: 'T' }])
  })

  test('any JSON at all is read or refused, never anything else', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 4 }), (tender, lots) => {
      refusalOf({ releases: [{ ocid: 'o', tag: ['tender'], tender }] })
      const found = read({ ocid: 'o', tag: ['tender'], tender: { title: 'T', lots, items: lots, value: lots, tenderPeriod: lots, description: tender } })
      expect(found.parts.length).toBeLessThanOrEqual(200)
    }), { numRuns: 200 })
  })
})
