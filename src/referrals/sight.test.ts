import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { imagineReferrals, writeReferrals, type ReferralsWorld } from './testing/referrals-world.ts'
import { KEYS, OF_THE_HOUSE, throughRowSecurity, throughStores, whatTheRuleSays, type Seen } from './testing/what-walls-show.ts'

let town: TestHouse
let world: ReferralsWorld
let owner: pg.Client
let app: pg.Client
let unguarded: ReturnType<typeof openDatabase>

beforeAll(async () => {
  town = await openTestHouse()
  town.clock.forward(Date.now() - town.clock.now().getTime()) // grants end by the database's clock too
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app)
  await owner.connect()
  await app.connect()
  world = imagineReferrals()
  await writeDown(world, owner, town.clock.now())
  await writeReferrals(world, owner)
  await owner.query('analyze')
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

/** One of each kind of viewer, and every organisation's own staff: each of them is giver, receiver, decliner and later receiver of some. */
const owners = () => world.organisations.flatMap((one): Actor[] => {
  const staff = world.staff.find((each) => each.organisation === one.id && !each.left)
  return staff && world.referrals.some((each) => each.givenBy === one.id) ? [{ by: 'session', person: staff.person as Id<'person'>, organisation: one.id }] : [] // the world keeps ids as text
})

describe('what each viewer sees of referrals is exactly what the rule says', () => {
  const names = [...new Set(imagineReferrals().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name).slice(0, 1)) expect(await byStoresAlone(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test('everyone who gives, receives, declines or comes later in a chain, with either wall alone', async () => {
    expect(owners().length).toBeGreaterThan(3)
    for (const actor of owners()) expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
    for (const actor of owners().slice(0, 3)) expect(await byStoresAlone(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test('the rule has something to say: some rows of each table are seen by some and not by others', () => {
    const all = [...owners(), ...world.viewers.map(({ actor }) => actor)].map((actor) => whatTheRuleSays(world, actor))
    for (const table of Object.keys(KEYS)) expect(new Set(all.map((seen) => seen[table]?.length)).size, table).toBeGreaterThan(1)
  })
})

describe('a wall that is missing is noticed', () => {
  const someone = (): Actor => owners()[0] ?? { by: 'nobody' }

  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(app, someone()))[table]).not.toEqual(whatTheRuleSays(world, someone())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  let unscoped: Promise<Seen> | undefined
  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    unscoped ??= byStoresAlone({ by: 'house' })
    expect((await unscoped)[table]).not.toEqual(whatTheRuleSays(world, someone())[table])
  })
})

describe('nobody but the house writes', () => {
  const as = async (actor: Actor, statement: string) => {
    await app.query('begin')
    for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
    return app.query(statement).finally(() => app.query('rollback'))
  }

  test.each([...Object.keys(KEYS), ...OF_THE_HOUSE])('not even its own side changes or deletes %s by hand', async (table) => {
    const [actor] = owners()
    const column = (await owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1`, [table])).rows[0]?.name ?? ''
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`]) {
      expect((await as(actor ?? { by: 'nobody' }, statement)).rowCount, statement).toBe(0)
    }
  })

  test('the database itself sends nothing without a yes', async () => {
    await expect(owner.query(`update referral set yes_at = null, yes_how = null where offered_at is not null`)).rejects.toThrow('nothing_is_sent_without_a_yes')
  })
})
