import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { imagine, writeDown, type World } from './testing/sight-world.ts'
import { asStoresAsk, KEYS, throughRowSecurity, throughStores } from './testing/what-walls-show.ts'
import { whatTheRuleSays, type Seen } from './testing/who-may-see.ts'

let town: TestHouse
let world: World
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
  world = imagine()
  await writeDown(world, owner, town.clock.now())
  await owner.query('analyze')
  unguarded = openDatabase({ ...town.owner, max: 2 }, town.house.log)
})

afterAll(async () => {
  await unguarded?.close()
  await app?.end()
  await owner?.end()
  await town?.close()
})

async function readAs(actor: Actor, query: string): Promise<readonly string[]> {
  await app.query('begin')
  for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
  const { rows } = await app.query<{ key: string }>(query)
  await app.query('rollback')
  return rows.map((row) => row.key)
}

/** The stores on a connection that row-level security does not bind. */
const byStoresAlone = (actor: Actor, asIf: Actor = actor): Promise<Seen> =>
  openCtx({ ...town.house, db: unguarded.db }, { actor: asIf }).read((tx) => throughStores(tx, world))

describe('what each viewer sees is exactly what the rule says', () => {
  const names = [...new Set(imagine().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) {
      expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
    }
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) {
      expect(await byStoresAlone(actor)).toEqual(asStoresAsk(world, actor, whatTheRuleSays(world, actor)))
    }
  })

  test('the world is one in which the rule has something to say: some rows of each table are seen by some and not by others', () => {
    const all = world.viewers.map(({ actor }) => whatTheRuleSays(world, actor))
    for (const table of Object.keys(KEYS)) expect(new Set(all.map((seen) => seen[table]?.length)).size, table).toBeGreaterThan(1)
  })
})

describe('a wall that is missing is noticed', () => {
  const member = () => world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }

  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(app, member()))[table]).not.toEqual(whatTheRuleSays(world, member())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  test('a policy that forgets that grants end', async () => {
    const late = world.viewers.find((viewer) => viewer.name === 'shown the page by a grant that ended')?.actor ?? member()
    const { rows } = await owner.query<{ body: string }>("select pg_get_functiondef('granting'::regproc) as body")
    const body = rows[0]?.body ?? ''
    await owner.query(body.replace('g.until_at > at', 'true'))
    try {
      expect(await throughRowSecurity(app, late)).not.toEqual(whatTheRuleSays(world, late))
    } finally {
      await owner.query(body)
    }
  })

  let unscoped: Promise<Seen> | undefined
  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    unscoped ??= byStoresAlone(member(), { by: 'house' })
    expect((await unscoped)[table]).not.toEqual(asStoresAsk(world, member(), whatTheRuleSays(world, member()))[table])
  })
})

describe('the views that policies share', () => {
  test('show nothing beyond the rule, whoever reads them', async () => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.actor.by !== 'house')) {
      const rule = whatTheRuleSays(world, actor)
      const pages = await readAs(actor, 'select id::text as key from page_in_sight')
      const shared = await readAs(actor, 'select distinct organisation_id::text as key from shared_membership')
      expect([...pages].sort()).toEqual(rule.organisation)
      const members = new Set(rule.membership?.map((key) => key.split(' ')[1]))
      expect(shared.filter((id) => !members.has(id))).toEqual([])
    }
  })
})

describe('the third wall: keys cannot store a reference into another network', () => {
  test('a capability has no parent in another network', async () => {
    const [here, there] = world.capabilities
    await expect(owner.query('update capability set parent_id = $1 where id = $2', [there?.id, here?.id])).rejects.toThrow(/foreign key/)
  })
})

describe('what is not one’s own cannot be written either', () => {
  const stranger = () => world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }
  const attempts: readonly [string, string][] = [
    ['rename every organisation', "update organisation set name = 'Ours now'"],
    ['open every page', "update organisation set sight = 'anyone'"],
    ['rewrite every contact', "update organisation_contact set phone = '0'"],
    ['rewrite every place', "update organisation_place set town = 'Ours'"],
    ['take register numbers away', 'delete from identifier'],
    ['change every role', "update staff set role = 'member'"],
    ['end all grants', 'update sight_grant set withdrawn_at = now()'],
    ['count partners for others', 'update sight_partner set ended_at = now()'],
    ['rename networks', "update network set name = 'Ours'"],
    ['end organisers', 'update organiser set ended_at = now()'],
    ['retire the vocabulary', 'update capability set retired_at = now()'],
    ['withdraw join links', 'update join_link set withdrawn_at = now()'],
    ['end memberships', 'update membership set left_at = now()'],
    ['delete organisations', 'delete from organisation'],
  ]

  test.each(attempts)('a member of the same network cannot %s of others', async (_, statement) => {
    const actor = stranger()
    await app.query('begin')
    for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
    const { rowCount } = await app.query(statement)
    await app.query('rollback')
    expect(rowCount).toBeLessThanOrEqual(1) // their own row, where there is one
  })

  test.each([
    ['make themselves staff of another', `insert into staff (organisation_id, person_id, role, since) values ($1, $2, 'owner', now())`],
    ['make themselves a member of another network', `insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) values ($3, $4, now(), 'x', 'x', 'anyone')`],
    ['make themselves organiser', `insert into organiser (network_id, person_id, since) values ($3, $2, now())`],
    ['grant themselves sight', `insert into sight_grant (organisation_id, id, subject_kind, subject_id, to_organisation_id, reason, from_at, until_at) values ($1, gen_random_uuid(), 'page', $1, $4, 'x', now(), now() + interval '1 day')`],
    ['be counted as partner', `insert into sight_partner (organisation_id, partner_id, counted_at) values ($1, $4, now())`],
  ])('a member cannot %s', async (_, statement) => {
    const actor = stranger()
    await app.query('begin')
    for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
    const used = statement.replaceAll('$1', `'${world.organisations[5]?.id}'::uuid`).replaceAll('$2', `'${actor.person}'::uuid`).replaceAll('$3', `'${world.networks[1]?.id}'::uuid`).replaceAll('$4', `'${actor.organisation}'::uuid`)
    await expect(app.query(used)).rejects.toThrow(/row-level security/)
    await app.query('rollback')
  })
})
