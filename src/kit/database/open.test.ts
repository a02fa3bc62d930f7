import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { openDatabase } from './open.ts'
import { MOST_PLANS } from './remember-plans.ts'
import { codeOf } from './transaction.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('a connection cut between two statements of a change fails that change and nothing else', async () => {
  const killer = new pg.Client(house.app) // one may cut the connections of one’s own role
  await killer.connect()

  const change = house.ctx().transaction(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db)
    await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    while ((await killer.query('select from pg_stat_activity where pid = $1', [rows[0]?.pid])).rowCount) { /* until it has gone, and we have been told */ }
    await new Promise((next) => { setImmediate(next) })
    await sql`select 1`.execute(tx.db)
  })

  const error: unknown = await change.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(['57P01', ''], String(error)).toContain(codeOf(error))
  expect(await house.ctx().read(async (tx) => (await sql<{ one: number }>`select 1 as one`.execute(tx.db)).rows)).toEqual([{ one: 1 }])
  await killer.end()
})

test('a statement is planned once for all values, and says itself how much is wanted', async () => {
  const kept = await house.ctx().read(async (tx) => {
    for (const after of ['', 'a', 'b']) await tx.db.selectFrom('house_setting').select('name').where('name', '>', after).orderBy('name').limit(7).execute()
    return (await sql<{ statement: string; custom: number }>`select statement, custom_plans as custom from pg_prepared_statements where statement like ${'%house_setting%'}`.execute(tx.db)).rows
  })

  expect(kept).toEqual([{ statement: 'select "name" from "house_setting" where "name" > $1 order by "name" limit 7', custom: 0 }])
})

test('of more statements than are kept, those asked for last stay, in a change that fails too, and each goes on being answered', async () => {
  const { db, close } = openDatabase({ ...house.app, max: 1 }, house.house.log)
  const ask = async (number: number) => (await sql<{ is: number }>`select ${sql.raw(String(number))} + ${1}::int as is`.execute(db)).rows[0]?.is
  const kept = async () => (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map(({ statement }) => statement)

  for (let number = 0; number < MOST_PLANS + 40; number += 1) expect([await ask(number), await ask(0)]).toEqual([number + 1, 1])
  const failed = db.transaction().execute(async (tx) => {
    await sql`select 1 / ${0}::int as never`.execute(tx).catch(() => undefined)
    await sql`select 'now one must go' || ${''}::text`.execute(tx)
  })
  await expect(failed).rejects.toThrow('aborted')
  for (const number of [1, 2, 0]) expect(await ask(number)).toBe(number + 1)

  const now = await kept()
  expect(now.length).toBeGreaterThan(MOST_PLANS - 10)
  expect(now.length).toBeLessThanOrEqual(MOST_PLANS + 1) // one could not be forgotten
  expect(now.filter((text) => / (0|1|2|3) \+ /.test(text)).map((text) => /\d+/.exec(text)?.[0]).sort()).toEqual(['0', '1', '2'])
  await close()
})
