import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { openLook, rowsRead, walkedThrough } from '../kit/testing/plans.ts'
import { addCapability } from '../networks/index.ts'
import { openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { listOurBriefs } from './brief-store.ts'
import type { Brief } from './brief.ts'
import { countOpenBriefs, listOpenBriefs, listOpenBriefsOf, type OpenFilters } from './open-store.ts'

/** With 10,000 members and 20,000 briefs in 60,000 parts, a page of the list reads about as much as it shows. */
const MEMBERS = 10_000
const BRIEFS = 20_000

let house: TestHouse
let priya: Character
let network: { id: Id<'network'>; slug: string }
let rare: Id<'capability'>, usual: Id<'capability'>
let middle: { answerBy: string; id: string }
let busy: Id<'organisation'>
let looking: ReturnType<typeof openLook>

beforeAll(async () => {
  house = await openTestHouse()
  house.clock.forward(Date.now() - house.clock.now().getTime())
  priya = await someone(house, 'Priya')
  network = await openNetwork(priya)
  const other = await openNetwork(await someone(house, 'Else'), 'Elsewhere')
  rare = await addCapability(priya.ctx, network.slug, { title: 'Stained glass' })
  usual = await addCapability(priya.ctx, network.slug, { title: 'Joinery' })
  const owner = new pg.Client(house.owner)
  await owner.connect()
  for (const [id, prefix] of [[network.id, 'a'], [other.id, 'b']]) {
    await owner.query(`with made as (
        insert into organisation (id, name, kind, line, sight, listed_at, claimed_at)
        select gen_random_uuid(), initcap(md5('${prefix}' || i)) || ' and daughters', 'company', 'Number ' || i, (array['only_us', 'partners', 'network', 'network', 'anyone'])[1 + i % 5], now(), now()
        from generate_series(1, ${MEMBERS}) i returning id, name, line, sight),
      counted as (insert into sight_partner (organisation_id, partner_id, counted_at) select id, '${priya.organisation}', now() from made where name < '1')
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight)
      select '${id}', id, now(), name, lower(name || ' ' || line), sight from made`)
    await owner.query(`with owners as (select array_agg(organisation_id order by organisation_id) as all from membership where network_id = '${id}')
      insert into brief (network_id, id, organisation_id, title, says, district, answer_by, open_to_rivals, sight, written_at, changed_at, published_at, withdrawn_at, closed_at)
      select '${id}', gen_random_uuid(), owners.all[1 + n * 7919 % array_length(owners.all, 1)], 'Brief ' || n, 'All of it', 'SP' || (1 + n % 40),
        current_date + (case when n % 10 = 1 then -1 else 1 end) * (1 + n * 31 % 90), n % 3 > 0, (array['only_us', 'partners', 'network', 'anyone'])[1 + abs(hashtext('sight' || n)) % 4], now(), now() - n * interval '1 minute',
        case when n % 10 <> 0 then now() end, case when n % 10 = 2 then now() end, case when n % 10 = 3 then now() end
      from owners, generate_series(1, ${BRIEFS}) n`)
    await owner.query(`insert into brief_part (network_id, brief_id, id, position, says, capability_id, district, removed_at)
      select b.network_id, b.id, gen_random_uuid(), at, 'Part ' || at, case when b.network_id <> $1 then null when at = 0 then $3::uuid when at = 1 and b.title like '%777' then $2::uuid end, 'SP' || (1 + at), case when at = 2 and b.title like '%5' then now() end
      from brief b, generate_series(0, 2) at where b.network_id = $4`, [network.id, rare, usual, id])
  }
  await owner.query(`insert into brief_value (network_id, brief_id, band) select network_id, id, '1k_5k' from brief`)
  await owner.query(`insert into interest (network_id, brief_id, id, organisation_id, brief_owner_id, says, made_at)
    select network_id, id, gen_random_uuid(), $1, organisation_id, 'We can', now() from brief where title like '%99' and organisation_id <> $1`, [priya.organisation])
  await owner.query('analyze')
  const { rows } = await owner.query<{ answerBy: string; id: string }>(`select answer_by::text as "answerBy", id from brief where network_id = $1 and published_at is not null and withdrawn_at is null and closed_at is null and answer_by >= current_date order by answer_by, id offset 6000 limit 1`, [network.id])
  middle = rows[0] ?? { answerBy: '', id: '' }
  const { rows: [one] } = await owner.query<{ id: Id<'organisation'> }>(`select organisation_id as id from brief where network_id = $1 and sight = 'anyone' limit 1`, [network.id])
  busy = one?.id ?? priya.organisation
  await owner.end()
  looking = openLook(house)
}, 180_000)
afterAll(async () => {
  await looking?.close()
  await house?.close()
})

const walked = (plans: string) => walkedThrough(plans, ['brief', 'brief_part', 'brief_value', 'organisation', 'membership'])

describe('at twenty thousand briefs', () => {
  const lists: readonly [string, (tx: Tx) => Promise<unknown>, number][] = [
    ['the first page', (tx) => listOpenBriefs(tx, network.id), 1000],
    ['a later page', (tx) => listOpenBriefs(tx, network.id, { after: middle }), 1000],
    ['the page before it', (tx) => listOpenBriefs(tx, network.id, { before: middle }), 1000],
    ['by a want that few have', (tx) => listOpenBriefs(tx, network.id, { capabilities: [rare] }), 500],
    ['by a want that most have', (tx) => listOpenBriefs(tx, network.id, { capabilities: [usual] }), 2500],
    ['by either', (tx) => listOpenBriefs(tx, network.id, { capabilities: [rare, usual] }), 2500],
    ['by a want that nobody has', (tx) => listOpenBriefs(tx, network.id, { capabilities: [] }), 10],
    ['in a district', (tx) => listOpenBriefs(tx, network.id, { place: 'SP7' }), 3500],
    ['nowhere', (tx) => listOpenBriefs(tx, network.id, { place: 'ZZ99' }), 10],
    ['ours', (tx) => listOpenBriefs(tx, network.id, { ours: true }), 100],
    ['how many', (tx) => countOpenBriefs(tx, network.id), 6000],
    ['our own list', (tx) => listOurBriefs(tx), 100],
    ['those of one owner', (tx) => listOpenBriefsOf(tx, busy, 20), 100],
  ]
  test.each<[string, () => OpenFilters, (brief: Brief) => boolean]>([
    ['few ask for it', () => ({ capabilities: [rare] }), ({ parts }) => parts.some((part) => part.capability === rare)],
    ['most ask for it', () => ({ capabilities: [rare, usual] }), ({ parts }) => parts.some((part) => part.capability === rare || part.capability === usual)],
    ['it lies in a district', () => ({ place: 'SP7' }), ({ district }) => district === 'SP7'],
    ['it or a part lies in a district', () => ({ place: 'SP3' }), ({ district, parts }) => district === 'SP3' || parts.some((part) => part.district === 'SP3')],
    ['it lies in an area', () => ({ place: 'SP' }), () => true],
    ['a part asked for lies in a district', () => ({ capabilities: [rare], place: 'SP18' }), ({ district, parts }) => district === 'SP18' && parts.some((part) => part.capability === rare)],
  ])('a page where %s is the beginning of the whole list, sifted', async (_, filters, fits) => {
    const { all, page } = await priya.ctx.read(async (tx) => ({ all: await listOpenBriefs(tx, network.id, { limit: BRIEFS }), page: await listOpenBriefs(tx, network.id, filters()) }))

    const sifted = all.briefs.filter(fits)
    expect(sifted.length).toBeGreaterThan(0)
    expect(page.briefs.map((brief) => brief.id)).toEqual(sifted.slice(0, 50).map((brief) => brief.id))
    expect(page.more).toBe(sifted.length > 50)
  })

  test.each(lists)('%s', async (name, ask, most) => {
    const { plans, buffers, p50 } = await looking.look({ by: 'session', person: priya.person, organisation: priya.organisation }, ask)
    const rows = { brief: rowsRead(plans, 'brief'), part: rowsRead(plans, 'brief_part') }
    if (process.env.SHOW_PLANS) process.stdout.write(`\n${name}: ${rows.brief} briefs and ${rows.part} parts read, ${buffers} buffers, p50 ${p50.toFixed(2)} ms\n${process.env.SHOW_PLANS === 'all' ? plans : ''}\n`)
    expect(walked(plans), plans).toEqual([])
    expect(rows.brief + rows.part, plans).toBeLessThan(most) // of 40,000 and 120,000
    expect(buffers, plans).toBeLessThan(most * 20) // what sight of each costs
  })
})
