import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerByLink, getAsk, linkTo } from '../asks/index.ts'
import { asHouse, type Actor } from '../kit/ctx.ts'
import { openDatabase } from '../kit/database/open.ts'
import type { Id } from '../kit/ids.ts'
import { openCtx } from '../kit/open-ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { someone } from '../networks/testing/cast.ts'
import { saveStaff } from '../organisations/index.ts'
import { askCapacity } from './ask-capacity.ts'
import { changePart } from './change-part.ts'
import { inviteToSeat } from './invite-to-seat.ts'
import { addEntry } from './keep-room.ts'
import { getSeat } from './seat-store.ts'
import { takeSeat } from './take-seat.ts'
import { leaveSeat, takeOwnParts } from './tend-seat.ts'
import { openBench, teamOf } from './testing/bench.ts'
import { KEYS, readFacts, throughRowSecurity, throughStores, whatTheRuleSays, type Facts, type Seen } from './testing/who-may-see-teams.ts'
import './index.ts'

let town: TestHouse
let owner: pg.Client
let app: pg.Client
let unguarded: ReturnType<typeof openDatabase>
let facts: Facts
let viewers: Readonly<Record<string, Actor>>
const NAMES = ['nobody', 'the house at work', 'the lead', 'a reader of the lead', 'a member', 'a member whose part is kept to it', 'a rival who was asked', 'who said no', 'who left', 'a stranger', 'who only says they work there', 'the lead of another team'] as const

beforeAll(async () => {
  town = await openTestHouse()
  owner = new pg.Client(town.owner)
  app = new pg.Client(town.app)
  await owner.connect()
  await app.connect()
  unguarded = openDatabase({ ...town.owner, max: 2 }, town.house.log)
  const bench = await openBench(town)
  const { kestrel, moorside, donside, ravensgill } = bench
  const [gone, kind, stranger] = await Promise.all([someone(town, 'Gail', 'Gone Ltd'), someone(town, 'Kim', 'Kind Ltd'), someone(town, 'Stan', 'Stranger Ltd')])
  const { team, parts } = await teamOf(bench), { team: another } = await teamOf({ ...bench, kestrel: { ...kestrel, ctx: donside.ctx } })
  const [design, titanium, controls, certificate] = parts.map((part) => part.id)
  const tokenOf = (of: Id<'team'>, seat: Id<'seat'>) => asHouse(town.ctx()).read(async (tx) => linkTo(tx, await getAsk(tx, (await getSeat(tx, { network: bench.network.id, id: of }, seat)).ask ?? ('' as Id<'ask'>))).split('/').at(-1) ?? '') // each was just invited
  const sit = async (who: typeof moorside, part: string | undefined) => {
    const { seat } = await inviteToSeat(kestrel.ctx, team, { name: 'Them', note: 'Come', parts: [part], unit: 'percent', shares: [{ part, figure: 20 }] })
    await takeSeat(who.ctx, await tokenOf(team, seat), {})
    return seat
  }
  await takeOwnParts(kestrel.ctx, team, { parts: [design] })
  await leaveSeat(gone.ctx, team, await sit(gone, titanium), { because: 'Busy' })
  await sit(moorside, titanium)
  await sit(donside, controls)
  await changePart(kestrel.ctx, team, controls ?? ('' as Id<'team part'>), { says: parts[2]?.says, capability: parts[2]?.capability, need: 'must', size: parts[2]?.size, needToKnow: true }) // every team of the bench has it
  await inviteToSeat(kestrel.ctx, team, { organisation: ravensgill.organisation, parts: [certificate], rivals: true, scope: 'They certify' })
  const { seat: refused } = await inviteToSeat(kestrel.ctx, team, { name: 'Kim', parts: [certificate] })
  await answerByLink(kind.ctx, await tokenOf(team, refused), 'decline', 'Sorry')
  await asHouse(town.ctx()).transaction((tx) => tx.db.updateTable('seat').set({ organisation_id: kind.organisation }).where('id', '=', refused).execute())
  await askCapacity(kestrel.ctx, team, { organisation: moorside.organisation })
  await askCapacity(kestrel.ctx, team, { organisation: ravensgill.organisation })
  for (const part of [undefined, titanium, controls]) await addEntry(kestrel.ctx, team, { kind: 'word', says: 'Hello', part })
  await addEntry(donside.ctx, another, { kind: 'word', says: 'Elsewhere' })
  const reader = await someone(town, 'Rita', 'Reading')
  await asHouse(town.ctx()).transaction((tx) => saveStaff(tx, kestrel.organisation, reader.person, 'member'))
  const as = ({ person, organisation }: { person: Id<'person'>; organisation: Id<'organisation'> }): Actor => ({ by: 'session', person, organisation })
  viewers = {
    nobody: { by: 'nobody' }, 'the house at work': { by: 'house' }, 'the lead': as(kestrel), 'a reader of the lead': as({ person: reader.person, organisation: kestrel.organisation }), 'a member': as(moorside), 'a member whose part is kept to it': as(donside),
    'a rival who was asked': as(ravensgill), 'who said no': as(kind), 'who left': as(gone), 'a stranger': as(stranger), 'who only says they work there': as({ person: stranger.person, organisation: kestrel.organisation }), 'the lead of another team': as(donside),
  }
  facts = await readFacts(owner)
})
afterAll(async () => {
  await unguarded?.close()
  await app?.end()
  await owner?.end()
  await town?.close()
})

