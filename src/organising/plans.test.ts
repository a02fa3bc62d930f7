import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countOutcomesIn } from '../outcomes/index.ts'
import { totalsOfIntroductionsIn } from '../introductions/index.ts'
import { asHouse, type Actor, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { openLook, rowsRead, walkedThrough } from '../kit/testing/plans.ts'
import { addCapability, countMembers } from '../networks/index.ts'
import { openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { totalsOfReferralsIn } from '../referrals/index.ts'
import { readWeek } from './read-week.ts'
import { listJoinedSince, listUnanswered, listUnclaimed } from './week-store.ts'

/** “This week” of 10,000 members, beside a second network as large. Who shows no answer, and how many there are, is asked of each member once; all else reads what it shows or counts. */
const MEMBERS = 10_000
const TABLES = ['membership', 'organisation', 'answer', 'referral', 'outcome', 'introduction', 'partnership', 'brief', 'member_nudge']

let house: TestHouse
let priya: Character
let network: { id: Id<'network'>; slug: string }
let since: Date
let looking: ReturnType<typeof openLook>

beforeAll(async () => {
  house = await openTestHouse()
  house.clock.forward(Date.now() - house.clock.now().getTime())
  since = new Date(house.clock.now().getTime() - 91 * 86_400_000)
  priya = await someone(house, 'Priya')
  network = await openNetwork(priya)
  const joinery = await addCapability(priya.ctx, network.slug, { title: 'Joinery' })
  const other = await openNetwork(await someone(house, 'Else'), 'Elsewhere')
  const owner = new pg.Client(house.owner)
  await owner.connect()
  for (const [id, prefix] of [[network.id, 'a'], [other.id, 'b']]) await owner.query(`with made as (
      insert into organisation (id, name, kind, line, sight, listed_at, claimed_at)
      select gen_random_uuid(), initcap(md5('${prefix}' || i)) || ' and daughters', 'company', 'Number ' || i, (array['only_us', 'partners', 'network', 'network', 'anyone'])[1 + i % 5], now(), case when i % 20 > 0 then now() end
      from generate_series(1, ${MEMBERS}) i returning id, name, line, sight, claimed_at),
    answered as (insert into answer (organisation_id, question, words, sight, saved_at) select id, q, 'Only we do it so.', 'network', now() from made, generate_series(1, 4) q where claimed_at is not null and (q < 4 or name > '1'))
    insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight)
    select '${id}', id, now() - (1 + abs(hashtext(name)) % 2000) * interval '1 day', name, lower(name || ' ' || line), sight from made`)
  await owner.query('create temp table pair as select m.network_id, m.organisation_id as one, lead(m.organisation_id) over (partition by m.network_id order by m.organisation_id) as other, row_number() over (partition by m.network_id order by m.organisation_id) as n from membership m')
  await owner.query(`insert into member_nudge (network_id, organisation_id, about, sent_at) select network_id, one, 'question_4', now() from pair where n % 7 = 0`)
  await owner.query(`insert into partnership (id, one_id, other_id, noted_by_organisation, noted_at, agreed_at, stage, last_moment_at) select gen_random_uuid(), one, other, one, now(), now(), 'trust', now() from pair where other is not null and n % 2 = 0`)
  await owner.query(`insert into partnership_side (partnership_id, organisation_id, partner_id, called, said_stage, shows) select id, one_id, other_id, 'A', 'trust', 'network' from partnership union all select id, other_id, one_id, 'B', 'trust', 'network' from partnership`)
  await owner.query(`insert into brief (network_id, id, organisation_id, title, answer_by, sight, written_at, changed_at, published_at) select network_id, gen_random_uuid(), one, 'Brief ' || n, current_date + 30, 'network', now(), now(), now() from pair`)
  await owner.query('insert into brief_part (network_id, brief_id, id, position, says, capability_id) select network_id, id, gen_random_uuid(), 0, $1, $2 from brief where network_id = $3', ['Part', joinery, network.id])
  await owner.query(`insert into introduction (network_id, id, organisation_id, other_id, asked_at, hear_by, made_at) select network_id, gen_random_uuid(), one, other, now() - n * interval '2 hours', now(), now() - n * interval '2 hours' from pair where other is not null`)
  await owner.query(`insert into referral (id, given_by, given_to, begun_by, made_at, touched_at, yes_at, yes_how, offered_at) select gen_random_uuid(), one, other, one, now() - n * interval '2 hours', now(), now(), 'own', now() - n * interval '2 hours' from pair where other is not null`)
  await owner.query(`with work as (insert into job (id, what, finished_on, noted_by_organisation, noted_at) select gen_random_uuid(), 'Work ' || n, current_date, one, now() from pair returning id, noted_by_organisation)
    insert into outcome (id, job_id, noted_by_organisation, noted_at, network_id, ending) select gen_random_uuid(), w.id, p.one, now() - p.n * interval '2 hours', p.network_id, 'done' from work w join pair p on p.one = w.noted_by_organisation`)
  await owner.query('analyze')
  await owner.end()
  looking = openLook(house)
}, 180_000)
afterAll(async () => {
  await looking?.close()
  await house?.close()
})

const walked = (plans: string) => walkedThrough(plans, TABLES)

describe('the organiser’s week at ten thousand members', () => {
  const asMember = (): Actor => ({ by: 'session', person: priya.person, organisation: priya.organisation })
  const outOfOffice = (): Actor => ({ by: 'session', person: priya.person })
  const readings: readonly [string, (tx: Tx) => Promise<unknown>, number][] = [
    ['members without an answer', (tx) => listUnanswered(tx, network.id), 60_000],
    ['members nobody has claimed', (tx) => listUnclaimed(tx, network.id), 3_000],
    ['who joined in the quarter', (tx) => listJoinedSince(tx, network.id, since), 1_500],
    ['how many members', (tx) => countMembers(tx, network.id), 12_000],
    ['introductions made', (tx) => asHouse(tx).read((own) => totalsOfIntroductionsIn(own, network.id, since)), 5_000],
    ['referrals passed', (tx) => asHouse(tx).read((own) => totalsOfReferralsIn(own, network.id, since)), 30_000],
    ['jobs done', (tx) => asHouse(tx).read((own) => countOutcomesIn(own, network.id, since)), 3_000],
    ['all of it', (tx) => readWeek(tx, network.slug), 150_000],
  ]

  test.each(readings.flatMap(([name, ask, most]) => ([['for an organiser who is a member', asMember], ['for one who acts for nobody', outOfOffice]] as const).map(([who, actor]) => [name, who, actor, ask, most] as const)))('%s, %s', async (name, who, actor, ask, most) => {
    await readWeek(house.ctx(actor()), network.slug) // the atlas is in memory, as in a house that has been up for a minute
    const { plans, buffers, p50 } = await looking.look(actor(), ask)
    const rows = TABLES.map((table) => [table, rowsRead(plans, table)] as const).filter(([, count]) => count > 0)
    if (process.env.SHOW_PLANS) process.stdout.write(`\n${name}, ${who}: ${rows.map((row) => row.join(' ')).join(', ')}; ${buffers} buffers, p50 ${p50.toFixed(2)} ms; walked ${walked(plans).join()}\n${process.env.SHOW_PLANS === 'all' ? plans : ''}\n`)
    // Of the five hundred without a link the names are asked for, and PostgreSQL weighs a walk through all members against a look for each: the cheaper bounds the other.
    expect(walked(plans).filter((table) => !(name === 'all of it' && table === 'membership')), plans).toEqual([])
    expect(rows.reduce((sum, [, count]) => sum + count, 0), plans).toBeLessThan(most)
    expect(buffers, plans).toBeLessThan(most * 5)
  })
})
