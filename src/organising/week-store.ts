import { sql } from 'kysely'
import { inSightOnPage } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { membershipInSight } from '../networks/index.ts'

export type Somebody = { readonly id: Id<'organisation'>; readonly name: string }
/** A member who shows no answer to question 4, and when they were asked for one last. */
export type Unanswered = Somebody & { readonly askedAt?: Date }

/** Nobody is asked twice in a month. */
export const DAYS_BETWEEN = 30

/** Members with people of their own who show this asker no answer to question 4: not written yet, or kept to themselves. */
export async function listUnanswered(tx: Tx, network: Id<'network'>, limit = 500): Promise<readonly Unanswered[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .leftJoin('member_nudge as n', (join) => join.onRef('n.network_id', '=', 'm.network_id').onRef('n.organisation_id', '=', 'm.organisation_id').on('n.about', '=', 'question_4'))
    .where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm')).where('o.claimed_at', 'is not', null).where('o.closed_at', 'is', null).where('o.rests_since', 'is', null)
    .where(sql<boolean>`not exists (select 1 from answer a where a.organisation_id = o.id and a.question = 4 and a.words <> '' and ${inSightOnPage(tx, 'o', 'a.sight', 'shares a network')})`)
    .select(['m.organisation_id as id', 'm.listed_as as name', 'n.sent_at']).orderBy('m.listed_as').orderBy('m.organisation_id').limit(limit).execute()
  return rows.map(({ id, name, sent_at }) => ({ id: id as Id<'organisation'>, name, askedAt: sent_at ?? undefined })) // a column of ids of organisations
}

/** Members whom somebody listed and nobody has claimed. */
export async function listUnclaimed(tx: Tx, network: Id<'network'>, limit = 500): Promise<readonly Somebody[]> {
  const rows = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm')).where('o.claimed_at', 'is', null).where('o.closed_at', 'is', null)
    .select(['m.organisation_id as id', 'm.listed_as as name']).orderBy('m.listed_as').orderBy('m.organisation_id').limit(limit).execute()
  return rows.map(({ id, name }) => ({ id: id as Id<'organisation'>, name })) // likewise
}

/** Whoever joined since then, the newest first. */
export async function listJoinedSince(tx: Tx, network: Id<'network'>, since: Date, limit = 500): Promise<readonly Somebody[]> {
  const rows = await tx.db.selectFrom('membership as m').where('m.network_id', '=', network).where('m.left_at', 'is', null).where(membershipInSight(tx, 'm')).where('m.joined_at', '>=', since)
    .select(['m.organisation_id as id', 'm.listed_as as name']).orderBy('m.joined_at', 'desc').orderBy('m.organisation_id').limit(limit).execute()
  return rows.map(({ id, name }) => ({ id: id as Id<'organisation'>, name })) // likewise
}

/** The house notes it. */
export async function saveNudge(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<void> {
  const at = { sent_at: tx.now, sent_by: tx.actor.person ?? null }
  await tx.db.insertInto('member_nudge').values({ network_id: network, organisation_id: organisation, about: 'question_4', ...at }).onConflict((on) => on.columns(['network_id', 'organisation_id', 'about']).doUpdateSet(at)).execute()
}
