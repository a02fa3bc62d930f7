import { afterAll, beforeAll, expect, test } from 'vitest'
import { gini } from '../../engine/index.ts'
import { saveCertificates, saveClaims, saveProofs } from '../answers/index.ts'
import { newId, type Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { saveNewCapabilities } from '../networks/capability-store.ts'
import { openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { withAtlas } from './atlas/with-atlas.ts'
import { think } from './fits/think.ts'
import { diceFrom } from './testing/two-worlds.ts'
import { LENSES } from './want.ts'
import { saveWants } from './want-store.ts'

/** A hundred organisations of twenty trades: each finds somebody good, and the showing is shared out. */
const MANY = 100
let house: TestHouse
let network: { id: Id<'network'>; slug: string }
let host: Character
const members: Id<'organisation'>[] = []

beforeAll(async () => {
  house = await openTestHouse()
  host = await someone(house, 'Olga')
  network = await openNetwork(host)
  const dice = diceFrom(7)
  await house.ctx({ by: 'house', person: host.person }).transaction(async (tx) => {
    const trades = await saveNewCapabilities(tx, network.id, Array.from({ length: 20 }, (_, at) => ({ title: `Trade ${'abcdefghijklmnopqrst'[at]}${at}`, synonyms: [] })))
    const trade = () => trades[Math.floor(dice() * trades.length)] ?? trades[0]!
    for (let at = 0; at < MANY; at += 1) members.push(newId())
    await tx.db.insertInto('organisation').values(members.map((id, at) => ({ id, name: `Firm ${at}`, kind: 'company', line: `Number ${at}`, sight: 'network', listed_at: tx.now, claimed_at: tx.now }))).execute()
    await tx.db.insertInto('membership').values(members.map((id, at) => ({ network_id: network.id, organisation_id: id, joined_at: tx.now, listed_as: `Firm ${at}`, listed_words: `firm ${at}`, sight: 'network' }))).execute()
    for (const [at, organisation] of members.entries()) {
      const own = [...new Set([trades[at % 20]!, trade()])]
      const claims = await saveClaims(tx, own.map((capability) => ({ organisation, network: network.id, capability, title: 'Trade', strength: 'best_at', sight: 'network' })))
      // Two in three can prove what they do best; the others are new.
      if (at % 3 !== 0) {
        const [paper] = await saveCertificates(tx, [{ organisation, name: 'Paper', issuedBy: 'Somebody', sight: 'network' }])
        await saveProofs(tx, [{ organisation, claim: claims[0]!, behind: { is: 'certificate', id: paper! }, standing: { sight: 'network', standsAt: tx.now, countsUntil: '2030-01-01' } }])
      }
      const wanted = [...new Set([trade(), trade()])].filter((one) => !own.includes(one))
      await saveWants(tx, wanted.map((capability) => ({ network: network.id, organisation, lens: 'gap', says: 'Somebody for this', capability, sight: 'network', endsOn: '2028-01-01' })))
    }
  })
}, 60_000)
afterAll(() => house.close())

const ask = (organisation: Id<'organisation'>, lens: (typeof LENSES)[number], today: string, most = 200) =>
  withAtlas(house.ctx(), network.id, (atlas) => think(atlas, { network: { ...network, name: '' }, organisation, today, notForUs: [] }, { lens, most }).fits)

test('every one of a hundred finds somebody good', async () => {
  const without: string[] = []
  for (const organisation of members) {
    const words = new Set((await Promise.all(LENSES.map((lens) => ask(organisation, lens, '2027-03-02')))).flat().map(({ word }) => word))
    if (!words.has('Good')) without.push(organisation)
  }

  process.stdout.write(`everyone: ${MANY - without.length} of ${MANY} find somebody good\n`)
  expect(without).toEqual([])
})

test('over a month the showing is shared out, newcomers among it', async () => {
  const shown = new Map<string, number>(members.map((one) => [one, 0]))
  const first = new Map<string, number>(members.map((one) => [one, 0]))
  for (const today of ['2027-03-02', '2027-03-09', '2027-03-16', '2027-03-23']) {
    for (const organisation of members) {
      const fits = (await ask(organisation, 'gap', today, 10)).slice(0, 10)
      for (const [place, one] of fits.entries()) { shown.set(one.organisation, (shown.get(one.organisation) ?? 0) + 1); if (place === 0) first.set(one.organisation, (first.get(one.organisation) ?? 0) + 1) }
    }
  }
  const newcomers = members.filter((_, at) => at % 3 === 0).reduce((sum, one) => sum + (shown.get(one) ?? 0), 0) / [...shown.values()].reduce((sum, one) => sum + one, 0)

  process.stdout.write(`everyone: Gini of being shown among ten ${gini([...shown.values()]).toFixed(3)}, of being first ${gini([...first.values()]).toFixed(3)}; ${Math.round(newcomers * 100)} % of places to those without proof\n`)
  expect(gini([...shown.values()])).toBeLessThan(0.5)
  expect([...shown.values()].filter((times) => times === 0).length).toBeLessThan(5)
})
