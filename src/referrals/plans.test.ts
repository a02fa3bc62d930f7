import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../kit/ids.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { openLook } from '../kit/testing/plans.ts'
import { filterInput, listReferrals } from './pipeline.ts'
import { getReferral } from './store.ts'
import { weddingTrades, type Trades } from './testing/cast.ts'

const MANY = 20_000
let town: TestHouse
let trades: Trades
let owner: pg.Client
let looking: ReturnType<typeof openLook>

beforeAll(async () => {
  town = await openTestHouse()
  trades = await weddingTrades(town)
  owner = new pg.Client(town.owner)
  await owner.connect()
  const { tom, priya, asha, nell } = trades
  await owner.query(`insert into one_time_link (id, hash, act, subject, made_at, ends_at) values ('many', '\\x00', 'x', '{}', now(), now())`)
  await owner.query(`create temp table made as select gen_random_uuid() as person, gen_random_uuid() as referral, n from generate_series(1, ${MANY}) n`)
  await owner.query(`insert into referral_person (id, organisation_id, shown_as, needs, link_id, kept_at) select person, (array[$1, $2, $3]::uuid[])[1 + n % 3], 'Anna', 'Flowers ' || n, 'many', now() from made`, [asha.organisation, nell.organisation, tom.organisation])
  await owner.query(`insert into referral_reach (person_id, name, reach) select person, 'Anna ' || n, '07700 900321' from made`)
  await owner.query(`insert into referral (id, person_id, given_by, given_to, begun_by, made_at, touched_at, yes_at, yes_how, offered_at) select referral, person, (array[$1, $2, $3]::uuid[])[1 + n % 3], case when n % 50 = 0 then $4::uuid else $5::uuid end, (array[$1, $2, $3]::uuid[])[1 + n % 3], now() - n * interval '1 minute', now(), now(), 'own', now() from made where (array[$1, $2, $3]::uuid[])[1 + n % 3] <> case when n % 50 = 0 then $4::uuid else $5::uuid end`, [asha.organisation, nell.organisation, tom.organisation, priya.organisation, asha.organisation])
  await owner.query('analyze')
  looking = openLook(town)
})
afterAll(async () => {
  await looking?.close()
  await owner?.end()
  await town?.close()
})

test('a page of the inbox and one referral are read by their indexes, however many others have, under both walls', async () => {
  const { priya } = trades
  const { plans: inbox } = await looking.look(priya.ctx.actor, (tx) => listReferrals(tx, priya.organisation, filterInput.parse({})))
  const { rows } = await owner.query<{ id: Id<'referral'> }>('select id from referral where given_to = $1 limit 1', [priya.organisation])
  const { plans: one } = await looking.look(priya.ctx.actor, (tx) => getReferral(tx, rows[0]?.id ?? ('' as never)))

  expect(inbox).toMatch(/Index (Only )?Scan using referral_to/)
  for (const plan of [inbox, one]) expect(plan).not.toMatch(/Seq Scan on referral(_person|_reach)? /) // the other two hold nothing here
})
