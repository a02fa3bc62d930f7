import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClaim, putAnswer, saveJobs } from '../answers/index.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { addCapability } from '../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { readNotices } from '../notices/index.ts'
import { findFriendlyPaths, defineIntroducerLoad } from './index.ts'
import { postWant } from './post-want.ts'
import { tellOfFits } from './tell-of-fits.ts'

let web: TestWeb
let priya: Character, asha: Character, tom: Character, stem: Character
let network: { id: Id<'network'>; slug: string }
let cakes: Id<'capability'>, flowers: Id<'capability'>
const load = new Map<string, number>()

beforeAll(async () => {
  web = await openTestWeb()
  const { town: house } = web
  ;[priya, asha, tom, stem] = [await someone(house, 'Priya', 'The Wild Bouquet'), await someone(house, 'Asha', 'Asha’s Cakes'), await someone(house, 'Tom', 'Tom’s Tipis'), await someone(house, 'Stem', 'Stem & Stone')]
  network = await openNetwork(priya)
  for (const one of [asha, tom, stem]) await joins(house, network.id, one)
  cakes = await addCapability(priya.ctx, network.slug, { title: 'Wedding cakes', synonyms: 'cake' })
  flowers = await addCapability(priya.ctx, network.slug, { title: 'Wedding flowers' })
  await addClaim(asha.ctx, asha.organisation, { network: network.id, capability: cakes, strength: 'best_at', says: 'Up to six tiers', sight: 'network' })
  for (const one of [priya, stem]) await addClaim(one.ctx, one.organisation, { network: network.id, capability: flowers, strength: 'best_at', sight: 'network' })
  await house.ctx().transaction(async (tx) => {
    await putAnswer(tx, asha.organisation, { question: 2, words: 'A van now and then. Wedding flowers, pressed in April.', sight: 'network' })
    await putAnswer(tx, asha.organisation, { question: 4, words: 'Only we bake without egg for a whole tent.', sight: 'network' })
    for (const [one, other, what] of [[priya, tom, 'A meadow wedding'], [tom, asha, 'A harbour wedding']] as const) await saveJobs(tx, [{ by: one.organisation, what, finishedOn: '2026-08-01', parties: [one, other].map(({ organisation }) => ({ organisation, confirmedAt: tx.now })) }])
  })
  defineIntroducerLoad(async () => load)
  await house.settle()
}, 60_000)
afterAll(() => web.close())

const find = (query = '', as = priya) => web.get(`/find${query}`, { as: as.person })
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&#x27;', '’').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')

test('from a need in words to who would help, why on both sides, and who could introduce us', async () => {
  const page = textOf((await find('?want=a+wedding+cake')).text)

  expect(page).toContain('Asha’s Cakes')
  expect(page).toContain('“Only we bake without egg for a whole tent.”')
  expect(page).toContain('You need wedding cakes, and they call it what they do best.')
  expect(page).toContain('What they look for names wedding flowers, which you do: “Wedding flowers, pressed in April.”')
  expect(page).toContain('Tom’s Tipis has worked with both of you.')
  expect(page).toContain('For wedding cakes there is only their word so far.')
  expect(page).toContain('Ask Tom’s Tipis to introduce us')
  expect(page).not.toMatch(/\d+ ?%/)
})

test('the same trade is shown for cover, and hidden where one of the two says never', async () => {
  expect(textOf((await find('?lens=cover')).text)).toContain('You both do wedding flowers, so they could cover for you.')
  expect(textOf((await find('?lens=gap&want=wedding+flowers')).text)).not.toContain('Stem & Stone')

  await web.post(`/organisations/${stem.organisation}/own-trade`, { meets: 'never' }, { as: stem.person })

  expect(textOf((await find('?lens=cover')).text)).not.toContain('Stem & Stone')
  await web.post(`/organisations/${stem.organisation}/own-trade`, { meets: 'always' }, { as: stem.person })
  await web.post(`/organisations/${priya.organisation}/own-trade`, { meets: 'always' }, { as: priya.person })
  expect(textOf((await find('?lens=gap&want=wedding+flowers')).text)).toContain('Stem & Stone')
})

test('“not for us” changes the list at once, can be undone, and changes nothing for the other', async () => {
  const theirs = (await find('?want=wedding+flowers', asha)).text.replaceAll(/nonce="[^"]*"|name="_key" value="[^"]*"/g, '')

  const said = await web.post(`/networks/${network.slug}/matches/${asha.organisation}/not-for-us`, { reason: 'bad_timing', note: 'After June', back: '/find?want=a+wedding+cake' }, { as: priya.person })

  expect([said.status, said.location]).toEqual([303, '/find?want=a+wedding+cake'])
  expect(textOf((await find('?want=a+wedding+cake')).text)).not.toContain('Asha’s Cakes · ')
  expect(textOf((await find('?want=a+wedding+cake')).text)).toContain('No one yet')
  expect(textOf((await web.get(`/networks/${network.slug}/matches/not-for-us`, { as: priya.person })).text)).toContain('Bad timing: After June')
  expect((await find('?want=wedding+flowers', asha)).text.replaceAll(/nonce="[^"]*"|name="_key" value="[^"]*"/g, '')).toBe(theirs)
  await web.post(`/networks/${network.slug}/matches/${asha.organisation}/not-for-us/return`, {}, { as: priya.person })
  expect(textOf((await find('?want=a+wedding+cake')).text)).toContain('Asha’s Cakes')
})

