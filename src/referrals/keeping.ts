import { sql } from 'kysely'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { actingFor } from './acting.ts'
import { erasePerson } from './erase-person.ts'
import { keepingInput } from './input.ts'
import { isUs } from './scope.ts'

/** Two years after the end, where nobody said otherwise. */
export const MONTHS_KEPT = 24
/** Where nothing was ever sent there is nothing to keep. */
const DAYS_UNSENT = 30

/** How long this organisation keeps people after all has ended. */
export async function findKeeping(tx: Tx, organisation: Id<'organisation'>): Promise<{ months: number }> {
  const row = await tx.db.selectFrom('referral_keeping as k').select('k.months').where('k.organisation_id', '=', organisation)
    .where(tx.actor.by === 'house' ? sql<boolean>`true` : isUs(tx, 'k.organisation_id')).executeTakeFirst()
  return { months: row?.months ?? MONTHS_KEPT }
}

export function keepFor(ctx: Ctx, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await actingFor(tx)
    const { months } = parse(keepingInput, input)
    const said = { months, set_at: tx.now, set_by: tx.actor.person ?? null }
    await asHouse(tx).transaction((house) => house.db.insertInto('referral_keeping').values({ organisation_id: us.id, ...said }).onConflict((on) => on.column('organisation_id').doUpdateSet(said)).execute())
  })
}

/**
 * Erases whoever has been kept long enough: all their referrals have ended, and the shortest time that any of those who held them keeps
 * has passed since the last. Those who were never sent anywhere go after a month.
 */
export async function eraseKeptLongEnough(ctx: Ctx, most = 200): Promise<number> {
  const due = await asHouse(ctx).read(async ({ db, now }) => (await sql<{ id: string }>`
    select p.id from referral_person p
      join lateral (select bool_and(r.ended_at is not null) as over, max(r.ended_at) as last, bool_or(r.offered_at is not null) as sent,
                           min(coalesce(k.months, ${MONTHS_KEPT})) as months
                      from referral r left join referral_keeping k on k.organisation_id in (r.given_by, r.given_to) where r.person_id = p.id) f on true
     where f.over and case when f.sent then f.last + make_interval(months => f.months) else f.last + make_interval(days => ${DAYS_UNSENT}) end <= ${now}::timestamptz
     order by f.last, p.id limit ${most}`.execute(db)).rows)
  for (const { id } of due) await asHouse(ctx).transaction((tx) => erasePerson(tx, id as Id<'referral-person'>, 'time')) // a column of those ids
  return due.length
}
