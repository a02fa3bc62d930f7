import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotOf } from '../../../engine/index.ts'
import { addClaim, changeClaim, removeClaim, saveAnswer } from '../../answers/index.ts'
import { openDatabase } from '../../kit/database/open.ts'
import type { Id } from '../../kit/ids.ts'
import { openCtx } from '../../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { addCapability, countPartner, giveSight, leaveNetwork, sayWhoSees, withdrawSight } from '../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { restOrganisation } from '../../organisations/index.ts'
import { findFits } from '../index.ts'
import { forgetAtlases, withAtlas } from './with-atlas.ts'

let house: TestHouse
let priya: Character, asha: Character, tom: Character
let network: { id: Id<'network'>; slug: string }
let cakes: Id<'capability'>

beforeAll(async () => {
  house = await openTestHouse()
  ;[priya, asha, tom] = [await someone(house, 'Priya', 'The Wild Bouquet'), await someone(house, 'Asha', 'Asha’s Cakes'), await someone(house, 'Tom', 'Tom’s Tipis')]
  network = await openNetwork(priya)
  for (const one of [asha, tom]) await joins(house, network.id, one)
  cakes = await addCapability(priya.ctx, network.slug, { title: 'Sugar work', synonyms: 'marzipan' })
})
afterAll(() => house.close())

const found = async (who: Character = priya, ctx = who.ctx) => (await findFits(ctx, network.id, { lens: 'gap', want: 'marzipan' })).suggestions.map(({ organisation }) => organisation)

/** What the atlas holds is what a new one made from the same database would hold. */
async function isTrue(): Promise<void> {
  const kept = await withAtlas(house.ctx(), network.id, snapshotOf)
  forgetAtlases(house.ctx())
  expect(kept).toEqual(await withAtlas(house.ctx(), network.id, snapshotOf))
}

test('a claim is found by the next question, on every node, and gone with the next once it is taken off', async () => {
  const opened = openDatabase({ ...house.app, max: 2 }, house.house.log)
  const elsewhere = openCtx({ ...house.house, db: opened.db, keys: { ...house.house.keys } }, { actor: priya.ctx.actor })
  try {
    expect(await found()).toEqual([])
    expect(await found(priya, elsewhere)).toEqual([])

    const claim = await addClaim(asha.ctx, asha.organisation, { network: network.id, capability: cakes, strength: 'best_at', sight: 'network' })

    expect(await found()).toEqual([asha.organisation])
    expect(await found(priya, elsewhere)).toEqual([asha.organisation])
    await changeClaim(asha.ctx, asha.organisation, claim, { network: network.id, capability: cakes, strength: 'can_do', sight: 'only_us' })
    expect(await found()).toEqual([])
    await changeClaim(asha.ctx, asha.organisation, claim, { network: network.id, capability: cakes, strength: 'can_do', sight: 'network' })
    await removeClaim(asha.ctx, asha.organisation, claim)
    expect(await found(priya, elsewhere)).toEqual([])
    await removeClaim(asha.ctx, asha.organisation, claim, true)
    expect(await found(priya, elsewhere)).toEqual([asha.organisation])
    await isTrue()
  } finally {
    await opened.close()
  }
})

test('what is for partners is found by those the owner counts, and not the other way round', async () => {
  await sayWhoSees(asha.ctx, asha.organisation, { page: 'partners', contact: 'only_us', place: 'only_us' })
  expect(await found()).toEqual([])

  await countPartner(asha.ctx, asha.organisation, priya.organisation)

  expect(await found()).toEqual([asha.organisation])
  expect(await found(tom)).toEqual([])
  await isTrue()
})

test('what is shown by a grant is found until the grant ends, by itself or by hand', async () => {
  const grant = await giveSight(asha.ctx, asha.organisation, { to: tom.organisation, part: 'page', reason: 'A wedding in June', untilOn: house.clock.now().toISOString().slice(0, 10) })
  expect(await found(tom)).toEqual([asha.organisation])

  await withdrawSight(asha.ctx, asha.organisation, grant)

  expect(await found(tom)).toEqual([])
  await giveSight(asha.ctx, asha.organisation, { to: tom.organisation, part: 'contact', reason: 'A wedding in June', untilOn: house.clock.now().toISOString().slice(0, 10) })
  const later = house.ctx(tom.ctx.actor)
  expect(await found(tom, later)).toEqual([asha.organisation])
  house.clock.forward(86_400_000)
  expect(await found(tom, house.ctx(tom.ctx.actor))).toEqual([])
  await isTrue()
})

test('an organisation that rests or leaves is not found, and comes back as it was', async () => {
  await sayWhoSees(asha.ctx, asha.organisation, { page: 'network', contact: 'only_us', place: 'network' })
  await restOrganisation(asha.ctx, asha.organisation, true)
  expect(await found()).toEqual([])

  await restOrganisation(asha.ctx, asha.organisation, false)

  expect(await found()).toEqual([asha.organisation])
  await leaveNetwork(asha.ctx, network.slug)
  expect(await found()).toEqual([])
  await joins(house, network.id, asha)
  expect(await found()).toEqual([asha.organisation])
  await isTrue()
})

test('two first questions at once read the network once', async () => {
  forgetAtlases(house.ctx())

  const [one, other] = await Promise.all([withAtlas(house.ctx(), network.id, (atlas) => atlas), withAtlas(house.ctx(), network.id, (atlas) => atlas)])

  expect(one).toBe(other)
})

test('what a transaction has written is nobody’s until it ends', async () => {
  await expect(priya.ctx.transaction(async (tx) => {
    await saveAnswer(tx, priya.organisation, 4, { words: 'Only we grow sweet peas on the roof.' })
    await withAtlas(tx, network.id, () => undefined)
    throw new Error('No, not today.')
  })).rejects.toThrow('No, not today.')

  await isTrue()
})
