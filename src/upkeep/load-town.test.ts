import { afterAll, beforeAll, expect, test } from 'vitest'
import { town } from '../../town/index.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { loadTown } from './load-town.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('the example town moves in whole, with every organisation, person and network', async () => {
  const loaded = await loadTown(house.ctx())

  expect(loaded).toEqual({ organisations: town.organisations.length, networks: town.networks.length })
})

test('a second town is refused, and nothing changes', async () => {
  await expect(loadTown(house.ctx())).rejects.toThrow('already live')
})