const byStoresAlone = (actor: Actor): Promise<Seen> => openCtx({ ...town.house, db: unguarded.db }, { actor }).read((tx) => throughStores(tx, facts))
const viewer = (name: string): Actor => viewers[name] ?? { by: 'nobody' }

describe('what each viewer sees of teams is exactly what the rule says', () => {
  test.each(NAMES)('%s, with row-level security alone', async (name) => {
    expect(await throughRowSecurity(app, viewer(name))).toEqual(whatTheRuleSays(facts, viewer(name)))
  })

  test.each(NAMES)('%s, with scoped queries alone', async (name) => {
    expect(await byStoresAlone(viewer(name))).toEqual(whatTheRuleSays(facts, viewer(name)))
  })

  test('the rule has something to say: some rows of each table are seen by some and not by others, and a part is kept', () => {
    const all = NAMES.map((name) => whatTheRuleSays(facts, viewer(name)))
    for (const table of Object.keys(KEYS)) expect(new Set(all.map((seen) => seen[table]?.length)).size, table).toBeGreaterThan(1)
    expect(whatTheRuleSays(facts, viewer('a member'))['team_part']).toHaveLength(3)
  })
})

describe('a wall that is missing is noticed', () => {
  test.each(Object.keys(KEYS))('row-level security switched off on %s', async (table) => {
    await owner.query(`alter table ${table} disable row level security`)
    try {
      expect((await throughRowSecurity(app, viewer('a member')))[table]).not.toEqual(whatTheRuleSays(facts, viewer('a member'))[table])
    } finally {
      await owner.query(`alter table ${table} enable row level security`)
    }
  })

  test.each(Object.keys(KEYS))('scope taken away from the queries of %s', async (table) => {
    expect((await byStoresAlone({ by: 'house' }))[table]).not.toEqual(whatTheRuleSays(facts, viewer('a member'))[table])
  })
})

test('what is decided by the house cannot be written by hand', async () => {
  const asMember = async (statement: string) => {
    await app.query('begin')
    for (const [name, value] of [['person', viewer('a member').person], ['organisation', viewer('a member').organisation]]) await app.query('select set_config($1, $2, true)', [`guildhall.${name}`, value ?? ''])
    return app.query(statement).finally(() => app.query('rollback'))
  }

  for (const [table, column] of [['team', 'title'], ['team_part', 'says'], ['seat_word', 'note'], ['seat_scope', 'scope'], ['team_entry', 'says']]) expect((await asMember(`update ${table} set ${column} = 'Ours'`)).rowCount, table).toBe(0)
  for (const statement of ['update seat set taken_at = now()', 'update seat_part set held_at = now()', 'update workshare set delivered_lead = 100', "update team_capacity set says = 'x'", 'delete from seat', 'delete from team_entry']) expect((await asMember(statement)).rowCount, statement).toBe(0)
  await expect(asMember('insert into team_entry (network_id, team_id, id, kind, says, organisation_id, made_at) select network_id, team_id, gen_random_uuid(), kind, says, organisation_id, made_at from team_entry limit 1')).rejects.toThrow(/row-level security/)
})
