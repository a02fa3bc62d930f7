import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { openTestCluster } from '../postgres/testing.ts'
import { migrate, MigrationFailed, readMigrations, type Migration } from './migrate.ts'

const cluster = openTestCluster(inject('cluster'))
let superuser: pg.Client
let owner: pg.ClientConfig
let number = 0

beforeAll(async () => {
  superuser = new pg.Client(cluster.connection('superuser', 'postgres'))
  await superuser.connect()
})
beforeEach(async () => {
  const name = `migrations_${process.pid}_${(number += 1)}`
  await superuser.query(`create database ${name} owner guildhall_owner`)
  owner = cluster.connection('owner', name)
})
afterAll(() => superuser.end())

const step = (name: string, sql: string): Migration => ({ name, sql, sha256: `${name}:${sql}` })
const tables = step('0001-tables', 'create table bell (name text)')
const rows = step('0002-rows', `insert into bell values ('small')`)
const wrong = step('0003-wrong', `insert into bell values ('large'); alter table nothing add column x int`)

async function look(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('changes are made in order and once', async () => {
  expect(await migrate(owner, [tables, rows])).toEqual(['0001-tables', '0002-rows'])
  expect(await migrate(owner, [tables, rows])).toEqual([])

  expect(await look('select name from bell')).toEqual([{ name: 'small' }])
})

test('a change that fails leaves the old state whole and says which it was', async () => {
  await migrate(owner, [tables, rows])

  await expect(migrate(owner, [tables, rows, wrong])).rejects.toThrow(MigrationFailed)

  expect(await look('select name from bell')).toEqual([{ name: 'small' }])
  expect(await look('select name from migration order by name')).toEqual([{ name: '0001-tables' }, { name: '0002-rows' }])
})

test('a backup is taken before anything changes, but not of an empty house', async () => {
  const backups: (readonly string[])[] = []
  const backupFirst = async (pending: readonly string[]) => { backups.push(pending) }

  await migrate(owner, [tables], { backupFirst })
  await migrate(owner, [tables, rows], { backupFirst })
  await migrate(owner, [tables, rows], { backupFirst })

  expect(backups).toEqual([['0002-rows']])
})

test('where the backup fails nothing is changed', async () => {
  await migrate(owner, [tables])

  await expect(migrate(owner, [tables, rows], { backupFirst: async () => { throw new Error('no room') } })).rejects.toThrow('no room')

  expect(await look('select name from bell')).toEqual([])
})

test('a change edited after it was made is refused', async () => {
  await migrate(owner, [tables])

  await expect(migrate(owner, [step('0001-tables', 'create table bell (name text, weight int)')])).rejects.toThrow('never be edited')
})

test('a database from a newer release is left alone', async () => {
  await migrate(owner, [tables, rows])

  await expect(migrate(owner, [tables])).rejects.toThrow('newer Guildhall')
})

test('two that start at once make each change once', async () => {
  const slow = [tables, step('0002-slow', `insert into bell select 'small' from generate_series(1, 1000)`)]

  await Promise.all([migrate(owner, slow), migrate(owner, slow), migrate(owner, slow)])

  expect(await look('select count(*)::int as bells from bell')).toEqual([{ bells: 1000 }])
})

test('the last change is made to a house that people live in, and everything they had is still there', async () => {
  const real = readMigrations('db/migrations')
  await migrate(owner, real, { upTo: real.at(-2)?.name })
  await look(`with who as (insert into person (id, name, joined_at) values (gen_random_uuid(), 'Priya', now()) returning id),
      what as (insert into organisation (id, name, kind, sight, listed_at, claimed_at) values (gen_random_uuid(), 'The Wild Bouquet', 'sole-trader', 'anyone', now(), now()) returning id),
      circle as (insert into network (id, slug, name, purpose, kind, opened_at) values (gen_random_uuid(), 'weddings', 'Weddings', 'To pass couples on', 'Trades', now()) returning id),
      works as (insert into staff (organisation_id, person_id, role, since) select what.id, who.id, 'owner', now() from what, who)
    insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select circle.id, what.id, now(), 'The Wild Bouquet', 'flowers', 'anyone' from circle, what`)

  await migrate(owner, real)

  for (const table of ['person', 'organisation', 'network', 'staff', 'membership']) expect(await look(`select count(*)::int as many from ${table}`), table).toEqual([{ many: 1 }])
  expect(await migrate(owner, real)).toEqual([])
})

test('no two of our own changes share a number, and each says why it is there', () => {
  const real = readMigrations('db/migrations')

  expect(new Set(real.map(({ name }) => name.slice(0, 4))).size).toBe(real.length)
  for (const { name, sql } of real) expect(sql.startsWith('-- '), name).toBe(true)
})
