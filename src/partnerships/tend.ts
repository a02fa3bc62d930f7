import { sql } from 'kysely'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { tell } from '../notices/index.ts'

const AT_ONCE = 50

/** Once a day, quietly: a hello where it has been quiet for as long as the side chose, and a word on the day they met. */
export async function tendPartnerships(ctx: Ctx): Promise<void> {
  while (await asHouse(ctx).transaction(suggestHellos));
  while (await asHouse(ctx).transaction(tellAnniversaries));
}

/** Each side is told once for one silence; a new moment begins a new one. */
async function suggestHellos(tx: Tx): Promise<boolean> {
  const due = await tx.db.selectFrom('partnership as p').innerJoin('partnership_side as s', 's.partnership_id', 'p.id')
    .where('p.agreed_at', 'is not', null).where('p.ended_at', 'is', null).where('p.resting_since', 'is', null).where('s.quiet_months', '>', 0)
    .where(sql<boolean>`p.last_moment_at + make_interval(months => s.quiet_months) <= ${tx.now}::timestamptz`).where(sql<boolean>`(s.quiet_told_at is null or s.quiet_told_at < p.last_moment_at)`)
    .select(['s.organisation_id', 's.partnership_id']).orderBy('p.last_moment_at').limit(AT_ONCE).forUpdate('s').skipLocked().execute()
  for (const { organisation_id, partnership_id } of due) {
    await tell(tx, { kind: 'partnerships.quiet', to: organisation_id as Id<'organisation'>, subject: { partnership: partnership_id } }) // a column of organisation ids
    await tx.db.updateTable('partnership_side').set({ quiet_told_at: tx.now }).where('organisation_id', '=', organisation_id).where('partnership_id', '=', partnership_id).execute()
  }
  return due.length === AT_ONCE
}

async function tellAnniversaries(tx: Tx): Promise<boolean> {
  const today = tx.now.toISOString().slice(0, 10)
  const began = sql<string>`coalesce(p.met_on, (p.agreed_at at time zone 'utc')::date)`
  const due = await tx.db.selectFrom('partnership as p').innerJoin('partnership_side as s', 's.partnership_id', 'p.id')
    .where('p.agreed_at', 'is not', null).where('p.ended_at', 'is', null).where('p.resting_since', 'is', null)
    .where(sql<boolean>`to_char(${began}, 'MM-DD') in (${sql.join(daysOf(today))})`).where(sql<boolean>`extract(year from ${began}) < extract(year from ${today}::date)`)
    .where(sql<boolean>`(s.anniversary_told_on is null or s.anniversary_told_on < ${today}::date)`)
    .select(['s.organisation_id', 's.partnership_id']).orderBy('s.partnership_id').orderBy('s.organisation_id').limit(AT_ONCE).forUpdate('s').skipLocked().execute()
  for (const { organisation_id, partnership_id } of due) {
    await tell(tx, { kind: 'partnerships.anniversary', to: organisation_id as Id<'organisation'>, subject: { partnership: partnership_id, on: today } }) // a column of organisation ids
    await tx.db.updateTable('partnership_side').set({ anniversary_told_on: today }).where('organisation_id', '=', organisation_id).where('partnership_id', '=', partnership_id).execute()
  }
  return due.length === AT_ONCE
}

/** Those who met on 29 February keep the 28th where there is none. */
function daysOf(today: string): readonly string[] {
  const leaps = new Date(`${today.slice(0, 4)}-02-29T00:00:00Z`).getUTCMonth() === 1
  return today.endsWith('-02-28') && !leaps ? ['02-28', '02-29'] : [today.slice(5)]
}

defineChore({ name: 'partnerships.tend', cron: '20 7 * * *', run: tendPartnerships })
