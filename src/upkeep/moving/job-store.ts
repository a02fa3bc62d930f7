import { sql } from 'kysely'
import { asHouse, type Tx } from '../../kit/ctx.ts'
import { inSightOfMember } from '../../organisations/index.ts'
import type { KnownJob } from './plan-jobs.ts'
import type { KnownMember } from './plan-members.ts'
import type { Cells } from './shape.ts'

/**
 * Jobs noted by members: of listings the organiser looks after all of it, as their owner would see it; of others what their part shows.
 * Partners are named where the asker sees them in the member list.
 */
export async function listJobsToMove(tx: Tx, members: readonly KnownMember[]): Promise<readonly KnownJob[]> {
  const ours = members.filter((one) => one.ours).map((one) => one.id), others = members.filter((one) => !one.ours).map((one) => one.id)
  const names = new Map(members.map((one) => [one.id, one.name]))
  return [...await asHouse(tx).read((tx) => ofNoters(tx, ours, names)), ...await tx.read((tx) => ofNoters(tx, others, names))]
    .sort((a, b) => (a.cells['member'] ?? '').localeCompare(b.cells['member'] ?? '', 'en-GB') || (a.cells['finishedOn'] ?? '').localeCompare(b.cells['finishedOn'] ?? ''))
}

async function ofNoters(tx: Tx, noters: readonly string[], names: ReadonlyMap<string, string>): Promise<readonly KnownJob[]> {
  const rows = await tx.db.selectFrom('job as j').innerJoin('job_party as p', (join) => join.onRef('p.job_id', '=', 'j.id').onRef('p.organisation_id', '=', 'j.noted_by_organisation'))
    .innerJoin('organisation as o', 'o.id', 'j.noted_by_organisation').where(sql<boolean>`j.noted_by_organisation = any (${noters}::uuid[])`)
    .where(tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`p.confirmed_at is not null`).where(inSightOfMember(tx, 'o', 'p.sight', 'page'))
    .select(['j.id', 'j.noted_by_organisation', 'j.what', 'j.for_whom', 'j.finished_on', 'p.did']).orderBy('j.finished_on').orderBy('j.id').execute()
  const parties = await tx.db.selectFrom('job_party as p').innerJoin('job as j', 'j.id', 'p.job_id').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .where(sql<boolean>`j.noted_by_organisation = any (${noters}::uuid[])`).whereRef('p.organisation_id', '<>', 'j.noted_by_organisation')
    .where(tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`p.confirmed_at is not null`).where(inSightOfMember(tx, 'o', 'p.sight', 'page')).select(['p.job_id', 'p.organisation_id']).execute()
  const ofJob = Map.groupBy(parties.filter((one) => names.has(one.organisation_id)), (one) => one.job_id)
  return rows.map((row) => {
    const others = (ofJob.get(row.id) ?? []).map((one) => ({ id: one.organisation_id, name: names.get(one.organisation_id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    return {
      id: row.id, organisation: row.noted_by_organisation, parties: others.map((one) => one.id),
      cells: { member: names.get(row.noted_by_organisation) ?? '', what: row.what, finishedOn: row.finished_on, forWhom: row.for_whom ?? '', did: row.did ?? '', partners: others.map((one) => one.name).join('; ') },
    }
  })
}

/** Writes how these jobs stand from now on, with partners named since; those have not said anything yet. The house does it. */
export async function updateJobs(tx: Tx, rows: readonly { id: string; cells: Cells }[]): Promise<void> {
  const told = rows.map(({ id, cells }) => ({ id, o: cells['organisation'], w: cells['what'], f: cells['finishedOn'], c: cells['forWhom'] || null, d: cells['did'] || null }))
  const asJson = JSON.stringify(told)
  await sql`update job j set what = r.w, finished_on = r.f, for_whom = r.c from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, w text, f date, c text) where j.id = r.id`.execute(tx.db)
  await sql`update job_party p set did = r.d from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, o uuid, d text) where p.job_id = r.id and p.organisation_id = r.o`.execute(tx.db)
  const parties = rows.flatMap(({ id, cells }) => (cells['parties'] ?? '').split(' ').filter(Boolean).map((party) => ({ organisation_id: party, job_id: id })))
  if (parties.length > 0) await tx.db.insertInto('job_party').values(parties).onConflict((at) => at.doNothing()).execute()
}

/** Takes partners off again who were named by a table and have not said anything. */
export async function dropSilentParties(tx: Tx, rows: readonly { id: string; keep: readonly string[] }[]): Promise<void> {
  for (const { id, keep } of rows) {
    await sql`delete from job_party p using job j where j.id = p.job_id and p.job_id = ${id}::uuid and p.organisation_id <> j.noted_by_organisation and p.confirmed_at is null and p.declined_at is null
      and not (p.organisation_id = any (${keep}::uuid[]))`.execute(tx.db)
  }
}

/** Of these jobs, those that somebody else has spoken about, or that stand behind a claim. */
export async function listSpokenFor(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select j.id from job j where j.id = any (${ids}::uuid[]) and (exists (select 1 from proof p where p.job_id = j.id)
    or exists (select 1 from job_witness w where w.job_id = j.id) or exists (select 1 from job_party p where p.job_id = j.id and p.organisation_id <> j.noted_by_organisation and num_nonnulls(p.confirmed_at, p.declined_at) > 0))`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

export async function deleteJobs(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from job where id = any (${ids}::uuid[])`.execute(tx.db)
}

