import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../../entry/testing.ts'
import type { Id } from '../../kit/ids.ts'
import { addCapability, countPartner, giveSight, sayWhoSees } from '../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { editOrganisation, type Sight } from '../../organisations/index.ts'
import { putAnswer } from '../answer-store.ts'
import { saveClaims } from '../claim-store.ts'
import { saveCertificates } from '../paper-store.ts'
import { saveProofs } from '../proof-store.ts'
import { savePositions } from './position-store.ts'
import { readDirectory } from './read-directory.ts'
import { readWanted } from './wanted.ts'

let web: TestWeb
let olga: Character, priya: Character, asha: Character, tom: Character, nell: Character
let network: { id: Id<'network'>; slug: string }
let flowers: Id<'capability'>, weddings: Id<'capability'>, cakes: Id<'capability'>

type Claim = { organisation: Id<'organisation'>; capability?: Id<'capability'>; title: string; strength?: 'can_do' | 'best_at' | 'only_us'; says?: string; sight?: Sight; proven?: Sight; from?: string; until?: string }
const claim = ({ organisation, capability, title, strength = 'best_at', says, sight = 'network', proven, from, until }: Claim) => web.town.ctx({ by: 'house', person: priya.person }).transaction(async (tx) => {
  const [made] = await saveClaims(tx, [{ organisation, network: network.id, capability, title, strength, says, sight, capacity: from || until ? { from, until } : undefined }])
  if (!proven || !made) return
  const [paper] = await saveCertificates(tx, [{ organisation, name: 'Paper', issuedBy: 'Board', sight: proven }])
  if (paper) await saveProofs(tx, [{ organisation, claim: made, behind: { is: 'certificate', id: paper }, standing: { sight: proven, standsAt: tx.now, countsUntil: '2090-01-01' } }])
})

beforeAll(async () => {
  web = await openTestWeb()
  const { town } = web
  town.clock.forward(Date.now() - town.clock.now().getTime())
  olga = await someone(town, 'Olga', 'Organising Office')
  network = await openNetwork(olga)
  priya = await someone(town, 'Priya', 'The Wild Bouquet'); asha = await someone(town, 'Asha', 'Asha’s Cakes'); tom = await someone(town, 'Tom', 'Tom’s Tipis'); nell = await someone(town, 'Nell', 'Nell Dress Co')
  for (const one of [priya, asha, tom, nell]) await joins(town, network.id, one)
  await editOrganisation(asha.ctx, asha.organisation, { name: 'Asha’s Cakes', kind: 'sole-trader', line: 'Baker', district: 'SP1' })
  await editOrganisation(tom.ctx, tom.organisation, { name: 'Tom’s Tipis', kind: 'company', line: 'Tents', district: 'BA12' })
  flowers = await addCapability(olga.ctx, network.slug, { title: 'Flowers', synonyms: 'blooms' })
  weddings = await addCapability(olga.ctx, network.slug, { title: 'Wedding flowers', synonyms: 'bridal flowers', parent: flowers })
  cakes = await addCapability(olga.ctx, network.slug, { title: 'Wedding cakes' })
  await town.settle()
  await claim({ organisation: priya.organisation, capability: weddings, title: 'Wedding flowers', says: 'Tipis and barns', proven: 'network', from: '2027-05-01', until: '2027-10-15' })
  await claim({ organisation: asha.organisation, capability: cakes, title: 'Wedding cakes', strength: 'only_us', proven: 'partners' })
  await claim({ organisation: nell.organisation, capability: flowers, title: 'Flowers', strength: 'can_do', sight: 'only_us', proven: 'only_us' })
  await town.ctx().transaction((tx) => savePositions(tx, [{ code: 'SP2', name: 'Salisbury', latitude: 51.07, longitude: -1.8 }, { code: 'SP1', latitude: 51.08, longitude: -1.78 }], 'a test'))
})
afterAll(() => web?.close())

const asking = (who: Character) => web.town.ctx(who.ctx.actor)
async function names(who: Character, query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { found, count } = await readDirectory(asking(who), network.slug, readWanted((name) => query[name]), {})
  expect(count).toBe(found.length)
  return found.map((one) => one.name)
}

