import { inSight, type Sight } from '../organisations/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { ownedByUs } from './scope.ts'
import type { PartName } from './sight.ts'

/** Writes who sees which part. The copies on memberships are brought along by `refreshCopies` in the same transaction. */
export async function saveWhoSees(tx: Tx, organisation: Id<'organisation'>, words: Record<PartName, Sight>): Promise<void> {
  await tx.db.updateTable('organisation').set({ sight: words.page }).where('id', '=', organisation).execute()
  await tx.db.updateTable('organisation_contact').set({ sight: words.contact }).where('organisation_id', '=', organisation).execute()
  await tx.db.updateTable('organisation_place').set({ sight: words.place }).where('organisation_id', '=', organisation).execute()
}

export type PartnerCounted = { readonly organisation: Id<'organisation'>; readonly name: string; readonly countedAt: Date }

/** Whom our organisation counts as partner; the name is missing where the other has since hidden its page. */
export async function listPartnersCounted(tx: Tx, organisation: Id<'organisation'>): Promise<readonly PartnerCounted[]> {
  const rows = await tx.db.selectFrom('sight_partner as s')
    .leftJoin('organisation as o', (join) => join.onRef('o.id', '=', 's.partner_id').on(inSight(tx, 'o', 'o.sight', 'page')))
    .where('s.organisation_id', '=', organisation).where('s.ended_at', 'is', null).where(ownedByUs(tx, 's.organisation_id'))
    .select(['s.partner_id', 'o.name', 's.counted_at']).orderBy('o.name').orderBy('s.partner_id').execute()
  return rows.map((row) => ({ organisation: row.partner_id as Id<'organisation'>, name: row.name ?? 'An organisation that is hidden now', countedAt: row.counted_at })) // a column of organisation ids
}

export async function savePartnerCounted(tx: Tx, organisation: Id<'organisation'>, partner: Id<'organisation'>): Promise<void> {
  const fresh = { counted_at: tx.now, counted_by: tx.actor.person ?? null, ended_at: null, ended_by: null }
  await tx.db.insertInto('sight_partner').values({ organisation_id: organisation, partner_id: partner, ...fresh })
    .onConflict((at) => at.columns(['organisation_id', 'partner_id']).doUpdateSet(fresh).where('sight_partner.ended_at', 'is not', null)).execute()
}

export async function markPartnerEnded(tx: Tx, organisation: Id<'organisation'>, partner: Id<'organisation'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('sight_partner').set({ ended_at: tx.now, ended_by: tx.actor.person })
    .where('organisation_id', '=', organisation).where('partner_id', '=', partner).where('ended_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export type Grant = {
  readonly id: Id<'grant'>
  readonly part: string
  readonly to: Id<'organisation'>
  readonly toName: string
  readonly reason: string
  readonly until: Date
}

/** What our organisation shows of itself to others by grants that have not ended. */
export function listGrants(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Grant[]> {
  return listGrantsOf(tx, organisation, { id: organisation })
}

/** The same of one thing that is ours, such as a brief; `kind` as it was given with. */
export async function listGrantsOf(tx: Tx, organisation: Id<'organisation'>, subject: { readonly kind?: string; readonly id: string }): Promise<readonly Grant[]> {
  let query = tx.db.selectFrom('sight_grant as g')
    .leftJoin('organisation as o', (join) => join.onRef('o.id', '=', 'g.to_organisation_id').on(inSight(tx, 'o', 'o.sight', 'page')))
    .where('g.organisation_id', '=', organisation).where('g.subject_id', '=', subject.id).where('g.withdrawn_at', 'is', null).where('g.until_at', '>', tx.now).where(ownedByUs(tx, 'g.organisation_id'))
  if (subject.kind) query = query.where('g.subject_kind', '=', subject.kind)
  const rows = await query.select(['g.id', 'g.subject_kind', 'g.to_organisation_id', 'o.name', 'g.reason', 'g.until_at']).orderBy('g.until_at').orderBy('g.id').execute()
  return rows.map((row) => ({
    id: row.id as Id<'grant'>, part: row.subject_kind, to: row.to_organisation_id as Id<'organisation'>, toName: row.name ?? 'An organisation that is hidden now', // columns of those ids
    reason: row.reason, until: row.until_at,
  }))
}

export type NewGrant = { readonly organisation: Id<'organisation'>; readonly kind: string; readonly subject: string; readonly to: Id<'organisation'>; readonly reason: string; readonly until: Date }

export async function saveGrant(tx: Tx, grant: NewGrant): Promise<Id<'grant'>> {
  const id = newId<'grant'>()
  await tx.db.insertInto('sight_grant').values({
    organisation_id: grant.organisation, id, subject_kind: grant.kind, subject_id: grant.subject, to_organisation_id: grant.to,
    reason: grant.reason, given_by: tx.actor.person, from_at: tx.now, until_at: grant.until,
  }).execute()
  return id
}

export async function markGrantWithdrawn(tx: Tx, organisation: Id<'organisation'>, id: Id<'grant'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('sight_grant').set({ withdrawn_at: tx.now, withdrawn_by: tx.actor.person })
    .where('organisation_id', '=', organisation).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All that a closed organisation had shown. The house writes it. */
export async function withdrawGrantsOf(tx: Tx, organisation: Id<'organisation'>): Promise<void> {
  await tx.db.updateTable('sight_grant').set({ withdrawn_at: tx.now }).where('organisation_id', '=', organisation).where('withdrawn_at', 'is', null).execute()
}

/** Whether our organisation counts another as partner today. */
export async function countsAsPartner(tx: Tx, organisation: Id<'organisation'>, partner: Id<'organisation'>): Promise<boolean> {
  const row = await tx.db.selectFrom('sight_partner as s').where('s.organisation_id', '=', organisation).where('s.partner_id', '=', partner).where('s.ended_at', 'is', null).where(ownedByUs(tx, 's.organisation_id')).select('s.partner_id').executeTakeFirst()
  return row !== undefined
}
