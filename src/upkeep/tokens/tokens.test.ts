import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfirmItIsYou, Invalid, NotAllowed, NotFound } from '../../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { actorOf, arrive } from '../../people/testing/people.ts'
import { closeAccount } from '../../people/close-account.ts'
import { findToken, listTokens, makeToken, mayWith, scopeFor, withdrawToken } from './index.ts'

const DAY = 24 * 3_600_000
const wanted = { name: 'Our website', scopes: ['read'], lasts: 'month' }
let house: TestHouse
const find = (text: string) => house.ctx().transaction((tx) => findToken(tx, text))

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('a token speaks for its maker, within its scopes, and is stored as a hash', async () => {
  const priya = await arrive(house, 'Priya')

  const { text, token } = await makeToken(priya.ctx, wanted)

  expect(await find(text)).toMatchObject({ by: 'token', person: priya.person, scopes: ['read'] })
  expect(await listTokens(priya.ctx)).toMatchObject([{ id: token.id, name: 'Our website', usedAt: house.clock.now() }])
  const rows = await house.ctx().read((tx) => tx.db.selectFrom('api_token').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain(text.split('_').at(-1)?.slice(0, 43))
  expect([['get', '/me'], ['POST', '/teams'], ['post', '/networks/{slug}/briefs/readings'], ['POST', '/confirmations'], ['POST', '/tokens']].map(([method = '', path = '']) => scopeFor(method, path))).toEqual(['read', 'write', 'read', 'draft', undefined])
  expect([mayWith(['read'], 'read'), mayWith(['read'], 'write'), mayWith(['write'], 'read'), mayWith(['write'], 'draft'), mayWith(['draft'], 'write')]).toEqual([true, false, false, true, false])
})

test('it ends by itself, by withdrawing, and when its maker leaves', async () => {
  const tom = await arrive(house, 'Tom')
  const [first, second, third] = [await makeToken(tom.ctx, wanted), await makeToken(tom.ctx, { ...wanted, lasts: 'year' }), await makeToken(tom.ctx, { ...wanted, lasts: 'year' })]

  await withdrawToken(tom.ctx, second.token.id)
  expect(await find(second.text)).toBeUndefined()
  await expect(withdrawToken(tom.ctx, second.token.id)).rejects.toThrow(NotFound)
  await closeAccount(tom.ctx)
  expect(await find(third.text)).toBeUndefined()
  await house.settle()
  expect(await house.ctx().read((tx) => tx.db.selectFrom('api_token').select('id').where('person_id', '=', tom.person).execute())).toEqual([])

  const jo = await arrive(house, 'Jo')
  const short = await makeToken(jo.ctx, wanted)
  house.clock.forward(30 * DAY)
  expect(await find(short.text)).toBeUndefined()
  expect(await find(first.text)).toBeUndefined()
})

test('a forged token is nobody', async () => {
  const mel = await arrive(house, 'Mel')
  const { text } = await makeToken(mel.ctx, wanted)

  for (const bad of ['', text.slice(0, -1), text.replace('token', 'session'), mel.token]) expect(await find(bad)).toBeUndefined()
})

test('making one wants a fresh proof; a program makes none; another’s cannot be withdrawn', async () => {
  const ruth = await arrive(house, 'Ruth')
  const asha = await arrive(house, 'Asha')
  const { text, token } = await makeToken(ruth.ctx, { ...wanted, scopes: ['read', 'write'] })

  await expect(withdrawToken(asha.ctx, token.id)).rejects.toThrow(NotFound)
  await expect(makeToken(house.ctx(await find(text)), wanted)).rejects.toThrow(NotAllowed)
  house.clock.forward(31 * 60_000)
  await expect(makeToken(house.ctx(await actorOf(house, ruth.token)), wanted)).rejects.toThrow(ConfirmItIsYou)
})

test('what is wanted is said in words', async () => {
  const nell = await arrive(house, 'Nell')

  const refused = await makeToken(nell.ctx, { name: '', scopes: ['everything'], lasts: 'ever', more: 1 }).catch((error: unknown) => error)

  expect((refused as Invalid).problems.map((problem) => problem.field).sort()).toEqual(['lasts', 'more', 'name', 'scopes.0'])
})
