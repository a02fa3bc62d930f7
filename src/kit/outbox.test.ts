import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverNews } from './deliver-news.ts'
import { when } from './when.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

declare module './events.ts' {
  interface Events { 'test.rang': { bell: string } }
}

let town: TestHouse
const broken = { times: 0 }

when('test.rang', 'test: write down what rang', async (tx, event) => {
  await tx.db.insertInto('house_setting').values({ name: `heard ${event.news.bell}`, value: JSON.stringify(event.news), set_at: tx.now }).execute()
  if (event.news.bell === 'cracked' && broken.times-- > 0) throw new Error('the bell is cracked')
})

beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town.close())

const heard = (bell: string) => town.ctx().read((tx) => tx.db.selectFrom('house_setting').select('name').where('name', '=', `heard ${bell}`).execute())

test('news reaches the rooms below once what caused it is committed', async () => {
  await town.ctx().transaction((tx) => tx.emit('test.rang', { bell: 'small' }))
  expect(await heard('small')).toHaveLength(0)

  await town.settle()

  expect(await heard('small')).toHaveLength(1)
})

test('work that was rolled back leaves no news behind', async () => {
  const failing = town.ctx().transaction(async (tx) => {
    await tx.emit('test.rang', { bell: 'never' })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')

  await town.settle()

  expect(await heard('never')).toHaveLength(0)
})

test('a handler that fails leaves nothing half done, and its news is delivered once it works again', async () => {
  broken.times = 2
  await town.ctx().transaction((tx) => tx.emit('test.rang', { bell: 'cracked' }))
  await town.settle()
  expect(await heard('cracked')).toHaveLength(0)

  town.clock.forward(60_000)
  await town.settle()
  expect(await heard('cracked')).toHaveLength(0)
  town.clock.forward(60_000)
  await town.settle()

  expect(await heard('cracked')).toHaveLength(1)
})

test('a sender killed half-way leaves the news to be delivered by the next one, exactly once', async () => {
  await town.ctx().transaction((tx) => tx.emit('test.rang', { bell: 'struck twice' }))
  const killed = deliverNews({ ...town.house, clock: () => { throw new Error('killed here') } })
  await expect(killed).rejects.toThrow('killed here')

  await Promise.all([deliverNews(town.house), deliverNews(town.house), deliverNews(town.house)])

  expect(await heard('struck twice')).toHaveLength(1)
})
