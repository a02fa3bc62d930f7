import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { statementsNoted } from '../testing/statements.ts'

// By day not every test runs on your own PostgreSQL too. What it would not understand is found all the same: it is asked to prepare every
// statement that the tests sent to the one that comes along.

const noted = statementsNoted()
let house: TestHouse
let client: pg.Client
beforeAll(async () => {
  house = await openTestHouse()
  client = new pg.Client(house.app)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await house.close()
})

/** What it says of a statement it does not understand; nothing where it does. */
async function troubleWith(text: string): Promise<string | undefined> {
  return client.query(`prepare one as ${text}`).then(() => client.query('deallocate one')).then(() => undefined, (error: unknown) => `${String(error)}: ${text.slice(0, 300)}`)
}

test.skipIf(noted.length === 0)('this PostgreSQL understands every statement that the other was sent', async () => {
  const troubles: string[] = []
  for (const text of noted) {
    const trouble = await troubleWith(text)
    if (trouble) troubles.push(trouble)
  }

  expect(troubles).toEqual([])
  expect(noted.length).toBeGreaterThan(1000)
})

test('control: a function, a column and a word it does not know are noticed', async () => {
  for (const text of ['select from_the_future(1)', 'select no_such_column from person', 'select 1 frm person']) expect(await troubleWith(text)).toContain(text)
  expect(await troubleWith('select name from person where id = $1')).toBeUndefined()
})
