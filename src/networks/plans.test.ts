import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { openLook, walkedThrough } from '../kit/testing/plans.ts'
import { findOrganisation } from '../organisations/index.ts'
import { findByName, findMembers, listToChooseFrom } from './find-members.ts'
import { countMembers, listMembers } from './member-store.ts'
import { getNetwork, listMyNetworks } from './network-store.ts'
import { openNetwork, someone, type Character } from './testing/cast.ts'

/** At ten thousand members no list may walk a whole table for fifty lines. SHOW_PLANS=1 prints what each took beside its budget. */
const MEMBERS = 10_000

let house: TestHouse
let priya: Character
let network: { id: Id<'network'>; slug: string }
let middle: { name: string; organisation: string }
let looking: ReturnType<typeof openLook>

beforeAll(async () => {
  house = await openTestHouse()
  house.clock.forward(Date.now() - house.clock.now().getTime())
  priya = await someone(house, 'Priya')
  network = await openNetwork(priya)
  const other = await openNetwork(await someone(house, 'Else'), 'Elsewhere')
  const owner = new pg.Client(house.owner)
  await owner.connect()
  for (const [id, prefix] of [[network.id, 'a'], [other.id, 'b']]) {
    await owner.query(`with made as (
        insert into organisation (id, name, kind, line, sight, listed_at, claimed_at)
        select gen_random_uuid(), initcap(md5('${prefix}' || i)) || ' and daughters', 'company', 'Number ' || i || ' in all things', (array['only_us', 'partners', 'network', 'network', 'anyone'])[1 + i % 5], now(), now()
        from generate_series(1, ${MEMBERS}) i returning id, name, line, sight),
      contact as (insert into organisation_contact (organisation_id, phone, sight) select id, '01722 123456', 'partners' from made),
      place as (insert into organisation_place (organisation_id, district, sight) select id, 'SP2', 'network' from made),
      counted as (insert into sight_partner (organisation_id, partner_id, counted_at) select id, '${priya.organisation}', now() from made where name < '2')
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight)
      select '${id}', id, now(), name, lower(name || ' ' || line), sight from made`)
  }
  for (const table of ['organisation', 'organisation_contact', 'organisation_place', 'membership', 'sight_partner', 'sight_grant', 'staff', 'organiser', 'network']) await owner.query(`analyze ${table}`)
  const { rows } = await owner.query<{ name: string; organisation: string }>('select listed_as as name, organisation_id::text as organisation from membership where network_id = $1 order by listed_as, organisation_id offset 5000 limit 1', [network.id])
  middle = rows[0] ?? { name: '', organisation: '' }
  await owner.end()
  looking = openLook(house)
})
afterAll(async () => {
  await looking?.close()
  await house?.close()
})

const walked = (plans: string) => walkedThrough(plans, ['membership', 'organisation', 'organisation_contact', 'organisation_place'])

describe('at ten thousand members', () => {
  const member = (): Actor => ({ by: 'session', person: priya.person, organisation: priya.organisation })
  const outOfOffice = (): Actor => ({ by: 'session', person: priya.person }) // organiser, acting for nobody
  const lists: readonly [string, () => Actor, (tx: Tx) => Promise<unknown>, number][] = [
    ['the first page of members', member, (tx) => listMembers(tx, network.id), 10],
    ['a page from the middle', member, (tx) => listMembers(tx, network.id, { after: middle }), 10],
    ['the page before it', member, (tx) => listMembers(tx, network.id, { before: middle }), 10],
    ['an organiser’s page', outOfOffice, (tx) => listMembers(tx, network.id), 10],
    ['members by a word that few have', member, (tx) => listMembers(tx, network.id, { words: 'number 7777' }), 60],
    ['members by a word that most have', member, (tx) => listMembers(tx, network.id, { words: 'daughters' }), 10],
    ['one organisation', member, (tx) => findOrganisation(tx, priya.organisation), 10],
    ['the network’s own page', member, (tx) => getNetwork(tx, network.slug), 10],
    ['my networks, for every page’s menu', member, (tx) => listMyNetworks(tx), 10],
    ['how many members', member, (tx) => countMembers(tx, network.id), 60],
    ['whom to choose among', member, (tx) => listToChooseFrom(tx), 40],
    ['whom a whole name means', member, (tx) => findByName(tx, ` ${middle.name.toUpperCase()}`, 21), 10],
    ['whom a part of few names means', member, (tx) => findByName(tx, middle.name.slice(2, 30), 21), 60],
    ['whom a part of most names means', member, (tx) => findByName(tx, 'daughters', 21), 20],
    ['whom a name means that nobody has', member, (tx) => findByName(tx, 'zzz nobody', 21), 60],
    ['whom a name means, to an organiser', outOfOffice, (tx) => findByName(tx, 'daughters', 21), 20],
    ['find, over all networks', member, (tx) => findMembers(tx, '7777'), 60],
  ]

  test.each(lists)('%s', async (name, actor, ask, budget) => {
    const { plans, p50, best } = await looking.look(actor(), ask)
    if (process.env.SHOW_PLANS) process.stdout.write(`\n${name}: p50 ${p50.toFixed(2)} ms, best ${best.toFixed(2)} ms, budget ${budget} ms\n${process.env.SHOW_PLANS === 'all' ? plans : ''}\n`)
    // Counting and searching for a rare word read one network's members, by its index; nothing reads all tables.
    expect(walked(plans), plans).toEqual([])
  })

  test('a whole name is looked up by the index made for it, also under row-level security', async () => {
    const { plans } = await looking.look(member(), (tx) => findByName(tx, middle.name, 21))
    expect(plans).toMatch(/Index Scan using membership_by_plain_name[\s\S]*?Index Cond: .*listed_plain = /)
  })
})
