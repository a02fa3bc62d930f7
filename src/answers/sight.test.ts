import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { writeDown } from '../networks/testing/sight-world.ts'
import { imagineAnswers, writeAnswers, type AnswersWorld } from './testing/answers-world.ts'
import { KEYS, throughRowSecurity, throughStores } from './testing/what-walls-show.ts'
import { whatTheRuleSays, type Seen } from './testing/who-may-see-answers.ts'

let town: TestHouse
let world: AnswersWorld
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
  world = imagineAnswers()
  await writeDown(world, owner, town.clock.now())
  await writeAnswers(world, owner)
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

describe('what each viewer sees of answers is exactly what the rule says', () => {
  const names = [...new Set(imagineAnswers().viewers.map((viewer) => viewer.name))]

  test.each(names)('%s, with row-level security alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name)) expect(await throughRowSecurity(app, actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test.each(names)('%s, with scoped queries alone', async (name) => {
    for (const { actor } of world.viewers.filter((viewer) => viewer.name === name).slice(0, 1)) expect(await byStoresAlone(actor)).toEqual(whatTheRuleSays(world, actor))
  })

  test('the rule has something to say: some rows of each table are seen by some and not by others', () => {
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

  let unscoped: Promise<Seen> | undefined
  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    unscoped ??= byStoresAlone({ by: 'house' })
    expect((await unscoped)[table]).not.toEqual(whatTheRuleSays(world, member())[table])
  })
})

describe('what is not one’s own cannot be written either', () => {
  const asMember = async (statement: string) => {
    const actor: Actor = world.viewers.find((viewer) => viewer.name === 'partner and member')?.actor ?? { by: 'nobody' }
    const theirs = world.claims.find((one) => one.organisation !== actor.organisation)
    await app.query('begin')
    for (const [name, value] of [['person', actor.person], ['organisation', actor.organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
    const used = statement.replaceAll('$ours', `'${actor.organisation}'::uuid`).replaceAll('$theirs', `'${theirs?.organisation}'::uuid`).replaceAll('$claim', `'${theirs?.id}'::uuid`)
    return app.query(used).finally(() => app.query('rollback'))
  }

  test.each([
    ['rewrite answers', "update answer set words = 'Ours' where organisation_id <> $ours"], ['open answers', "update answer set sight = 'anyone' where organisation_id <> $ours"],
    ['change claims', "update claim set strength = 'only_us' where organisation_id <> $ours"], ['remove claims', 'delete from claim where organisation_id <> $ours'],
    ['prove claims', 'update proof set stands_at = now() where organisation_id <> $ours'], ['take proof away', 'delete from proof where organisation_id <> $ours'],
    ['confirm for others', 'update job_party set confirmed_at = now() where organisation_id <> $ours'], ['stand for givers', 'update recommendation set given_at = now()'],
    ['witness', 'update job_witness set confirmed_at = now()'], ['rewrite papers', "update certificate set number = '1' where organisation_id <> $ours"],
  ])('a partner and member cannot %s', async (_, statement) => {
    expect((await asMember(statement)).rowCount).toBe(0)
  })

  test.each([
    ['answer for others', "insert into answer (organisation_id, question, words, saved_at) values ($theirs, 1, 'x', now())"],
    ['claim for others', "insert into claim (organisation_id, id, title, strength, added_at, confirmed_at) values ($theirs, gen_random_uuid(), 'x', 'can_do', now(), now())"],
    ['note a job in the name of others', "insert into job (id, noted_by_organisation, noted_at, what, finished_on) values (gen_random_uuid(), $theirs, now(), 'x', '2026-01-01')"],
    ['name others’ part confirmed', "with j as (insert into job (id, noted_by_organisation, noted_at, what, finished_on) values (gen_random_uuid(), $ours, now(), 'x', '2026-01-01') returning id) insert into job_party (organisation_id, job_id, confirmed_at) select $theirs, id, now() from j"],
    ['write a recommendation that counts', "insert into recommendation (organisation_id, id, from_name, basis, words, said_on, written_at, given_at, taken_at) values ($ours, gen_random_uuid(), 'Tom', 'referred', 'x', '2026-01-01', now(), now(), now())"],
  ])('a partner and member cannot %s', async (_, statement) => {
    await expect(asMember(statement)).rejects.toThrow(/row-level security/)
  })
})
