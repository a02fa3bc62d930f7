import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { someone, type Character } from '../networks/testing/cast.ts'
import { findPartnership, listPartnersToAsk, listTies, recordTogether } from './index.ts'
import { listMoments } from './moment-store.ts'

let town: TestHouse
let priya: Character
let asha: Character

beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town?.close())
beforeEach(async () => { [priya, asha] = [await someone(town, 'Priya', 'The Wild Bouquet'), await someone(town, 'Asha', 'Asha’s Cakes')] })

const bond = (from: Character, to: Character) => from.ctx.read((tx) => findPartnership(tx, from.organisation, to.organisation))

test('what two do together brings their partnership into being, agreed, for both at once', async () => {
  await town.ctx().transaction((tx) => recordTogether(tx, { between: [priya.organisation, asha.organisation], moment: { kind: 'introduced', says: 'You were introduced.' }, met: { through: 'person', what: 'Tom put you at one table' }, stage: 'met' }))
  expect(await bond(priya, asha)).toMatchObject({ partner: { name: 'Asha’s Cakes' }, stage: 'met', standing: { is: 'agreed' }, met: { what: 'Tom put you at one table' } })
  expect(await bond(asha, priya)).toMatchObject({ partner: { name: 'The Wild Bouquet' }, standing: { is: 'agreed' } })
  expect(await priya.ctx.read(listPartnersToAsk)).toMatchObject([{ id: asha.organisation, name: 'Asha’s Cakes' }])
})

test('the same thing told twice is one moment, and what is known later takes its place', async () => {
  const referral = randomUUID()
  const told = (says: string, cameOfIt: boolean) => town.ctx().transaction((tx) => recordTogether(tx, { between: [asha.organisation, priya.organisation], moment: { kind: 'referral', says, by: priya.organisation, about: referral, ties: cameOfIt, cameOfIt } }))
  const id = await told('A referral was passed on.', false)
  expect(await told('A referral became work.', true)).toBe(id)
  expect(await priya.ctx.read((tx) => listMoments(tx, id))).toMatchObject([{ kind: 'referral', says: 'A referral became work.', by: priya.organisation, cameOfItAt: town.clock.now() }])
})

test('only what both stand by ties them, and only as far as both show it', async () => {
  const id = await town.ctx().transaction((tx) => recordTogether(tx, { between: [priya.organisation, asha.organisation], moment: { kind: 'note', says: 'Coffee.' }, stage: 'met' }))
  const ties = () => town.ctx().read((tx) => listTies(tx, { of: id }))
  expect(await ties()).toEqual([])
  await town.ctx().transaction((tx) => recordTogether(tx, { between: [priya.organisation, asha.organisation], moment: { kind: 'referral', says: 'Won.', ties: true } }))
  expect(await ties()).toMatchObject([{ kind: 'referral', weight: 1, sight: 'only_us' }])
  await expect(priya.ctx.read((tx) => listTies(tx))).rejects.toThrow('Only the house')
})

test('two rooms that tell of the same pair at once make one partnership', async () => {
  const tell = (says: string) => town.ctx().transaction((tx) => recordTogether(tx, { between: [priya.organisation, asha.organisation], moment: { kind: 'note', says } }))
  const [one, other] = await Promise.all([tell('One.'), tell('Other.')])
  expect(one).toBe(other)
  expect(await priya.ctx.read((tx) => listMoments(tx, one))).toHaveLength(2)
})
