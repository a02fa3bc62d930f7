import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Tx } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import type { Id } from '../kit/ids.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { listMoments, listNotes } from './moment-store.ts'
import { findHabit, findPartnership, listPartnerships } from './store.ts'
import { imaginePartnerships, sorted, whatTheRuleSays, writePartnerships, type PartnershipsWorld, type Seen } from './testing/partnerships-world.ts'

const KEYS: Readonly<Record<string, string>> = { partnership: 'id::text', partnership_side: "organisation_id || ' ' || partnership_id", partnership_moment: 'id::text', partnership_note: 'id::text', partnership_habit: 'organisation_id::text' }

let town: TestHouse
let world: PartnershipsWorld
let owner: pg.Client, app: pg.Client
let unguarded: ReturnType<typeof openDatabase>

beforeAll(async () => {
  town = await openTestHouse()
  town.clock.forward(Date.now() - town.clock.now().getTime()) // grants end by the database's clock too
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app)
  await owner.connect()
  await app.connect()
  world = imaginePartnerships()
  await writeDown(world, owner, town.clock.now())
  await writePartnerships(world, owner)
  unguarded = openDatabase({ ...town.owner, max: 2 }, town.house.log)
})

afterAll(async () => {
  await unguarded?.close()
  await app?.end()
  await owner?.end()
  await town?.close()
})

/** The second wall alone: everything there is, asked for without any condition, under the application's own role. */
async function throughRowSecurity(actor: Actor): Promise<Seen> {
  await app.query('begin')
  await identify(actor)
  const seen: Record<string, string[]> = {}
  for (const [table, key] of Object.entries(KEYS)) seen[table] = (await app.query<{ key: string }>(`select ${key} as key from ${table}`)).rows.map((row) => row.key)
  await app.query('rollback')
  return sorted(seen)
}

async function identify(actor: Actor): Promise<void> {
  for (const [name, value] of [['person', actor.person ?? ''], ['organisation', actor.organisation ?? ''], ['house', actor.by === 'house' ? 'yes' : '']]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value])
}

/** The first wall alone: what the stores answer when row-level security does not bind them. */
const byStoresAlone = (actor: Actor): Promise<Seen> => openCtx({ ...town.house, db: unguarded.db }, { actor }).read(throughStores)

async function throughStores(tx: Tx): Promise<Seen> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(KEYS).map((table) => [table, new Set<string>()]))
  for (const one of world.organisations) {
    const id = one.id
    for (const { partner, id: bond } of (await listPartnerships(tx, id, { limit: 100 })).partnerships) {
      seen['partnership']?.add(bond)
      if (await findPartnership(tx, id, partner.id)) seen['partnership_side']?.add(`${id} ${bond}`)
    }
    if (await findHabit(tx, id)) seen['partnership_habit']?.add(id)
  }
  for (const bond of world.bonds) {
    const id = bond.id as Id<'partnership'> // made above
    for (const us of [bond.one, bond.other]) for (const note of await listNotes(tx, us as Id<'organisation'>, id)) seen['partnership_note']?.add(note.id)
    for (const moment of await listMoments(tx, id)) seen['partnership_moment']?.add(moment.id)
  }
  return sorted(Object.fromEntries(Object.entries(seen).map(([table, keys]) => [table, [...keys]])))
}

describe('what each viewer sees of partnerships is exactly what the rule says', () => {
  test('with row-level security alone', async () => {
    for (const { actor, name } of world.viewers) expect(await throughRowSecurity(actor), name).toEqual(whatTheRuleSays(world, actor))
  })

  test('with scoped queries alone', async () => {
    const kinds = ['nobody', 'own staff', 'who left the staff', 'who only says they work there', 'partner and member', 'organiser without organisation']
    for (const { name, actor } of kinds.flatMap((kind) => world.viewers.find((viewer) => viewer.name === kind) ?? [])) expect(await byStoresAlone(actor), name).toEqual(whatTheRuleSays(world, actor))
  })

  test('the rule has something to say: some rows of each table are seen by some and not by others', () => {
    const all = world.viewers.map(({ actor }) => whatTheRuleSays(world, actor))
    for (const table of Object.keys(KEYS)) expect(new Set(all.map((seen) => seen[table]?.length)).size, table).toBeGreaterThan(1)
  })
})

describe('a wall that is missing is noticed', () => {
  const member = () => world.viewers.find((viewer) => viewer.name === 'partner and member')?.actor ?? { by: 'nobody' as const }

  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(member()))[table]).not.toEqual(whatTheRuleSays(world, member())[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  test('scopes taken away from the queries', async () => {
    const unscoped = await byStoresAlone({ by: 'house' })
    for (const table of Object.keys(KEYS)) expect(unscoped[table], table).not.toEqual(whatTheRuleSays(world, member())[table])
  })

  test.each([
    ['join a partnership', "insert into partnership_side (organisation_id, partnership_id, partner_id, called, said_stage) select $ours, id, one_id, 'x', 'met' from partnership limit 1"],
    ['note one in the name of others', "insert into partnership (id, one_id, other_id, noted_by_organisation, noted_at, stage, last_moment_at) select gen_random_uuid(), least(a, b), greatest(a, b), b, now(), 'met', now() from (select $ours as a, $theirs as b) pair"],
    ['add to a timeline past the rules', "insert into partnership_moment (partnership_id, id, kind, says, at, recorded_at, ties_at) select id, gen_random_uuid(), 'referral', 'x', now(), now(), now() from partnership limit 1"],
    ['write a note for others', "insert into partnership_note (organisation_id, partnership_id, id, says, written_at) values ($theirs, gen_random_uuid(), gen_random_uuid(), 'x', now())"],
  ])('nobody can %s by hand', async (_, statement) => {
    const actor = member()
    const theirs = world.organisations.find((one) => one.id !== actor.organisation)?.id
    await app.query('begin')
    await identify(actor)
    const run = app.query(statement.replaceAll('$ours', `'${actor.organisation}'::uuid`).replaceAll('$theirs', `'${theirs}'::uuid`)).finally(() => app.query('rollback'))
    await expect(run).rejects.toThrow(/row-level security/)
  })

  test('nobody can change what both share, or another’s side, by hand', async () => {
    await app.query('begin')
    await identify(member())
    for (const statement of ["update partnership set stage = 'agreement'", "update partnership_side set shows = 'anyone'", 'delete from partnership_moment', 'delete from partnership']) expect((await app.query(statement)).rowCount, statement).toBe(0)
    await app.query('rollback')
  })
})
