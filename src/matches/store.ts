import { sql } from 'kysely'
import type { Place as EnginePlace } from '../../engine/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { isOurs } from './scope.ts'

/** Where a district lies, to measure from. */
export async function findPosition(tx: Tx, district: string): Promise<EnginePlace | undefined> {
  const row = await tx.db.selectFrom('district_position').where('code', '=', district).select(['latitude', 'longitude']).executeTakeFirst()
  return row && { latitude: row.latitude, longitude: row.longitude }
}

/** Our own place, whoever else may see it: it only measures our own lists. */
export async function placeOfOurs(tx: Tx, organisation: Id<'organisation'>): Promise<EnginePlace | undefined> {
  const row = await tx.db.selectFrom('organisation_place as p').leftJoin('district_position as d', 'd.code', 'p.district').where('p.organisation_id', '=', organisation).where(isOurs(tx, 'p.organisation_id'))
    .select(['p.town', 'd.latitude', 'd.longitude']).executeTakeFirst()
  return row && { town: row.town ?? undefined, latitude: row.latitude ?? undefined, longitude: row.longitude ?? undefined }
}

/** Whom we said are not for us, while that lasts. */
export async function listDismissed(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<readonly string[]> {
  const rows = await tx.db.selectFrom('not_for_us').where('network_id', '=', network).where('organisation_id', '=', organisation).where(isOurs(tx, 'organisation_id'))
    .where(sql<boolean>`(until_on is null or until_on >= ${tx.now}::date)`).select('other_id').execute()
  return rows.map((row) => row.other_id)
}

/** How often each was shown to us, on days before today, so that a list stays as it is while one pages through it. */
export async function listShownLately(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; times: number }>`
    select one.id, count(*)::int as times from match_list l cross join unnest(l.shown) one(id)
    where l.network_id = ${network} and l.organisation_id = ${organisation} and ${isOurs(tx, 'l.organisation_id')} and l.day < ${tx.now}::date and l.day >= ${tx.now}::date - 28 group by one.id`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.times]))
}

/** Notes whom we were shown today. */
export async function noteShown(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>, shown: readonly string[]): Promise<void> {
  if (shown.length === 0) return
  await sql`insert into match_list (network_id, organisation_id, day, shown) values (${network}, ${organisation}, ${tx.now}::date, ${[...shown]}::uuid[])
    on conflict (network_id, organisation_id, day) do update set shown = (select array_agg(distinct one) from unnest(match_list.shown || excluded.shown) one)
    where not match_list.shown @> excluded.shown`.execute(tx.db)
}
