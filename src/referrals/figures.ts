import { sql } from 'kysely'
import { VALUE_BANDS, type ValueBand } from '../answers/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { findPartnership } from '../partnerships/index.ts'
import { actingFor } from './acting.ts'
import { referralInSight } from './scope.ts'
import { maySeeFigures } from './who-may.ts'

/** One month as its owner reads it. Known is the share of those passed and received whose outcome somebody said. */
export type Month = { readonly month: string; readonly passed: number; readonly received: number; readonly settled: number; readonly known: number; readonly won: number; readonly thanked: number }

/** What went to and fro with one partner, and how the two came to know each other. */
export type GiveAndTake = { readonly partner: Id<'organisation'>; readonly name: string; readonly passed: number; readonly passedWon: number; readonly received: number; readonly receivedWon: number; readonly howMet?: string }

/** Who was led to whom: work that came by people one had passed on, or had passed to one, further down the chain. */
export type LedTo = { readonly from: string; readonly to: string; readonly began: string; readonly won: number; readonly count: number }

export type Figures = { readonly months: readonly Month[]; readonly partners: readonly GiveAndTake[]; readonly chains: readonly LedTo[] }

/** Give and take and the monthly picture, for the owner of the organisation and nobody else. */
export function readFigures(ctx: Ctx): Promise<Figures> {
  return ctx.read(async (tx) => {
    const us = await actingFor(tx, maySeeFigures)
    return { months: await listMonths(tx, us.id), partners: await listGiveAndTake(tx, us.id), chains: await listChains(tx, us.id) }
  })
}

async function listMonths(tx: Tx, us: Id<'organisation'>): Promise<readonly Month[]> {
  const { rows } = await sql<Month>`
    select to_char(date_trunc('month', r.offered_at at time zone 'Europe/London'), 'YYYY-MM') as month,
           count(*) filter (where r.given_by = ${us})::int as passed, count(*) filter (where r.given_to = ${us})::int as received,
           count(*) filter (where r.accepted_at is not null)::int as settled, count(*) filter (where r.won_at is not null or r.lost_at is not null)::int as known,
           count(*) filter (where r.won_at is not null)::int as won, count(*) filter (where r.thanked_at is not null)::int as thanked
      from referral r where r.offered_at is not null and r.offered_at > ${tx.now}::timestamptz - interval '12 months' and (r.given_by = ${us} or r.given_to = ${us}) and ${referralInSight(tx, 'r')}
     group by 1 order by 1 desc`.execute(tx.db)
  return rows
}

async function listGiveAndTake(tx: Tx, us: Id<'organisation'>): Promise<readonly GiveAndTake[]> {
  const { rows } = await sql<{ partner: Id<'organisation'>; passed: number; passed_won: number; received: number; received_won: number }>`
    select case when r.given_by = ${us} then r.given_to else r.given_by end as partner,
           count(*) filter (where r.given_by = ${us})::int as passed, count(*) filter (where r.given_by = ${us} and r.won_at is not null)::int as passed_won,
           count(*) filter (where r.given_to = ${us})::int as received, count(*) filter (where r.given_to = ${us} and r.won_at is not null)::int as received_won
      from referral r where r.offered_at is not null and (r.given_by = ${us} or r.given_to = ${us}) and ${referralInSight(tx, 'r')}
     group by 1 order by count(*) desc, 1 limit 50`.execute(tx.db)
  const names = await asHouse(tx).read((house) => namesOfOrganisations(house, rows.map((row) => row.partner)))
  const found: GiveAndTake[] = []
  for (const row of rows) {
    found.push({ partner: row.partner, name: names.get(row.partner) ?? 'Somebody', passed: row.passed, passedWon: row.passed_won, received: row.received, receivedWon: row.received_won, howMet: await howMet(tx, us, row.partner) })
  }
  return found
}

/** How the two came to know each other, in a sentence: an introduction is the first link of a chain. */
async function howMet(tx: Tx, us: Id<'organisation'>, partner: Id<'organisation'>): Promise<string | undefined> {
  const bond = await findPartnership(tx, us, partner)
  const by = bond?.met.by
  const name = by && (await asHouse(tx).read((house) => namesOfOrganisations(house, [by]))).get(by)
  if (name) return `${name} brought you together.`
  return bond?.met.what ? `How you met: ${bond.met.what}.`.replace('..', '.') : undefined
}

/** Referrals that went on from one of ours: who began, and where they ended. */
async function listChains(tx: Tx, us: Id<'organisation'>): Promise<readonly LedTo[]> {
  const { rows } = await sql<{ given_by: Id<'organisation'>; given_to: Id<'organisation'>; begun_by: Id<'organisation'>; won: number; count: number }>`
    select r.given_by, r.given_to, r.begun_by, count(*) filter (where r.won_at is not null)::int as won, count(*)::int as count
      from referral r where r.passed_from is not null and r.offered_at is not null and ${referralInSight(tx, 'r')} and ${us}::uuid in (r.given_by, r.given_to, r.begun_by)
     group by 1, 2, 3 order by count(*) desc, 1, 2 limit 50`.execute(tx.db)
  const names = await asHouse(tx).read((house) => namesOfOrganisations(house, rows.flatMap((row) => [row.given_by, row.given_to, row.begun_by])))
  const name = (id: string) => names.get(id) ?? 'Somebody'
  return rows.map((row) => ({ from: name(row.given_by), to: name(row.given_to), began: name(row.begun_by), won: row.won, count: row.count }))
}

export type Totals = { readonly passed: number; readonly won: number; readonly thanked: number; /** Only where enough are counted together that nobody's own can be told. */ readonly bands?: Readonly<Partial<Record<ValueBand, number>>> }

const ENOUGH = 5

/** What an organiser may know: totals of referrals between members, never whose. As the house, once it asked who organises. */
export async function totalsOfReferralsIn(tx: Tx, network: Id<'network'>, since: Date): Promise<Totals> {
  if (tx.actor.by !== 'house') throw new Error('Only the house counts the referrals of everyone.')
  const { rows } = await sql<{ band: ValueBand | null; passed: number; won: number; thanked: number }>`
    select v.band, count(*)::int as passed, count(r.won_at)::int as won, count(r.thanked_at)::int as thanked
      from referral r left join referral_value v on v.referral_id = r.id and r.won_at is not null
     where r.offered_at >= ${since}::timestamptz
       and exists (select 1 from membership m where m.network_id = ${network}::uuid and m.organisation_id = r.given_by and m.left_at is null)
       and exists (select 1 from membership m where m.network_id = ${network}::uuid and m.organisation_id = r.given_to and m.left_at is null)
     group by v.band`.execute(tx.db)
  const sum = (of: 'passed' | 'won' | 'thanked') => rows.reduce((all, row) => all + row[of], 0)
  const valued = rows.filter((row) => row.band)
  const enough = valued.reduce((all, row) => all + row.won, 0) >= ENOUGH
  return { passed: sum('passed'), won: sum('won'), thanked: sum('thanked'), bands: enough ? Object.fromEntries(VALUE_BANDS.flatMap((band) => valued.filter((row) => row.band === band).map((row) => [band, row.won]))) : undefined }
}
