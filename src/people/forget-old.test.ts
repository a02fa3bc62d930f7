import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { allChores } from '../kit/jobs/define.ts'
import { makeLink } from '../kit/one-time-link.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import './forget-old.ts'
import { askForSignInLink } from './sign-in-by-link.ts'
import { arrive } from './testing/people.ts'

const DAY = 24 * 3_600_000
let house: TestHouse

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('old sessions and our own old links are forgotten, those of other rooms are not', async () => {
  const priya = await arrive(house, 'Priya')
  await askForSignInLink(house.ctx(nobody), { email: priya.email })
  await house.ctx().transaction((tx) => makeLink(tx, { act: 'answer', subject: {}, endsAt: tx.now }))
  house.clock.forward(31 * DAY)
  const tom = await arrive(house, 'Tom')

  const chore = allChores().find((one) => one.name === 'people.forget-old')
  expect(chore).toBeDefined()
  await chore?.run(house.ctx())

  const left = await house.ctx().read(async (tx) => [await tx.db.selectFrom('session').select('person_id').execute(), await tx.db.selectFrom('one_time_link').select('act').execute()])
  expect(left).toEqual([[{ person_id: tom.person }], [{ act: 'answer' }]])
})
