import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../../kit/testing/house.ts'
import { openLook, walkedThrough } from '../../kit/testing/plans.ts'
import { addCapability, listCapabilities, type Capability } from '../../networks/index.ts'
import { openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { countByDistrict, countFound, listFound, type Search } from './directory-store.ts'
import { readDirectory } from './read-directory.ts'
import { readWanted } from './wanted.ts'

/** With 10,000 members and 30,000 claims no search reads a whole table, and each is answered while one waits. */
const MEMBERS = 10_000

let house: TestHouse
let priya: Character
let network: { id: Id<'network'>; slug: string }
let vocabulary: readonly Capability[]
let looking: ReturnType<typeof openLook>

beforeAll(async () => {
  house = await openTestHouse()
  house.clock.forward(Date.now() - house.clock.now().getTime())
  priya = await someone(house, 'Priya')
  network = await openNetwork(priya)
  const other = await openNetwork(await someone(house, 'Else'), 'Elsewhere')
  const third = await openNetwork(await someone(house, 'Third'), 'Elsewhere again')
  const family = await addCapability(priya.ctx, network.slug, { title: 'Joinery', synonyms: 'woodwork' })
  for (let at = 0; at < 100; at += 1) await addCapability(priya.ctx, network.slug, { title: `Skill ${at}`, ...(at < 3 ? { parent: family } : {}) })
  vocabulary = await priya.ctx.read((tx) => listCapabilities(tx, network.id))
  const owner = new pg.Client(house.owner)
  await owner.connect()
  for (const [id, prefix] of [[network.id, 'a'], [other.id, 'b'], [third.id, 'c']]) {
    await owner.query(`with made as (
        insert into organisation (id, name, kind, line, sight, listed_at, claimed_at)
        select gen_random_uuid(), initcap(md5('${prefix}' || i)) || ' and daughters', 'company', 'Number ' || i || ' in all things', (array['only_us', 'partners', 'network', 'network', 'anyone'])[1 + i % 5], now(), now()
        from generate_series(1, ${MEMBERS}) i returning id, name, line, sight),
      place as (insert into organisation_place (organisation_id, district, sight) select id, 'SP' || (1 + abs(hashtext(id::text)) % 40), 'network' from made)
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight)
      select '${id}', id, now(), name, lower(name || ' ' || line), sight from made`)
    await owner.query('analyze membership, capability') // or the rows to fill with are themselves found the slow way
    await owner.query(`insert into claim (organisation_id, id, network_id, capability_id, title, strength, says, capacity_from, sight, added_at, confirmed_at)
      select m.organisation_id, gen_random_uuid(), m.network_id, c.id, coalesce(c.title, 'Free words'), (array['can_do', 'best_at', 'only_us'])[1 + n.n % 3], 'Says ' || substr(md5(m.organisation_id::text || n.n), 1, 6),
             case when n.n = 2 then current_date + (abs(hashtext(m.organisation_id::text)) % 400) end, (array['only_us', 'network', 'network', 'anyone'])[1 + abs(hashtext(m.organisation_id::text)) % 4], now(), now()
      from membership m cross join generate_series(0, 2) n(n)
      left join lateral (select id, title from capability where network_id = m.network_id order by md5(id::text || m.organisation_id::text || n.n) limit 1) c on true
      where m.network_id = '${id}' on conflict do nothing`)
    await owner.query(`with chosen as (select organisation_id, id from claim where network_id = '${id}' and id::text < '4'),
      papers as (insert into certificate (organisation_id, id, name, issued_by, sight, added_at) select organisation_id, id, 'Paper', 'Somebody', 'network', now() from chosen)
      insert into proof (organisation_id, claim_id, id, certificate_id, sight, stands_at, counts_until, added_at)
      select organisation_id, id, gen_random_uuid(), id, 'network', now(), current_date + 100, now() from chosen`)
  }
  await owner.query("insert into answer (organisation_id, question, words, sight, saved_at) select id, 4, 'Only we do it so.', 'network', now() from organisation")
  await owner.query("insert into public_address (slug, organisation_id, since) select 'page-' || md5(id::text), id, now() from organisation")
  for (const table of ['organisation', 'organisation_place', 'membership', 'claim', 'proof', 'certificate', 'capability', 'answer', 'sight_partner', 'sight_grant', 'staff', 'organiser', 'network', 'public_address']) await owner.query(`analyze ${table}`)
  await owner.end()
  looking = openLook(house)
}, 180_000)
afterAll(async () => {
  await looking?.close()
  await house?.close()
})

const look = (ask: (tx: Tx) => Promise<unknown>) => looking.look({ by: 'session', person: priya.person, organisation: priya.organisation }, ask)

const walked = (plans: string) => walkedThrough(plans, ['membership', 'organisation', 'organisation_place', 'claim', 'proof', 'answer'])

describe('at ten thousand members and thirty thousand claims', () => {
  const search = (query: Readonly<Record<string, string>>): Search => ({ network: network.id, wanted: readWanted((name) => query[name]), vocabulary })
  const searches: readonly [string, Readonly<Record<string, string>>, number][] = [
    ['everyone', {}, 15],
    ['a word that most have', { words: 'daughters' }, 20],
    ['a word that few have', { words: '7777' }, 80],
    ['words of a claim', { words: 'says' }, 120],
    ['a family of capabilities, by another word for it', { can: 'woodwork' }, 40],
    ['one capability, proven', { can: 'Skill 7', proven: 'yes' }, 60],
    ['a district', { place: 'SP7' }, 30],
    ['an area', { place: 'SP' }, 80],
    ['whoever says only us', { strength: 'only_us' }, 120],
    ['whoever is free', { from: new Date().toISOString().slice(0, 10), until: new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10) }, 120],
    ['whoever has proof', { proven: 'yes' }, 150],
    ['all of it at once', { words: 'number', can: 'Joinery', place: 'SP', strength: 'best_at', proven: 'yes' }, 60],
    ['nobody', { words: 'zzzzzz', proven: 'yes' }, 150],
  ]

  test.each(searches)('%s: the first page', async (name, query, budget) => {
    const { plans, p50 } = await look((tx) => listFound(tx, search(query)))
    if (process.env.SHOW_PLANS) process.stdout.write(`\n${name}: p50 ${p50.toFixed(2)} ms, budget ${budget} ms\n${process.env.SHOW_PLANS === 'all' ? plans : ''}\n`)
    expect(walked(plans), plans).toEqual([])
  })

  test.each(searches)('%s: how many', async (name, query, budget) => {
    const { plans, p50 } = await look((tx) => countFound(tx, search(query)))
    if (process.env.SHOW_PLANS) process.stdout.write(`\n${name}, counted: p50 ${p50.toFixed(2)} ms, budget ${budget} ms\n${process.env.SHOW_PLANS === 'all' ? plans : ''}\n`)
    expect(walked(plans), plans).toEqual([])
  })

  test('the map of everyone, and the whole first page', async () => {
    const map = await look((tx) => countByDistrict(tx, search({})))
    const page = await look((tx) => readDirectory(tx, network.slug, readWanted(() => undefined), {}))
    if (process.env.SHOW_PLANS) process.stdout.write(`\nmap: p50 ${map.p50.toFixed(2)} ms; whole page: p50 ${page.p50.toFixed(2)} ms\n${process.env.SHOW_PLANS === 'all' ? map.plans : ''}`)
    expect(walked(page.plans), page.plans).toEqual([])
  })
})
