import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { OrganisationInput } from './input.ts'
import { standingOf, type Kind, type Organisation } from './organisation.ts'
import { factsOf, inSight, inSightBy } from './scope.ts'
import { asSight } from './sight-words.ts'
import type { Role } from './staff.ts'
import type { Keeping } from './who-may.ts'

/** One organisation as this asker may see it: the parts that are not shown are not in the answer. */
export async function findOrganisation(tx: Tx, id: Id<'organisation'>): Promise<Organisation | undefined> {
  const row = await tx.db.selectFrom('organisation as o')
    .innerJoinLateral(() => factsOf(tx, 'o').as('fact'), (join) => join.onTrue())
    .leftJoin('organisation_contact as c', (join) => join.onRef('c.organisation_id', '=', 'o.id').on(inSightBy(tx, 'o', 'c.sight', 'contact')))
    .leftJoin('organisation_place as p', (join) => join.onRef('p.organisation_id', '=', 'o.id').on(inSightBy(tx, 'o', 'p.sight', 'place')))
    .where('o.id', '=', id).where(inSightBy(tx, 'o', 'o.sight', 'page'))
    .select(['o.id', 'o.name', 'o.kind', 'o.line', 'o.story', 'o.website', 'o.people_count', 'o.sight', 'o.listed_at', 'o.listed_by', 'o.claimed_at', 'o.rests_since', 'o.closed_at',
      'c.phone', 'c.email', 'c.sight as contact_sight', 'p.district', 'p.town', 'p.sight as place_sight'])
    .select(sql<{ scheme: string; value: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme, i.value), '[]') from identifier i where i.organisation_id = o.id)`.as('identifiers'))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id, name: row.name, kind: row.kind as Kind, // checked by the database
    line: row.line ?? undefined, story: row.story ?? undefined, website: row.website ?? undefined, peopleCount: row.people_count ?? undefined,
    sight: asSight(row.sight), standing: standingOf(row),
    contact: row.contact_sight ? { phone: row.phone ?? undefined, email: row.email ?? undefined, sight: asSight(row.contact_sight) } : undefined,
    place: row.place_sight ? { district: row.district ?? undefined, town: row.town ?? undefined, sight: asSight(row.place_sight) } : undefined,
    identifiers: row.identifiers,
  }
}

export async function getOrganisation(tx: Tx, id: Id<'organisation'>): Promise<Organisation> {
  const found = await findOrganisation(tx, id)
  if (!found) throw new NotFound('There is no such organisation, or it is not shown to you.', 'Check the address, or look in your networks.')
  return found
}

/** How the asker stands to this organisation. A house at work stands as its owner. */
export async function keepingOf(tx: Tx, organisation: Organisation): Promise<Keeping & { worksThere: boolean }> {
  const { person, by } = tx.actor
  if (by === 'house') return { role: 'owner', listedIt: organisation.standing.is === 'listed', worksThere: true }
  const staff = person && await tx.db.selectFrom('staff').select('role')
    .where('organisation_id', '=', organisation.id).where('person_id', '=', person).where('left_at', 'is', null).executeTakeFirst()
  const acting = tx.actor.organisation === organisation.id
  return {
    role: staff && acting ? staff.role as Role : undefined, // checked by the database
    listedIt: organisation.standing.is === 'listed' && !!person && organisation.standing.by === person,
    worksThere: !!staff,
  }
}

export async function saveNewOrganisation(tx: Tx, input: OrganisationInput, listedBy: Id<'person'>): Promise<Id<'organisation'>> {
  const id = newId<'organisation'>()
  await tx.db.insertInto('organisation').values({ id, ...pageOf(input), listed_at: tx.now, listed_by: listedBy }).execute()
  await tx.db.insertInto('organisation_contact').values({ organisation_id: id, phone: input.phone, email: input.email }).execute()
  await tx.db.insertInto('organisation_place').values({ organisation_id: id, district: input.district, town: input.town }).execute()
  return id
}

export async function saveOrganisation(tx: Tx, id: Id<'organisation'>, input: OrganisationInput): Promise<void> {
  await tx.db.updateTable('organisation').set(pageOf(input)).where('id', '=', id).execute()
  await tx.db.updateTable('organisation_contact').set({ phone: input.phone ?? null, email: input.email ?? null }).where('organisation_id', '=', id).execute()
  await tx.db.updateTable('organisation_place').set({ district: input.district ?? null, town: input.town ?? null }).where('organisation_id', '=', id).execute()
}

/** True for whoever was first. */
export async function markClaimed(tx: Tx, id: Id<'organisation'>, by: Id<'person'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('organisation').set({ claimed_at: tx.now, claimed_by: by })
    .where('id', '=', id).where('claimed_at', 'is', null).where('closed_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markClosed(tx: Tx, id: Id<'organisation'>): Promise<void> {
  await tx.db.updateTable('organisation').set({ closed_at: tx.now, closed_by: tx.actor.person, sight: 'only_us' }).where('id', '=', id).execute()
  await tx.db.updateTable('organisation_contact').set({ sight: 'only_us' }).where('organisation_id', '=', id).execute()
  await tx.db.updateTable('organisation_place').set({ sight: 'only_us' }).where('organisation_id', '=', id).execute()
}

export async function markResting(tx: Tx, id: Id<'organisation'>, since: Date | null): Promise<void> {
  await tx.db.updateTable('organisation').set({ rests_since: since }).where('id', '=', id).execute()
}

export async function addIdentifierRow(tx: Tx, id: Id<'organisation'>, scheme: string, value: string): Promise<void> {
  await tx.db.insertInto('identifier').values({ organisation_id: id, scheme, value, added_at: tx.now, added_by: tx.actor.person })
    .onConflict((at) => at.doNothing()).execute()
}

export async function removeIdentifierRow(tx: Tx, id: Id<'organisation'>, scheme: string, value: string): Promise<void> {
  await tx.db.deleteFrom('identifier').where('organisation_id', '=', id).where('scheme', '=', scheme).where('value', '=', value).execute()
}

/** Names of organisations, for those the asker may see. */
export async function namesOfOrganisations(tx: Tx, ids: readonly Id<'organisation'>[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('organisation as o').where('o.id', 'in', [...ids]).where(inSight(tx, 'o', 'o.sight', 'page')).select(['o.id', 'o.name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Listings the asker wrote for others that nobody has claimed yet. */
export const MOST_LISTED = 50

export function listMyListings(tx: Tx, most = MOST_LISTED) {
  return tx.db.selectFrom('organisation as o').where('o.listed_by', '=', tx.actor.person ?? null).where('o.claimed_at', 'is', null).where('o.closed_at', 'is', null)
    .where(inSight(tx, 'o', 'o.sight', 'page')).select(['o.id', 'o.name', 'o.line']).orderBy('o.name').orderBy('o.id').limit(most).execute()
}

function pageOf(input: OrganisationInput) {
  return {
    name: input.name, kind: input.kind, line: input.line ?? null, story: input.story ?? null,
    website: input.website ?? null, people_count: input.peopleCount ?? null,
  }
}
