import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, type Sight } from '../organisations/index.ts'
import { inSightOnPage, oursOf } from './scope.ts'

/** A paper with a number; and a figure with its source. */
export type Certificate = {
  readonly id: Id<'certificate'>
  readonly name: string
  readonly number?: string
  readonly issuedBy: string
  readonly issuedOn?: string
  readonly expiresOn?: string
  /** Absent where there is none, or it is not shown to the asker. */
  readonly file?: Id<'file'>
  readonly fileShown: boolean
  readonly sight: Sight
  readonly addedAt: Date
}

export type Figure = { readonly id: Id<'figure'>; readonly says: string; readonly source: string; readonly on: string; readonly sight: Sight; readonly addedAt: Date }

export async function listCertificates(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Certificate[]> {
  const rows = await tx.db.selectFrom('certificate as c').innerJoin('organisation as o', 'o.id', 'c.organisation_id').where('c.organisation_id', '=', organisation).where(inSightOnPage(tx, 'o', 'c.sight'))
    .selectAll('c').select(oursOf(tx, 'o').as('ours')).orderBy('c.name').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id as Id<'certificate'>, name: row.name, number: row.number ?? undefined, issuedBy: row.issued_by, issuedOn: row.issued_on ?? undefined, expiresOn: row.expires_on ?? undefined, // a column of certificate ids
    file: (row.ours || row.file_shown_at) && row.file_id ? (row.file_id as Id<'file'>) : undefined, fileShown: row.file_shown_at !== null, sight: asSight(row.sight), addedAt: row.added_at,
  }))
}

export async function listFigures(tx: Tx, organisation: Id<'organisation'>): Promise<readonly Figure[]> {
  const rows = await tx.db.selectFrom('figure as f').innerJoin('organisation as o', 'o.id', 'f.organisation_id').where('f.organisation_id', '=', organisation).where(inSightOnPage(tx, 'o', 'f.sight'))
    .selectAll('f').orderBy('f.on_day', 'desc').orderBy('f.id').execute()
  return rows.map((row) => ({ id: row.id as Id<'figure'>, says: row.says, source: row.source, on: row.on_day, sight: asSight(row.sight), addedAt: row.added_at })) // a column of figure ids
}

export type NewCertificate = Omit<Certificate, 'id' | 'fileShown' | 'addedAt'> & { readonly organisation: Id<'organisation'>; readonly fileShownAt?: Date }

export async function saveCertificates(tx: Tx, papers: readonly NewCertificate[]): Promise<readonly Id<'certificate'>[]> {
  if (papers.length === 0) return []
  const rows = papers.map((one) => ({
    organisation_id: one.organisation, id: newId<'certificate'>(), name: one.name, number: one.number, issued_by: one.issuedBy, issued_on: one.issuedOn, expires_on: one.expiresOn,
    file_id: one.file, file_shown_at: one.fileShownAt, sight: one.sight, added_at: tx.now, added_by: tx.actor.person,
  }))
  await tx.db.insertInto('certificate').values(rows).execute()
  return rows.map((row) => row.id)
}

export type NewFigure = Omit<Figure, 'id' | 'addedAt'> & { readonly organisation: Id<'organisation'> }

export async function saveFigures(tx: Tx, figures: readonly NewFigure[]): Promise<readonly Id<'figure'>[]> {
  if (figures.length === 0) return []
  const rows = figures.map((one) => ({ organisation_id: one.organisation, id: newId<'figure'>(), says: one.says, source: one.source, on_day: one.on, sight: one.sight, added_at: tx.now, added_by: tx.actor.person }))
  await tx.db.insertInto('figure').values(rows).execute()
  return rows.map((row) => row.id)
}

export async function deletePaper(tx: Tx, organisation: Id<'organisation'>, is: 'certificate' | 'figure', id: string): Promise<void> {
  await tx.db.deleteFrom(is).where('organisation_id', '=', organisation).where('id', '=', id).execute()
}

/** The file of one of our own certificates. */
export async function findPaperFile(tx: Tx, organisation: Id<'organisation'>, id: Id<'certificate'>): Promise<Id<'file'> | undefined> {
  const row = await tx.db.selectFrom('certificate').select('file_id').where('organisation_id', '=', organisation).where('id', '=', id).executeTakeFirst()
  return (row?.file_id ?? undefined) as Id<'file'> | undefined // a column of file ids
}
