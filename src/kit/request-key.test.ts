import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from './ctx.ts'
import { openCtx } from './open-ctx.ts'
import { AlreadySent } from './refusal.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

let town: TestHouse
beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town.close())

const asking = (key: string, fingerprint = 'same words') => openCtx(town.house, { actor: nobody, requestKey: { key, scope: 'nobody POST /bells', fingerprint } })

/** Rings once and says when. */
const ring = (key: string, name: string, fingerprint?: string) => asking(key, fingerprint).transaction(async (tx) => {
  await tx.db.insertInto('house_setting').values({ name, value: '1', set_at: tx.now }).execute()
  return { name, at: tx.now }
})

test('the same request sent again changes nothing and gets the same answer, dates and all', async () => {
  const first = await ring('key-0001', 'once')
  town.clock.forward(1_000)

  const again = await ring('key-0001', 'once')

  expect(again).toEqual(first)
  expect(again.at).toBeInstanceOf(Date)
})

test('twenty of the same at once have one effect', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ring('key-0002', 'at once')))

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('the same key with other words is refused', async () => {
  await ring('key-0003', 'words')

  await expect(ring('key-0003', 'other', 'other words')).rejects.toThrow(AlreadySent)
})

test('a request that failed may be tried again with its key', async () => {
  const failing = asking('key-0004').transaction(async () => { throw new Error('no luck') })
  await expect(failing).rejects.toThrow('no luck')

  const again = await ring('key-0004', 'second try')

  expect(again.name).toBe('second try')
})
