import { inSightOnPage, listJobsById, type Behind, type Job } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'

/** What stands behind claims, by its id: as much of it as the asker may see. */
export type BehindWords =
  | { readonly is: 'job'; readonly job: Job }
  | { readonly is: 'recommendation'; readonly words: string; readonly from?: string; readonly saidOn: string }
  | { readonly is: 'certificate'; readonly name: string; readonly number?: string; readonly issuedBy: string; readonly expiresOn?: string }
  | { readonly is: 'figure'; readonly says: string; readonly source: string; readonly on: string }

/** All kinds of proof of a page of suggestions, in four questions. */
export async function readBehind(tx: Tx, behind: readonly Behind[], jobs: readonly string[]): Promise<ReadonlyMap<string, BehindWords>> {
  const ids = (is: Behind['is']) => [...new Set(behind.filter((one) => one.is === is).map((one): string => one.id))]
  const [job, recommendation, certificate, figure] = [[...new Set([...ids('job'), ...jobs])], ids('recommendation'), ids('certificate'), ids('figure')]
  const found: readonly (readonly [string, BehindWords])[] = (await Promise.all([
    listJobsById(tx, job as Id<'job'>[]).then((rows) => rows.map((one) => [one.id, { is: 'job', job: one }] as const)), // ids of jobs, from rows the asker was shown
    recommendation.length > 0 ? readRecommendations(tx, recommendation) : [],
    certificate.length > 0 ? readCertificates(tx, certificate) : [],
    figure.length > 0 ? readFigures(tx, figure) : [],
  ])).flat()
  return new Map(found)
}

async function readRecommendations(tx: Tx, ids: readonly string[]): Promise<readonly (readonly [string, BehindWords])[]> {
  const rows = await tx.db.selectFrom('recommendation as r').innerJoin('organisation as o', 'o.id', 'r.organisation_id').where('r.id', 'in', [...ids])
    .where('r.given_at', 'is not', null).where('r.taken_at', 'is not', null).where(inSightOnPage(tx, 'o', 'r.sight')).select(['r.id', 'r.words', 'r.said_on', 'r.from_name', 'r.from_organisation']).execute()
  const names = await namesOfOrganisations(tx, [...new Set(rows.flatMap((row) => (row.from_organisation ? [row.from_organisation as Id<'organisation'>] : [])))]) // a column of organisation ids
  return rows.map((row) => [row.id, { is: 'recommendation', words: row.words, from: row.from_name ?? names.get(row.from_organisation ?? ''), saidOn: row.said_on }])
}

async function readCertificates(tx: Tx, ids: readonly string[]): Promise<readonly (readonly [string, BehindWords])[]> {
  const rows = await tx.db.selectFrom('certificate as c').innerJoin('organisation as o', 'o.id', 'c.organisation_id').where('c.id', 'in', [...ids]).where(inSightOnPage(tx, 'o', 'c.sight'))
    .select(['c.id', 'c.name', 'c.number', 'c.issued_by', 'c.expires_on']).execute()
  return rows.map((row) => [row.id, { is: 'certificate', name: row.name, number: row.number ?? undefined, issuedBy: row.issued_by, expiresOn: row.expires_on ?? undefined }])
}

async function readFigures(tx: Tx, ids: readonly string[]): Promise<readonly (readonly [string, BehindWords])[]> {
  const rows = await tx.db.selectFrom('figure as f').innerJoin('organisation as o', 'o.id', 'f.organisation_id').where('f.id', 'in', [...ids]).where(inSightOnPage(tx, 'o', 'f.sight'))
    .select(['f.id', 'f.says', 'f.source', 'f.on_day']).execute()
  return rows.map((row) => [row.id, { is: 'figure', says: row.says, source: row.source, on: row.on_day }])
}
