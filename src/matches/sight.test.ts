import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Tx } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import type { Id } from '../kit/ids.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { withAtlas } from './atlas/with-atlas.ts'
import { findMeets, listNotForUs, listSaved } from './choice-store.ts'
import { actingOf, circlesOf, imagineWants, KEYS, seesPage, sorted, whatTheRuleSays, writeWants, type Seen, type WantsWorld } from './testing/wants-world.ts'
import { listWantsById } from './want-store.ts'
import { maySeeRow } from '../../engine/atlas/sight.ts'

/** Needs and choices are seen as the rule says, by each wall alone; and the atlas shows to each viewer what the rule shows. */
let town: TestHouse
let world: WantsWorld
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
  world = imagineWants()
  await writeDown(world, owner, town.clock.now())
  await writeWants(world, owner)
  unguarded = openDatabase({ ...town.owner, max: 2 }, town.house.log)
}, 60_000)

afterAll(async () => {
  await unguarded?.close()
  await app?.end()
  await owner?.end()
  await town?.close()
})

const member = (): Actor => world.viewers.find((viewer) => viewer.name === 'member of the same network')?.actor ?? { by: 'nobody' }

async function throughRowSecurity(actor: Actor): Promise<Seen> {
  await app.query('begin')
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await app.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await app.query('rollback')
  return sorted(seen)
}

/** The stores on a connection that row-level security does not bind. */
const throughStores = (actor: Actor): Promise<Seen> => openCtx({ ...town.house, db: unguarded.db }, { actor }).read(async (tx: Tx) => {
  const seen: Record<string, string[]> = { want: [], not_for_us: [], match_saved: [], trade_preference: [] }
  for (const network of world.networks) seen['want']?.push(...(await listWantsById(tx, network.id as Id<'network'>, world.wants.map((one) => one.id))).map((one) => one.id)) // made by the same test
  for (const one of world.chosen) {
    const ours = { network: one.network as Id<'network'>, organisation: one.organisation as Id<'organisation'> } // likewise
    if ((await listNotForUs(tx, ours)).length > 0) seen['not_for_us']?.push(one.organisation)
    if ((await listSaved(tx, ours)).length > 0) seen['match_saved']?.push(one.organisation)
    if ((await findMeets(tx, ours.organisation)) === 'always') seen['trade_preference']?.push(one.organisation)
  }
  return sorted(seen)
})

describe('what each viewer sees of needs and choices is exactly what the rule says', () => {
  const names = [...new Set(imagineWants().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) expect(await throughRowSecurity(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name).slice(0, 1)) {
      const { want_met: _notAsked, ...rule } = whatTheRuleSays(world, actor)
      expect(await throughStores(actor)).toEqual(rule)
    }
  })

  test('the rule has something to say: needs are seen by some and not by others', () => {
    expect(new Set(world.viewers.map(({ actor }) => whatTheRuleSays(world, actor)['want']?.length)).size).toBeGreaterThan(3)
  })

  test.each(Object.keys(KEYS))('row-level security switched off on %s is noticed', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(member()))[table]).not.toEqual(whatTheRuleSays(world, member())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  test('scope taken away from the queries is noticed', async () => {
    const { want_met: _notAsked, ...rule } = whatTheRuleSays(world, member())
    const unscoped = await throughStores({ by: 'house' })
    for (const table of Object.keys(rule)) expect(unscoped[table], table).not.toEqual(rule[table])
  })
})

describe('the atlas shows each viewer the pages and needs that the rule shows', () => {
  test('members of the network, partners among them and those shown a page', async () => {
    const acting = world.viewers.filter(({ actor }) => actingOf(world, actor) !== undefined)
    let looked = 0
    for (const network of world.networks) {
      const id = network.id as Id<'network'> // made by the same test
      for (const { name, actor } of acting.filter((one) => [...circlesOf(world, one.actor)].includes(network.id) && world.memberships.some((each) => each.network === network.id && !each.left && each.organisation === actingOf(world, one.actor)))) {
        const shown = await withAtlas(town.ctx(), id, (atlas) => {
          const viewer = atlas.viewer(actingOf(world, actor))
          const members = [...atlas.organisations.texts].filter((_, number) => atlas.organisations.rows[number] && atlas.organisations.sees(viewer, number))
          return { pages: members.sort(), wants: [...atlas.wants.all()].filter((want) => members.includes(want.organisation) && maySeeRow(viewer, want)).map((want) => want.id).sort() }
        })
        const members = world.memberships.filter((one) => one.network === network.id && !one.left).map((one) => one.organisation)
        const rule = whatTheRuleSays(world, actor)['want'] ?? []
        const open = new Set(world.wants.filter((one) => one.network === network.id && one.state === 'open').map((one) => one.id))
        expect(shown.pages, name).toEqual([...new Set(members)].filter((one) => seesPage(world, actor, one)).sort())
        expect(shown.wants, name).toEqual(rule.filter((one) => open.has(one) && members.includes(world.wants.find((want) => want.id === one)?.organisation ?? '')))
        looked++
      }
    }
    expect(looked).toBeGreaterThan(5)
  })
})

test('a need cannot be posted, nor a choice made, in somebody else’s name', async () => {
  const actor = member()
  const other = world.organisations[0]?.id ?? ''
  const network = world.memberships[0]?.network ?? ''
  const asMember = async (statement: string) => {
    await app.query('begin')
    for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', '']]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
    try {
      return (await app.query(statement)).rowCount ?? 0
    } catch (error) {
      return String(error)
    } finally {
      await app.query('rollback')
    }
  }

  expect(await asMember(`insert into want (network_id, id, organisation_id, lens, says, posted_at, ends_on) values ('${network}', gen_random_uuid(), '${other}', 'gap', 'x', now(), current_date)`)).toContain('row-level security')
  expect(await asMember(`update want set says = 'Mine now' where organisation_id = '${other}'`)).toBe(0)
  expect(await asMember(`delete from not_for_us where organisation_id = '${other}'`)).toBe(0)
  expect(await asMember(`update trade_preference set meets = 'never' where organisation_id = '${other}'`)).toBe(0)
  expect(await asMember('select * from atlas_change')).toBe(0)
  expect(await asMember('select * from fit_to_tell')).toBe(0)
})
