import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './database/open.ts'
import { openCtx } from './open-ctx.ts'
import { forgetOldTurns, giveTurnBack, takeTurn } from './limit.ts'
import { TooMany } from './refusal.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

const three = { points: 3, perSeconds: 60 }
let house: TestHouse

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('a fourth try in a minute is refused, saying how long to wait; a minute later all begins again', async () => {
  for (let tried = 0; tried < 3; tried += 1) await takeTurn(house.ctx(), 'door', three)
  house.clock.forward(20_000)

  await expect(takeTurn(house.ctx(), 'door', three)).rejects.toMatchObject({ kind: 'too-many', retryAfterSeconds: 40 })
  await takeTurn(house.ctx(), 'another door', three)
  house.clock.forward(40_000)
  await takeTurn(house.ctx(), 'door', three)
})

test('two nodes with many at once share one count', async () => {
  const second = openDatabase({ ...house.app, max: 4 }, house.house.log)
  const nodes = [house.ctx(), openCtx({ ...house.house, db: second.db }, { actor: { by: 'nobody' } })]

  const tries = await Promise.allSettled(Array.from({ length: 40 }, (_, turn) => takeTurn(nodes[turn % 2] ?? house.ctx(), 'shared', { points: 7, perSeconds: 60 })))

  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(7)
  expect(tries.filter((one) => one.status === 'rejected').every((one) => one.reason instanceof TooMany)).toBe(true)
  await second.close()
})

test('a refusal of what came after does not undo the count', async () => {
  for (let tried = 0; tried < 3; tried += 1) {
    await expect((async () => { await takeTurn(house.ctx(), 'failing', three); throw new Error('no') })()).rejects.toThrow('no')
  }

  await expect(takeTurn(house.ctx(), 'failing', three)).rejects.toThrow(TooMany)
})

test('a turn given back does not count, and old counts are forgotten; no key is stored readably', async () => {
  for (let tried = 0; tried < 10; tried += 1) {
    await takeTurn(house.ctx(), 'priya@example.org', three)
    await giveTurnBack(house.ctx(), 'priya@example.org')
  }
  const rows = () => house.ctx().read((tx) => tx.db.selectFrom('limit_count').selectAll().execute())
  expect(JSON.stringify(await rows())).not.toContain('priya')

  house.clock.forward(3_600_000)
  await house.ctx().transaction(forgetOldTurns)
  expect(await rows()).toEqual([])
})
