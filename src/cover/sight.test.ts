import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { imagineCover, KEYS, throughRowSecurity, throughStores, whatTheRuleSays, writeCover, type CoverWorld, type Seen } from './testing/cover-world.ts'

let town: TestHouse
let world: CoverWorld
let owner: pg.Client
let app: pg.Client
let unguarded: ReturnType<typeof openDatabase>

beforeAll(async () => {
  town = await openTestHouse()
  town.clock.forward(Date.now() - town.clock.now().getTime()) // sight ends by the database's clock too
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app)
  await owner.connect()
  await app.connect()
  world = imagineCover()
  await writeDown(world, owner, town.clock.now())
  await writeCover(world, owner)
  unguarded = openDatabase({ ...town.owner, max: 2 }, town.house.log)
})
afterAll(async () => {
  await unguarded?.close()
  await app?.end()
  await owner?.end()
  await town?.close()
})

/** The stores on a connection that row-level security does not bind. */
const byStoresAlone = (actor: Actor): Promise<Seen> => openCtx({ ...town.house, db: unguarded.db }, { actor }).read((tx) => throughStores(tx, world))
const member = (): Actor => world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }

describe('what each viewer sees of cover is exactly what the rule says', () => {
  const names = [...new Set(imagineCover().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name).slice(0, 1)) expect(await byStoresAlone(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test('the rule has something to say: an associate sees fewer clients than covers, and fewer covers than they were asked for', () => {
    const seen = whatTheRuleSays(world, member())
    const count = (table: string) => seen[table]?.length ?? 0
    expect([count('cover_asked') > count('cover'), count('cover') > count('cover_pack'), count('cover_pack') > count('cover_client'), count('bench_place') > 1]).toEqual([true, true, true, true])
  })
})

describe('a wall that is missing is noticed', () => {
  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(app, member()))[table]).not.toEqual(whatTheRuleSays(world, member())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  let unscoped: Promise<Seen> | undefined
  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    unscoped ??= byStoresAlone({ by: 'house' })
    expect((await unscoped)[table]).not.toEqual(whatTheRuleSays(world, member())[table])
  })
})

test.each([
  ['choose themselves', 'update cover_asked set chosen_at = now(), closed_at = null'], ['agree for the client', 'update cover set client_agreed_at = now()'], ['agree to terms', 'update bench_terms set agreed_at = now()'],
  ['see for longer', 'update cover_asked set sees_until = null'], ['rewrite a client', "update cover_client set name = 'x'"], ['rewrite a pack', "update cover_pack set how = 'x'"], ['forget a cover', 'delete from cover'], ['end a place', 'update bench_place set ended_at = now()'],
])('nobody’s own hand can %s', async (_, statement) => {
  await app.query('begin')
  for (const [name, value] of [['person', member().person], ['organisation', member().organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
  const { rowCount } = await app.query(statement).finally(() => app.query('rollback'))
  expect(rowCount).toBe(0)
})
