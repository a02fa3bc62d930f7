import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { isOurs } from './scope.ts'
import type { Meets, NotForUs } from './want.ts'

/** What an organisation chose for itself: who is not for it, whom it saved, when it meets its own trade. */

type Ours = { readonly network: Id<'network'>; readonly organisation: Id<'organisation'> }

/** Whom we said are not for us, while that lasts. */
export async function listNotForUs(tx: Tx, { network, organisation }: Ours): Promise<readonly { readonly other: Id<'organisation'>; readonly reason: NotForUs; readonly note?: string; readonly untilOn?: string }[]> {
  const rows = await tx.db.selectFrom('not_for_us').where('network_id', '=', network).where('organisation_id', '=', organisation).where(isOurs(tx, 'organisation_id'))
    .where(sql<boolean>`(until_on is null or until_on >= ${tx.now}::date)`).select(['other_id', 'reason', 'note', 'until_on']).orderBy('said_at', 'desc').orderBy('other_id').execute()
  return rows.map((row) => ({ other: row.other_id as Id<'organisation'>, reason: row.reason as NotForUs, note: row.note ?? undefined, untilOn: row.until_on ?? undefined })) // a column of organisation ids; checked by the database
}

/** The same by id alone, for whoever leaves them out. */
export async function listDismissed(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>): Promise<readonly Id<'organisation'>[]> {
  return (await listNotForUs(tx, { network, organisation })).map(({ other }) => other)
}

export async function putDismissed(tx: Tx, { network, organisation }: Ours, other: Id<'organisation'>, said: { reason: NotForUs; note?: string; untilOn?: string }): Promise<void> {
  const fresh = { reason: said.reason, note: said.note ?? null, until_on: said.untilOn ?? null, said_at: tx.now, said_by: tx.actor.person ?? null }
  await tx.db.insertInto('not_for_us').values({ network_id: network, organisation_id: organisation, other_id: other, ...fresh }).onConflict((at) => at.columns(['network_id', 'organisation_id', 'other_id']).doUpdateSet(fresh)).execute()
}

export async function takeDismissed(tx: Tx, { network, organisation }: Ours, other: Id<'organisation'>): Promise<void> {
  await tx.db.deleteFrom('not_for_us').where('network_id', '=', network).where('organisation_id', '=', organisation).where('other_id', '=', other).where(isOurs(tx, 'organisation_id')).execute()
}

/** Whom we saved, the latest first. */
export async function listSaved(tx: Tx, { network, organisation }: Ours): Promise<readonly Id<'organisation'>[]> {
  const rows = await tx.db.selectFrom('match_saved').where('network_id', '=', network).where('organisation_id', '=', organisation).where(isOurs(tx, 'organisation_id'))
    .select('other_id').orderBy('saved_at', 'desc').orderBy('other_id').limit(200).execute()
  return rows.map((row) => row.other_id as Id<'organisation'>) // a column of organisation ids
}

export async function putSaved(tx: Tx, { network, organisation }: Ours, other: Id<'organisation'>): Promise<void> {
  await tx.db.insertInto('match_saved').values({ network_id: network, organisation_id: organisation, other_id: other, saved_at: tx.now, saved_by: tx.actor.person ?? null }).onConflict((at) => at.doNothing()).execute()
}

export async function takeSaved(tx: Tx, { network, organisation }: Ours, other: Id<'organisation'>): Promise<void> {
  await tx.db.deleteFrom('match_saved').where('network_id', '=', network).where('organisation_id', '=', organisation).where('other_id', '=', other).where(isOurs(tx, 'organisation_id')).execute()
}

/** When we meet our own trade; for cover, causes and teams where nobody said. */
export async function findMeets(tx: Tx, organisation: Id<'organisation'>): Promise<Meets> {
  const row = await tx.db.selectFrom('trade_preference').where('organisation_id', '=', organisation).where(isOurs(tx, 'organisation_id')).select('meets').executeTakeFirst()
  return (row?.meets ?? 'cover') as Meets // checked by the database
}

/** Several at once for the example town. */
export async function putMeets(tx: Tx, organisation: Id<'organisation'>, meets: Meets): Promise<void> {
  const fresh = { meets, said_at: tx.now, said_by: tx.actor.person ?? null }
  await tx.db.insertInto('trade_preference').values({ organisation_id: organisation, ...fresh }).onConflict((at) => at.column('organisation_id').doUpdateSet(fresh)).execute()
}
