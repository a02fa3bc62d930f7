import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { actingFor } from './scope.ts'
import type { Role, Staff } from './staff.ts'

/** The colleagues of the organisation acted for; nobody else's. */
export async function listStaff(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Staff[]> {
  const query = tx.db.selectFrom('staff').innerJoin('person', 'person.id', 'staff.person_id')
    .where('staff.organisation_id', '=', organisation).where('staff.left_at', 'is', null)
  const rows = await (tx.actor.by === 'house' ? query : query.where('staff.organisation_id', '=', actingFor(tx)))
    .select(['staff.person_id', 'person.name', 'staff.role', 'staff.since']).orderBy('staff.since').orderBy('staff.person_id').execute()
  // Ids are of persons by their key; roles are checked by the database.
  return rows.map((row) => ({ person: row.person_id as Id<'person'>, name: row.name, role: row.role as Role, since: row.since }))
}

export type WorkingFor = { readonly organisation: Id<'organisation'>; readonly name: string; readonly role: Role }

/** The organisations someone may act for. The function looks only at the staff rows of the person it is given, who is always the asker. */
export async function listWorkingFor(tx: Tx): Promise<readonly WorkingFor[]> {
  if (!tx.actor.person) return []
  const { rows } = await sql<{ organisation_id: string; name: string; role: string }>`select * from working_for(${tx.actor.person}::uuid)`.execute(tx.db)
  return rows.map((row) => ({ organisation: row.organisation_id as Id<'organisation'>, name: row.name, role: row.role as Role })) // as the function's columns say
}

/** Holds the owners until the end of the transaction, in one order for everyone, so that two cannot both be the last to leave. */
export async function holdOwners(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Id<'person'>[]> {
  const rows = await tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', organisation).where('role', '=', 'owner').where('left_at', 'is', null)
    .orderBy('person_id').forUpdate().execute()
  return rows.map((row) => row.person_id as Id<'person'>) // a column of person ids
}

/** Who decides there, for letters that the house sends. */
export async function listOwners(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Id<'person'>[]> {
  const rows = await tx.db.selectFrom('staff').select('person_id').where('organisation_id', '=', organisation).where('role', '=', 'owner').where('left_at', 'is', null).orderBy('person_id').execute()
  return rows.map((row) => row.person_id as Id<'person'>) // a column of person ids
}

export async function findRole(tx: Tx, organisation: Id<'organisation'>, person: Id<'person'>): Promise<Role | undefined> {
  const row = await tx.db.selectFrom('staff').select('role').where('organisation_id', '=', organisation).where('person_id', '=', person).where('left_at', 'is', null).executeTakeFirst()
  return row?.role as Role | undefined // checked by the database
}

/** Someone starts, or comes back. The house writes it. */
export async function saveStaff(tx: Tx, organisation: Id<'organisation'>, person: Id<'person'>, role: Role): Promise<void> {
  const values = { organisation_id: organisation, person_id: person, role, since: tx.now }
  await tx.db.insertInto('staff').values(values)
    .onConflict((at) => at.columns(['organisation_id', 'person_id']).doUpdateSet({ role, since: tx.now, left_at: null, removed_by: null })).execute()
}

export async function saveRole(tx: Tx, organisation: Id<'organisation'>, person: Id<'person'>, role: Role): Promise<void> {
  await tx.db.updateTable('staff').set({ role }).where('organisation_id', '=', organisation).where('person_id', '=', person).where('left_at', 'is', null).execute()
}

export async function markLeft(tx: Tx, organisation: Id<'organisation'>, person: Id<'person'>): Promise<void> {
  await tx.db.updateTable('staff').set({ left_at: tx.now, removed_by: tx.actor.person === person ? null : tx.actor.person })
    .where('organisation_id', '=', organisation).where('person_id', '=', person).where('left_at', 'is', null).execute()
}

export type StaffInvitation = { readonly linkId: string; readonly role: Role; readonly forWhom?: string; readonly madeBy?: Id<'person'>; readonly madeAt: Date; readonly endsAt: Date }

export async function saveInvitation(tx: Tx, organisation: Id<'organisation'>, invitation: { linkId: string; role: Role; forWhom?: string }): Promise<void> {
  await tx.db.insertInto('staff_invitation').values({
    organisation_id: organisation, link_id: invitation.linkId, role: invitation.role, for_whom: invitation.forWhom, made_by: tx.actor.person, made_at: tx.now,
  }).execute()
}

/** Invitations that still wait. The caller has asked whether this person may invite: whoever may, may copy them too. */
export async function listInvitations(tx: Tx, organisation: Id<'organisation'>): Promise<readonly StaffInvitation[]> {
  const rows = await tx.db.selectFrom('staff_invitation as i').innerJoin('one_time_link as l', 'l.id', 'i.link_id')
    .where('i.organisation_id', '=', organisation).where('l.used_at', 'is', null).where('l.withdrawn_at', 'is', null).where('l.ends_at', '>', tx.now)
    .where(tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`keeps(${tx.actor.person ?? null}::uuid, ${tx.actor.organisation ?? null}::uuid, i.organisation_id)`)
    .select(['i.link_id', 'i.role', 'i.for_whom', 'i.made_by', 'i.made_at', 'l.ends_at']).orderBy('i.made_at').orderBy('i.link_id').execute()
  return rows.map((row) => ({
    linkId: row.link_id, role: row.role as Role, forWhom: row.for_whom ?? undefined, madeBy: (row.made_by ?? undefined) as Id<'person'> | undefined, // a column of person ids
    madeAt: row.made_at, endsAt: row.ends_at,
  }))
}

export async function findInvitation(tx: Tx, linkId: string) {
  return tx.db.selectFrom('staff_invitation').select(['organisation_id', 'role', 'made_by']).where('link_id', '=', linkId).executeTakeFirst()
}

export async function findLinkAct(tx: Tx, linkId: string): Promise<string | undefined> {
  return (await tx.db.selectFrom('one_time_link').select('act').where('id', '=', linkId).executeTakeFirst())?.act
}
