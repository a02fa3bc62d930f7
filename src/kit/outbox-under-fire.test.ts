import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { deliverNews } from './deliver-news.ts'
import { openDatabase } from './database/open.ts'
import type { House } from './open-ctx.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'
import { when } from './when.ts'

declare module './events.ts' {
  interface Events { 'test.happened': { number: number } }
}

const NEWS = process.env.NIGHT ? 10_000 : 300
let house: TestHouse
let owner: pg.Client
let outside: pg.Pool
let knife: pg.Client // one may cut the connections of one’s own role
let failing = 0.3

when('test.happened', 'test: write it down', async ({ db }, { news, id }) => {
  await sql`insert into told (event, number) values (${id}, ${news.number})`.execute(db)
  if (Math.random() < failing) throw new Error('the receiver is not well')
})
when('test.happened', 'test: write it down elsewhere, at once', async (_, { news, id }) => {
  await outside.query('insert into told_outside (event, number) values ($1, $2)', [id, news.number]) // the control: not in the transaction of the delivery
  if (Math.random() < failing) throw new Error('the receiver is not well')
})

beforeAll(async () => {
  house = await openTestHouse()
  owner = new pg.Client(house.owner)
  outside = new pg.Pool({ ...house.owner, max: 3 })
  knife = new pg.Client(house.app)
  for (const client of [owner, knife]) await client.connect()
  await owner.query('create table told (event uuid, number int); grant select, insert on told to guildhall_app; create table told_outside (event uuid, number int)')
})
afterAll(async () => {
  for (const client of [owner, outside, knife]) await client.end()
  await house.close()
})

/** Every tenth change is undone after it has spoken; of those nobody may ever hear. */
async function makeNews(): Promise<void> {
  for (let from = 0; from < NEWS; from += 50) {
    await house.ctx().transaction(async (tx) => { for (let number = from; number < from + 50; number += 1) await tx.emit('test.happened', { number }) })
    await house.ctx().transaction(async (tx) => {
      await tx.emit('test.happened', { number: -1 })
      throw new Error('changed its mind')
    }).catch(() => undefined)
  }
}

test(`${NEWS} pieces of news reach a receiver that fails three times in ten, from senders that are killed, once each`, { timeout: NEWS * 500 }, async () => {
  await makeNews()
  let done = false
  let kills = 0
  const senders = [1, 2, 3].map(async () => {
    const { db, close } = openDatabase({ ...house.app, max: 2, application_name: 'sender' }, house.house.log)
    const node: House = { ...house.house, db }
    while (!done) {
      house.clock.forward(60 * 60_000)
      const tried = await deliverNews(node, 50).catch(() => 1) // its connection was cut; it begins again
      if (tried === 0) break
    }
    await close()
  })
  const killer = (async () => {
    while (!done) {
      const { rows } = await knife.query<{ killed: boolean }>(`select pg_terminate_backend(pid) as killed from pg_stat_activity where application_name = 'sender' and datname = current_database() and random() < 0.2`)
      kills += rows.length
      await new Promise((next) => { setTimeout(next, 40) })
    }
  })()
  await Promise.all(senders)
  done = true
  await killer
  failing = 0
  house.clock.forward(24 * 60 * 60_000)
  await house.settle()

  const told = await owner.query<{ number: number; times: number }>('select number, count(*)::int as times from told group by number')
  const outsideTold = await owner.query<{ times: number }>('select count(*)::int as times from told_outside group by event having count(*) > 1')
  console.log(`${NEWS} pieces of news, ${kills} connections cut: ${told.rows.filter(({ times }) => times === 1).length} told once; outside the transaction ${outsideTold.rows.length} more than once`)
  expect(told.rows.filter(({ times, number }) => times !== 1 || number < 0)).toEqual([])
  expect(told.rows).toHaveLength(NEWS)
  expect(outsideTold.rows.length, 'control: a receiver that writes past the transaction is told more than once').toBeGreaterThan(0)
})