test('those saved wait in a list, and two stand side by side', async () => {
  for (const one of [asha, tom]) await web.post(`/networks/${network.slug}/matches/${one.organisation}/saved`, {}, { as: priya.person })

  const saved = textOf((await web.get(`/networks/${network.slug}/matches/saved`, { as: priya.person })).text)
  const compared = textOf((await web.get(`/networks/${network.slug}/matches/compare?with=${asha.organisation}&with=${tom.organisation}&want=cake`, { as: priya.person })).text)

  expect(saved).toContain('Asha’s Cakes')
  expect(compared).toContain('Who could introduce you')
  expect(compared).toContain('Tom’s Tipis')
  expect((await web.get(`/networks/${network.slug}/matches/compare?${[asha, tom, stem, priya].map((one) => `with=${one.organisation}`).join('&')}`, { as: priya.person })).status).toBe(422)
})

test('where nobody fits, the need is posted, found by who could answer it, and its owner told of a newcomer once', async () => {
  const { town: house } = web
  const empty = textOf((await find('?want=a+magician')).text)
  expect(empty).toContain('Post it as a need and we’ll tell you when someone fits.')
  const magic = await addCapability(priya.ctx, network.slug, { title: 'Close-up magic', synonyms: 'magician' })

  const posted = await web.post(`/networks/${network.slug}/needs/new`, { lens: 'gap', says: 'A magician for the tables', capability: magic, sight: 'network' }, { as: priya.person })

  expect(posted.status).toBe(303)
  const newcomer = await someone(house, 'Mo', 'Mo’s Magic')
  await addClaim(newcomer.ctx, newcomer.organisation, { network: undefined, words: 'Close-up magic', strength: 'best_at', sight: 'network' })
  await joins(house, network.id, newcomer)
  await addClaim(newcomer.ctx, newcomer.organisation, { network: network.id, capability: magic, strength: 'best_at', sight: 'network' })
  for (let look = 0; look < 2; look += 1) { await house.settle(); await tellOfFits(house.ctx()); await addClaim(newcomer.ctx, newcomer.organisation, { network: network.id, capability: look === 0 ? flowers : cakes, strength: 'can_do', sight: 'network' }) }
  const told = await readNotices(priya.ctx)
  expect(told.filter((one) => one.says === 'Mo’s Magic may be who you are looking for.').map(({ detail }) => detail)).toEqual(['You posted: “A magician for the tables”'])
  expect(textOf((await find('', newcomer)).text)).not.toContain('Canary')
})

test('a need that is only for us is told to nobody, and a bad one is sent back with everything typed', async () => {
  const bad = await web.post(`/networks/${network.slug}/needs/new`, { lens: 'gap', says: '', sight: 'network', from: '2027-06-30', until: '2027-06-01' }, { as: priya.person })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('What you are looking for is missing.')
  await postWant(asha.ctx, network.id, { lens: 'gap', says: 'Secretly, a new oven', sight: 'only_us' })

  expect((await find('?lens=audience')).text).not.toContain('new oven')
})

test('an introducer who is asked a lot already stands further back', async () => {
  const { town: house } = web
  await house.ctx().transaction(async (tx) => { for (const [one, other] of [[priya, stem], [stem, asha]] as const) await saveJobs(tx, [{ by: one.organisation, what: 'A market stall', finishedOn: '2026-09-01', parties: [one, other].map(({ organisation }) => ({ organisation, confirmedAt: tx.now })) }]) })
  const introducers = async () => (await findFriendlyPaths(priya.ctx, network.id, { from: priya.organisation, to: asha.organisation, most: 2 })).map(({ introducer }) => introducer?.id)

  load.set(tom.organisation, 9)
  expect(await introducers()).toEqual([stem.organisation, tom.organisation])
  load.clear()
  load.set(stem.organisation, 9)
  expect(await introducers()).toEqual([tom.organisation, stem.organisation])
  load.clear()
})

test('programs are given the same suggestions, as facts and as sentences, and never a score', async () => {
  const answer = await web.api('GET', `/networks/${network.slug}/fits?want=a+wedding+cake`, undefined, { as: priya.person })
  const { suggestions } = answer.json() as { suggestions: readonly { name: string; fit: string; why: readonly { says: string }[]; reasons: readonly { is: string }[] }[] }

  expect(answer.status).toBe(200)
  expect(suggestions[0]?.name).toBe('Asha’s Cakes')
  expect(suggestions[0]?.why.map(({ says }) => says)).toContain('You need wedding cakes, and they call it what they do best.')
  expect(suggestions[0]?.reasons.map(({ is }) => is)).toContain('covers')
  expect(answer.text).not.toContain('score')
})

test('who stands outside the network finds nothing of it', async () => {
  const other = await someone(web.town, 'Xena', 'Elsewhere Ltd')

  expect((await web.api('GET', `/networks/${network.slug}/fits`, undefined, { as: other.person })).status).toBe(404)
  expect(textOf((await find('', other)).text)).toContain('Partners are found inside a network')
  expect((await web.get('/find')).status).toBe(303)
})