describe('the directory finds', () => {
  const all = ['Asha’s Cakes', 'Nell Dress Co', 'Organising Office', 'The Wild Bouquet', 'Tom’s Tipis']
  const searches: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
    ['everyone, by name', {}, all],
    ['by a word of the page', { words: 'tents' }, ['Tom’s Tipis']],
    ['by a word of a claim, however it ends', { words: 'barn' }, ['The Wild Bouquet']],
    ['by another word for what they can do', { words: 'bridal' }, ['The Wild Bouquet']],
    ['by all words together', { words: 'bouquet barns' }, ['The Wild Bouquet']],
    ['by a capability and all that is narrower', { can: 'blooms' }, ['The Wild Bouquet']],
    ['by words where no capability is called so', { can: 'tipis' }, ['The Wild Bouquet', 'Tom’s Tipis']],
    ['by district', { place: 'sp1' }, ['Asha’s Cakes']],
    ['by area', { place: 'SP' }, ['Asha’s Cakes', 'Nell Dress Co', 'Organising Office', 'The Wild Bouquet']],
    ['by strength', { strength: 'only_us' }, ['Asha’s Cakes']],
    ['by proof that the asker may see', { proven: 'yes' }, ['The Wild Bouquet']],
    ['by time', { from: '2027-06-01', until: '2027-06-30' }, ['The Wild Bouquet']],
    ['nobody at another time', { from: '2028-06-01' }, []],
    ['by proof of the very thing', { can: 'Wedding cakes', proven: 'yes' }, []],
    ['with everything at once', { words: 'wild', can: 'Flowers', place: 'SP2', strength: 'best_at', proven: 'yes', from: '2027-05-02' }, ['The Wild Bouquet']],
  ]
  test.each(searches)('%s', async (_, query, expected) => expect(await names(tom, query)).toEqual(expected))

  test('for its own people what they keep to themselves, and for a partner what partners see', async () => {
    expect(await names(nell, { can: 'Flowers' })).toEqual(['Nell Dress Co', 'The Wild Bouquet'])
    expect(await names(nell, { proven: 'yes' })).toEqual(['Nell Dress Co', 'The Wild Bouquet'])
    await countPartner(asha.ctx, asha.organisation, priya.organisation)
    expect(await names(priya, { proven: 'yes' })).toEqual(['Asha’s Cakes', 'The Wild Bouquet'])
    expect(await names(tom, { proven: 'yes' })).toEqual(['The Wild Bouquet'])
  })

  test('a place by a grant, until it ends', async () => {
    await sayWhoSees(nell.ctx, nell.organisation, { page: 'network', contact: 'only_us', place: 'only_us' })
    expect(await names(tom, { place: 'SP2' })).not.toContain('Nell Dress Co')
    const inWeeks = (weeks: number) => new Date(web.town.clock.now().getTime() + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
    await giveSight(asking(nell), nell.organisation, { to: tom.organisation, part: 'place', reason: 'A bid', untilOn: inWeeks(2) })
    expect(await names(tom, { place: 'SP2' })).toContain('Nell Dress Co')
    expect(await names(priya, { place: 'SP2' })).not.toContain('Nell Dress Co')
  })
})

describe('what is not disclosed', () => {
  test('moves no result, no order and no count: the answers are the same in both worlds', async () => {
    const queries = ['', '?words=flowers', '?words=secretly', '?can=Flowers', '?can=Flowers&proven=yes', '?strength=only_us', '?proven=yes', '?place=SP', '?place=GU1', '?from=2027-06-01', '?view=map', '?words=flowers&view=map']
    const look = async () => Promise.all(queries.map(async (query) => (await web.get(`/networks/${network.slug}/directory${query}`, { as: tom.person })).text.replaceAll(/nonce-?="?[^"\s;]*"?|value="[0-9a-f-]{36}"/g, '')))
    const hidden = await someone(web.town, 'Hal', 'Aardvark Flowers')
    await sayWhoSees(hidden.ctx, hidden.organisation, { page: 'only_us', contact: 'only_us', place: 'only_us' })
    const before = await look()

    await joins(web.town, network.id, hidden)
    await editOrganisation(hidden.ctx, hidden.organisation, { name: 'Aardvark Flowers', kind: 'company', line: 'Flowers, secretly', district: 'GU1' })
    for (const organisation of [hidden.organisation, nell.organisation]) {
      await claim({ organisation, capability: weddings, title: 'Wedding flowers', strength: 'only_us', says: 'Secretly', sight: organisation === nell.organisation ? 'only_us' : 'anyone', proven: 'anyone', from: '2027-01-01', until: '2027-12-31' })
      await web.town.ctx({ by: 'house', person: nell.person }).transaction((tx) => putAnswer(tx, organisation, { question: 4, words: 'Only we, secretly.', sight: 'only_us' }))
    }
    await web.town.settle()

    const after = await look()
    expect(after).toEqual(before)
    for (const text of after) expect(text).not.toMatch(/Aardvark|GU1<\/a>/)

    await sayWhoSees(hidden.ctx, hidden.organisation, { page: 'network', contact: 'only_us', place: 'network' }) // the control: the same world, disclosed
    const disclosed = await look()
    expect(disclosed.map((text, at) => text !== before[at])).toEqual(queries.map((query) => query !== '?place=SP')) // it lies in GU1
  })

  test('is nobody’s who stands outside', async () => {
    const out = await someone(web.town, 'Xena', 'Outside')
    expect((await web.get(`/networks/${network.slug}/directory`, { as: out.person })).status).toBe(403)
    expect((await web.get(`/networks/${network.slug}/directory`)).status).toBe(303)
  })
})

describe('the map', () => {
  test('says in words what it draws, and counts who has no place on it', async () => {
    const { text } = await web.get(`/networks/${network.slug}/directory?view=map`, { as: priya.person })
    expect(text).toMatch(/<a href="[^"]*place=SP2"><circle[^>]*><\/circle><text class="spot-words"[^>]*>Salisbury<\/text><text[^>]*>\d+<\/text>/)
    expect(text).toMatch(/have no place on this map|has no place on this map/)
    expect(text).not.toMatch(/(src|href)="https?:\/\/(?!localhost)/)
  })
})

describe('the address of a search', () => {
  test('takes no harm from slips in it', async () => {
    for (const query of ['from=2027-02-30', 'from=2028-01-01&until=2027-01-01', 'strength=strongest', 'words=%F0%28', `words=${'x'.repeat(5000)}`, 'words=:*%20%26%20!', 'after=bm90IG9uZQ', 'words=%27%3B--', 'can=%5C']) {
      expect([query, (await web.get(`/networks/${network.slug}/directory?${query}`, { as: priya.person })).status]).toEqual([query, 200])
    }
  })
})
