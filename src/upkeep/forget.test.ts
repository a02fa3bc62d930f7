import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCtx } from '../kit/open-ctx.ts'
import { nobody } from '../kit/ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { forgetWhatHasServed } from './forget.ts'

let town: TestHouse
beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town.close())

test('the key of a request is forgotten after a day, and with it the answer it held', async () => {
  const asking = () => openCtx(town.house, { actor: nobody, requestKey: { key: 'key-of-today', scope: 'nobody POST /', fingerprint: 'same' } })
  const say = () => asking().transaction(async (tx) => tx.now)
  const first = await say()
  await forgetWhatHasServed(town.ctx())
  expect(await say()).toEqual(first)

  town.clock.forward(25 * 3_600_000)
  await forgetWhatHasServed(town.ctx())

  expect(await say()).not.toEqual(first)
})
