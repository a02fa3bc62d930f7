import { sql, type Selectable } from 'kysely'
import type { PartnershipMoment as Row } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { KINDS_IN, type Moment, type MomentKind, type View } from './moment.ts'
import { haveASide, isOurs } from './scope.ts'

function seen(tx: Tx, partnership: Id<'partnership'>) {
  return tx.db.selectFrom('partnership_moment as m').where('m.partnership_id', '=', partnership).where(haveASide(tx, 'm.partnership_id'))
}

/** The shared timeline, the latest first; `before` goes on where a page ended. */
export async function listMoments(tx: Tx, partnership: Id<'partnership'>, { view = 'all', before, limit = 50 }: { view?: View; before?: { at: Date; id: string }; limit?: number } = {}): Promise<readonly Moment[]> {
  const rows = await seen(tx, partnership).where('m.kind', 'in', [...KINDS_IN[view]]).$if(!!before, (query) => query.where(sql<boolean>`(m.at, m.id) < (${before?.at}, ${before?.id}::uuid)`))
    .selectAll('m').orderBy('m.at', 'desc').orderBy('m.id', 'desc').limit(limit).execute()
  return rows.map(fromRow)
}

export async function findMoment(tx: Tx, partnership: Id<'partnership'>, id: Id<'moment'>): Promise<Moment & { recordedAt: Date } | undefined> {
  const row = await seen(tx, partnership).where('m.id', '=', id).selectAll('m').executeTakeFirst()
  return row && { ...fromRow(row), recordedAt: row.recorded_at }
}

export type Deed = { readonly kind: MomentKind; readonly by?: Id<'organisation'>; readonly came: boolean; readonly count: number }

/** What the give-and-take and the anniversary count: kinds, whose act, and whether work came of it. */
export async function listDeeds(tx: Tx, partnership: Id<'partnership'>): Promise<readonly Deed[]> {
  const rows = await seen(tx, partnership).where('m.kind', 'in', ['job', 'referral', 'cover', 'team', 'campaign', 'recommendation'])
    .select(['m.kind', 'm.by_organisation', sql<boolean>`m.came_of_it_at is not null`.as('came'), sql<number>`count(*)::int`.as('count')])
    .groupBy(['m.kind', 'm.by_organisation', sql`m.came_of_it_at is not null`]).orderBy('m.kind').execute()
  return rows.map((row) => ({ kind: row.kind as MomentKind, by: (row.by_organisation ?? undefined) as Id<'organisation'> | undefined, came: row.came, count: row.count })) // checked by the database
}

export type NewMoment = {
  readonly kind: MomentKind
  readonly says: string
  readonly by?: Id<'organisation'>
  readonly about?: string
  readonly subject?: Readonly<Record<string, string>>
  readonly href?: string
  readonly at: Date
  readonly tiesAt?: Date
  readonly cameOfItAt?: Date
}

/** Adds a moment. The same kind about the same thing is one moment: what is known later takes the place of what was known before. */
export async function saveMoment(tx: Tx, partnership: Id<'partnership'>, moment: NewMoment): Promise<Id<'moment'>> {
  const says = { says: moment.says, by_organisation: moment.by ?? null, subject: JSON.stringify(moment.subject ?? {}), href: moment.href ?? null, at: moment.at, ties_at: moment.tiesAt ?? null, came_of_it_at: moment.cameOfItAt ?? null }
  const row = await tx.db.insertInto('partnership_moment').values({ partnership_id: partnership, id: newId<'moment'>(), kind: moment.kind, about: moment.about ?? null, ...says, recorded_at: tx.now, recorded_by: tx.actor.person })
    .onConflict((on) => on.columns(['partnership_id', 'kind', 'about']).where('about', 'is not', null).doUpdateSet(says)).returning('id').executeTakeFirstOrThrow()
  await tx.db.updateTable('partnership').set({ last_moment_at: moment.at }).where('id', '=', partnership).where('last_moment_at', '<', moment.at).execute()
  return row.id as Id<'moment'> // the id just made, or of the moment whose place it took
}

export async function deleteMoment(tx: Tx, partnership: Id<'partnership'>, id: Id<'moment'>): Promise<void> {
  await tx.db.deleteFrom('partnership_moment').where('partnership_id', '=', partnership).where('id', '=', id).execute()
}

export async function deleteMomentAbout(tx: Tx, partnership: Id<'partnership'>, kind: MomentKind, about: string): Promise<void> {
  await tx.db.deleteFrom('partnership_moment').where('partnership_id', '=', partnership).where('kind', '=', kind).where('about', '=', about).execute()
}

/** A job stands in the timeline of two only while both say that it was so. As the house. */
export async function deleteJobMoments(tx: Tx, job: Id<'job'>, butOf: readonly Id<'organisation'>[]): Promise<void> {
  await sql`delete from partnership_moment m using partnership p where p.id = m.partnership_id and m.kind = 'job' and m.about = ${job}
    and not (p.one_id = any (${[...butOf]}::uuid[]) and p.other_id = any (${[...butOf]}::uuid[]))`.execute(tx.db)
}

export type PrivateNote = { readonly id: Id<'note'>; readonly says: string; readonly writtenAt: Date; readonly by?: Id<'person'> }

/** Our own notes, the latest first. */
export async function listNotes(tx: Tx, us: Id<'organisation'>, partnership: Id<'partnership'>, { before, limit = 50 }: { before?: { at: Date; id: string }; limit?: number } = {}): Promise<readonly PrivateNote[]> {
  const rows = await tx.db.selectFrom('partnership_note as n').where('n.organisation_id', '=', us).where('n.partnership_id', '=', partnership).where(isOurs(tx, 'n.organisation_id'))
    .$if(!!before, (query) => query.where(sql<boolean>`(n.written_at, n.id) < (${before?.at}, ${before?.id}::uuid)`))
    .selectAll('n').orderBy('n.written_at', 'desc').orderBy('n.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ id: row.id as Id<'note'>, says: row.says, writtenAt: row.written_at, by: (row.written_by ?? undefined) as Id<'person'> | undefined })) // columns of those ids
}

export async function saveNote(tx: Tx, us: Id<'organisation'>, partnership: Id<'partnership'>, says: string, at = tx.now): Promise<Id<'note'>> {
  const id = newId<'note'>()
  await tx.db.insertInto('partnership_note').values({ organisation_id: us, partnership_id: partnership, id, says, written_at: at, written_by: tx.actor.person }).execute()
  return id
}

export async function deleteNote(tx: Tx, us: Id<'organisation'>, partnership: Id<'partnership'>, id: Id<'note'>): Promise<boolean> {
  const { numDeletedRows } = await tx.db.deleteFrom('partnership_note as n').where('n.organisation_id', '=', us).where('n.partnership_id', '=', partnership).where('n.id', '=', id).where(isOurs(tx, 'n.organisation_id')).executeTakeFirst()
  return numDeletedRows === 1n
}

function fromRow(row: Selectable<Row>): Moment {
  // Ids come from columns of that kind; kind is checked by the database, subject was written by saveMoment.
  return {
    id: row.id as Id<'moment'>, kind: row.kind as MomentKind, says: row.says, by: (row.by_organisation ?? undefined) as Id<'organisation'> | undefined, about: row.about ?? undefined,
    subject: row.subject as Record<string, string>, href: row.href ?? undefined, at: row.at, tiesAt: row.ties_at ?? undefined, cameOfItAt: row.came_of_it_at ?? undefined,
  }
}
