import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { imagineIntroductions, KEYS, throughRowSecurity, throughStores, whatTheRuleSays, writeIntroductions, type IntroductionsWorld, type Seen } from './testing/introductions-world.ts'

let town: TestHouse
let world: IntroductionsWorld
let owner: pg.Client
let app: pg.Client
let unguarded: ReturnType<typeof openDatabase>

beforeAll(async () => {
  town = await openTestHouse()
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app)
  await owner.connect()
  await app.connect()
  world = imagineIntroductions()
  await writeDown(world, owner, town.clock.now())
  await writeIntroductions(world, owner)
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

describe('what each viewer knows of introductions is exactly what the rule says', () => {
  const names = [...new Set(imagineIntroductions().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name).slice(0, 1)) expect(await byStoresAlone(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test('the rule has something to say: some rows of each table are known to some and not to others', () => {
    const all = world.viewers.map(({ actor }) => whatTheRuleSays(world, actor))
    for (const table of Object.keys(KEYS)) expect(new Set(all.map((seen) => seen[table]?.length)).size, table).toBeGreaterThan(1)
  })

  test('nobody but those asked reads a no: not the asker, not the introducer, not the organiser', () => {
    const fact = world.introductions.find((one) => one.howFar === 'ended at the other side' && one.introducer)
    const asker = world.viewers.find((viewer) => viewer.actor.organisation === fact?.asker)?.actor ?? { by: 'nobody' }
    expect(whatTheRuleSays(world, asker)['introduction_word']).not.toContain(`${fact?.id} ${fact?.other}`)
  })
})

describe('a wall that is missing is noticed', () => {
  const party = () => world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }

  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(app, party()))[table]).not.toEqual(whatTheRuleSays(world, party())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  let unscoped: Promise<Seen> | undefined
  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    unscoped ??= byStoresAlone({ by: 'house' })
    expect((await unscoped)[table]).not.toEqual(whatTheRuleSays(world, party())[table])
  })
})

test.each([
  ['agree for others', "update introduction_word set said = 'yes', said_at = now()"], ['make an introduction', 'update introduction set made_at = now()'], ['forget one', 'delete from introduction'],
  ['change how others are reached', "update introduction_contact set phone = '1'"], ['rewrite a note', "update introduction_note set words = 'x'"],
])('nobody’s own hand can %s', async (_, statement) => {
  const actor = world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }
  await app.query('begin')
  for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
  const { rowCount } = await app.query(statement).finally(() => app.query('rollback'))
  expect(rowCount).toBe(0)
})
