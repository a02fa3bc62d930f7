import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { arrive } from './testing/people.ts'

// Row-level security alone: plain SQL under the application's role, with every query and rule of ours out of the way.

let house: TestHouse
let priya: Awaited<ReturnType<typeof arrive>>
let tom: Awaited<ReturnType<typeof arrive>>

beforeAll(async () => {
  house = await openTestHouse()
  priya = await arrive(house, 'Priya')
  tom = await arrive(house, 'Tom')
  const owner = new pg.Client(house.owner)
  await owner.connect()
  for (const { person } of [priya, tom]) {
    await owner.query(`insert into passkey (id, person_id, credential, public_key, counter, transports, name, made_at) values (gen_random_uuid(), $1, $2, '', 0, '{}', 'Key', now())`, [person, `key of ${person}`])
    await owner.query(`insert into outside_identity (issuer, subject, person_id, made_at, used_at) values ('https://login.example', $1, $2, now(), now())`, [`sub of ${person}`, person])
    await owner.query(`insert into api_token (id, key, hash, person_id, name, scopes, made_at, ends_at) values (gen_random_uuid(), $1, '', $2, 'Website', '{read}', now(), now() + interval '1 day')`, [`token of ${person}`, person])
    await owner.query(`with works as (insert into organisation (id, name, kind, sight, listed_at, listed_by, claimed_at) values (gen_random_uuid(), 'Theirs', 'company', 'only_us', now(), $1, now()) returning id)
      insert into held_act (id, person_id, organisation_id, kind, words, held_at, ends_at) select gen_random_uuid(), $1, id, 'team', '{}', now(), now() + interval '1 day' from works`, [person])
    await owner.query(`insert into calendar_link (person_id, id, hash, made_at) values ($1, $2, '', now())`, [person, `calendar of ${person}`])
  }
  await owner.end()
})
afterAll(() => house.close())

async function asPerson<Row extends pg.QueryResultRow>(person: string, sql: string): Promise<pg.QueryResult<Row>> {
  const app = new pg.Client(house.app)
  await app.connect()
  try {
    await app.query('begin')
    await app.query(`set local guildhall.person = '${person}'`)
    return await app.query<Row>(sql)
  } finally {
    await app.query('rollback')
    await app.end()
  }
}

test.each(['account', 'session', 'passkey', 'outside_identity', 'api_token', 'calendar_link', 'held_act'])('a person reads their own rows of %s and nobody else’s', async (table) => {
  const { rows } = await asPerson<{ person_id: string }>(priya.person, `select person_id from ${table}`)

  expect(rows.map((row) => row.person_id)).toEqual([priya.person])
})

test('a stranger’s name is out of sight', async () => {
  expect((await asPerson(priya.person, 'select name from person')).rows).toEqual([{ name: 'Priya' }])
})

test.each(['account', 'session', 'passkey', 'outside_identity', 'api_token', 'calendar_link', 'held_act'])('nobody can change or delete another’s row of %s', async (table) => {
  expect((await asPerson(priya.person, `update ${table} set person_id = person_id where person_id = '${tom.person}'`)).rowCount).toBe(0)
  expect((await asPerson(priya.person, `delete from ${table} where person_id = '${tom.person}'`)).rowCount).toBe(0)
})

test('nobody can hand their session, or a key to it, to someone else, or make one for them', async () => {
  await expect(asPerson(priya.person, `update session set person_id = '${tom.person}'`)).rejects.toThrow('row-level security')
  await expect(asPerson(priya.person, `insert into session (id, key, hash, person_id, started_at, seen_at, proved_at, how, device, address)
    values (gen_random_uuid(), 'x', '', '${tom.person}', now(), now(), now(), 'password', '', '')`)).rejects.toThrow('row-level security')
})

test('nobody makes themselves a host', async () => {
  await expect(asPerson(priya.person, `insert into host (person_id, since) values ('${priya.person}', now())`)).rejects.toThrow('row-level security')
})

test('without an identity nothing at all is seen', async () => {
  for (const table of ['person', 'account', 'session', 'passkey', 'outside_identity', 'api_token', 'calendar_link', 'held_act', 'host']) expect((await asPerson('', `select 1 from ${table}`)).rows).toEqual([])
})

test('control: as the owner, whom the walls do not bind, both are seen', async () => {
  const owner = new pg.Client(house.owner)
  await owner.connect()
  const { rows } = await owner.query('select person_id from session')
  await owner.end()

  expect(rows).toHaveLength(2)
})
