import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClaim } from '../answers/index.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { addCapability } from '../networks/index.ts'
import type { Character } from '../networks/testing/cast.ts'
import { recordTogether } from '../partnerships/index.ts'
import { declineReferral, getReferral, suggestReceivers } from './index.ts'
import { passAnna, weddingTrades, type Trades } from './testing/cast.ts'

let town: TestHouse
let trades: Trades
beforeAll(async () => {
  town = await openTestHouse()
  trades = await weddingTrades(town)
  const { tom, priya, asha, nell, network } = trades
  const flowers = await addCapability(tom.ctx, network.slug, { title: 'Wedding flowers', synonyms: 'wild flowers, bouquets' })
  for (const one of [priya, nell]) await addClaim(one.ctx, one.organisation, { network: network.id, capability: flowers, strength: 'can_do', sight: 'network' })
  await addClaim(asha.ctx, asha.organisation, { network: network.id, words: 'Wedding cakes', strength: 'best_at', sight: 'network' })
})
afterAll(() => town?.close())

const now = (one: Character) => town.ctx(one.ctx.actor)
const names = async (needs: string, more: object = {}) => (await suggestReceivers(now(trades.tom), { needs, ...more })).filter((one) => one.reasons.length > 0).map((one) => one.name)

test('those who do what the person needs are named with reasons in whole sentences, partners first', async () => {
  const { tom, nell } = trades
  expect(await names('June wedding, wild flowers')).toEqual(expect.arrayContaining(['The Wild Bouquet', 'Nell Dress Co']))
  await town.ctx().transaction((tx) => recordTogether(tx, { between: [tom.organisation, nell.organisation], moment: { kind: 'met', says: 'You met at the fair.' }, stage: 'trust' }))

  const [first] = await suggestReceivers(now(tom), { needs: 'June wedding, wild flowers' })

  expect(first).toMatchObject({ name: 'Nell Dress Co', known: true })
  expect(first?.reasons[0]).toBe('You recommend each other without hesitation.')
  expect(first?.reasons.every((says) => /^[A-Z“].*[.”]$/s.test(says))).toBe(true)
})

test('whoever declined this person is not named again, and whoever has no room comes later and says so', async () => {
  const { tom, priya, nell } = trades
  const { id } = await passAnna({ ...tom, ctx: now(tom) }, nell)
  await declineReferral(now(nell), id)
  const { person } = await now(tom).read((tx) => getReferral(tx, id))
  expect(await names('wild flowers', { person })).toEqual(['The Wild Bouquet'])
  expect(await names('wild flowers')).toContain('Nell Dress Co')

  const flowers = (await town.ctx().read((tx) => tx.db.selectFrom('claim').select(['id', 'capability_id']).where('organisation_id', '=', priya.organisation).executeTakeFirstOrThrow()))
  await town.ctx().transaction((tx) => tx.db.updateTable('claim').set({ capacity_from: '2027-09-01' }).where('id', '=', flowers.id).execute())
  const found = await suggestReceivers(now(tom), { needs: 'wild flowers' })
  expect(found.find((one) => one.name === 'The Wild Bouquet')).toMatchObject({ cautions: expect.arrayContaining(['They have room from 1 Sept 2027.']) as unknown })
})

test('nobody is named who is not shown to us, and a full diary finds others of the same trade', async () => {
  const { priya } = trades

  const found = await suggestReceivers(now(priya), { needs: 'wild flowers' })

  expect(found.some((one) => one.organisation === priya.organisation)).toBe(false)
  expect(found.find((one) => one.name === 'Nell Dress Co')?.reasons.length).toBeGreaterThan(0)
})
