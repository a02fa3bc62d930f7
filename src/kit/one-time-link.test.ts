import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLink, readLink, showLink, useLink, withdrawLink } from './one-time-link.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

let town: TestHouse
beforeAll(async () => { town = await openTestHouse() })
afterAll(() => town.close())

const make = () => town.ctx().transaction((tx) => makeLink(tx, { act: 'join', subject: { ask: 'a1' }, endsAt: new Date(tx.now.getTime() + 60_000) }))
const use = (token: string, act = 'join') => town.ctx().transaction((tx) => useLink(tx, act, token))

test('a link works once, and then says so', async () => {
  const { token } = await make()

  expect(await use(token)).toEqual({ ask: 'a1' })

  await expect(use(token)).rejects.toThrow('already been used')
})

test('looking at a link, as mail scanners do, does not use it up', async () => {
  const { token } = await make()

  for (let look = 0; look < 3; look += 1) await town.ctx().read((tx) => readLink(tx, 'join', token))

  expect(await use(token)).toEqual({ ask: 'a1' })
})

test('two presses at once use it once', async () => {
  const { token } = await make()

  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => use(token)))

  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a link for one act does not open another', async () => {
  const { token } = await make()

  await expect(use(token, 'sign-in')).rejects.toThrow('not one of ours')
})

test('a link that was cut short, mistyped or made up is not one of ours', async () => {
  const { token } = await make()
  const wrong = [token.slice(0, -1), token.slice(0, -8) + 'AAAAAAAA', token.replace('gh_link', 'gh_token'), 'gh_link_', '', '💐', `${token}\u0000`]

  for (const text of wrong) await expect(use(text)).rejects.toThrow('not one of ours')
})

test('a link says when it has run out or was withdrawn', async () => {
  const late = await make()
  town.clock.forward(120_000)
  await expect(use(late.token)).rejects.toThrow('run out')

  const taken = await make()
  await town.ctx().transaction((tx) => withdrawLink(tx, taken.id))
  await expect(use(taken.token)).rejects.toThrow('withdrawn')
})

test('the link can be shown again from its id, and the database alone cannot make it', async () => {
  const { id, token } = await make()

  expect(showLink(town.house, id)).toBe(token)
  const stored = await town.ctx().read((tx) => tx.db.selectFrom('one_time_link').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  expect(JSON.stringify(stored)).not.toContain(token.slice(-49, -6))
})
