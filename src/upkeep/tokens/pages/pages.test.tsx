import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../kit/testing/house.ts'
import { arrive } from '../../../people/testing/people.ts'
import { openPages } from '../../../people/testing/web.tsx'
import { findToken } from '../index.ts'
import { tokensPages } from './index.tsx'

let house: TestHouse

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('Priya makes a token, sees it this once, and withdraws it', async () => {
  const web = openPages(house, tokensPages)
  web.jar.set('__Host-guildhall', (await arrive(house, 'Priya')).token)
  expect((await web.get('/tokens')).body).toContain('No tokens yet')

  expect((await web.post('/tokens', { name: '', lasts: 'month' })).status).toBe(422)
  const made = await web.post('/tokens', { name: 'Our website', scopes: ['read', 'write'], lasts: 'month' })
  const text = /gh_token_\w+/.exec(made.body)?.[0] ?? ''
  expect(made.status).toBe(201)
  expect(await house.ctx().transaction((tx) => findToken(tx, text))).toMatchObject({ scopes: ['read', 'write'] })

  const page = (await web.get('/tokens')).body
  expect([page.includes('Our website'), page.includes(text)]).toEqual([true, false])
  expect((await web.post(/action="(\/tokens\/[0-9a-f-]+\/withdrawal)"/.exec(page)?.[1] ?? '')).status).toBe(303)
  expect((await web.get('/tokens')).body).toContain('Withdrawn')
})

test('the page asks for a fresh proof, and for signing in', async () => {
  const web = openPages(house, tokensPages)
  expect((await web.get('/tokens')).body).toContain('sign-in-first')

  web.jar.set('__Host-guildhall', (await arrive(house, 'Tom')).token)
  house.clock.forward(31 * 60_000)
  expect((await web.get('/tokens')).body).toContain('confirm-it-is-you')
})
