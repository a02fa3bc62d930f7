import { asHouse, type Tx } from '../../kit/ctx.ts'
import { inSightOfMember } from '../../organisations/index.ts'
import type { KnownMember } from './plan-members.ts'
import type { KnownJob } from './same-job.ts'
import type { Cells } from './shape.ts'
import { sql } from 'kysely'

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
    .select(['j.id', 'j.noted_by_organisation', 'j.what', 'j.for_whom', 'j.finished_on', 'j.reference', 'j.started_on', 'j.about', 'j.keywords', 'p.did', 'p.role'])
    .select(sql<string | null>`(select w.name from job_witness w where w.organisation_id = j.noted_by_organisation and w.job_id = j.id and w.confirmed_at = w.asked_at limit 1)`.as('heard')).orderBy('j.finished_on').orderBy('j.id').execute()
  const parties = await tx.db.selectFrom('job_party as p').innerJoin('job as j', 'j.id', 'p.job_id').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .where(sql<boolean>`j.noted_by_organisation = any (${noters}::uuid[])`).whereRef('p.organisation_id', '<>', 'j.noted_by_organisation')
    .where(tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`p.confirmed_at is not null`).where(inSightOfMember(tx, 'o', 'p.sight', 'page')).select(['p.job_id', 'p.organisation_id', 'p.role']).execute()
  const ofJob = Map.groupBy(parties.filter((one) => names.has(one.organisation_id)), (one) => one.job_id)
  return rows.map((row) => {
    const others = (ofJob.get(row.id) ?? []).map((one) => ({ id: one.organisation_id, name: names.get(one.organisation_id) ?? '', role: one.role })).sort(byName)
    const led = [{ id: row.noted_by_organisation, name: names.get(row.noted_by_organisation) ?? '', role: row.role }, ...others].filter(({ role }) => role === 'lead').sort(byName)
    return {
      id: row.id, organisation: row.noted_by_organisation, parties: others.map((one) => one.id), leads: led.map((one) => one.id),
      cells: { member: names.get(row.noted_by_organisation) ?? '', what: row.what, finishedOn: row.finished_on, forWhom: row.for_whom ?? '', did: row.did ?? '', partners: others.map((one) => one.name).join('; '),
        lead: led.map((one) => one.name).join('; '), heard: row.heard ?? '', reference: row.reference ?? '', startedOn: row.started_on ?? '', about: row.about ?? '', keywords: row.keywords.join('; ') },
    }
  })
}

const inOrder = new Intl.Collator('en-GB').compare
const byName = (a: { readonly name: string }, b: { readonly name: string }) => inOrder(a.name, b.name)

/** Writes how these jobs stand from now on, with partners named since. Those the organiser cannot speak for have not said anything yet. The house does it. */
export async function updateJobs(tx: Tx, rows: readonly { id: string; cells: Cells }[]): Promise<void> {
  const told = rows.map(({ id, cells }) => ({
    id, o: cells['organisation'], w: cells['what'], f: cells['finishedOn'], c: cells['forWhom'] || null, d: cells['did'] || null, r: cells['reference'] || null, b: cells['startedOn'] || null, a: cells['about'] || null, h: cells['heard'] || null, k: keywordsIn(cells), l: idsIn(cells['leads']),
  }))
  const asJson = JSON.stringify(told)
  await sql`update job j set what = r.w, finished_on = r.f, for_whom = r.c, reference = r.r, started_on = r.b, about = r.a, keywords = array(select jsonb_array_elements_text(r.k))
    from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, w text, f date, c text, r text, b date, a text, k jsonb) where j.id = r.id`.execute(tx.db)
  await sql`update job_party p set did = r.d from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, o uuid, d text) where p.job_id = r.id and p.organisation_id = r.o`.execute(tx.db)
  // Whoever a table says was there is known by having been heard the moment they were named.
  await sql`delete from job_witness w using jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, o uuid, h text) where w.job_id = r.id and w.organisation_id = r.o and w.confirmed_at = w.asked_at and w.name is distinct from r.h`.execute(tx.db)
  await sql`insert into job_witness (organisation_id, job_id, id, name, role, asked_at, confirmed_at)
    select r.o, r.id, gen_random_uuid(), r.h, 'customer', ${tx.now}, ${tx.now} from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, o uuid, h text)
    where r.h is not null and not exists (select 1 from job_witness w where w.job_id = r.id and w.organisation_id = r.o and w.name = r.h)`.execute(tx.db)
  const parties = rows.flatMap(({ id, cells }) => {
    const spokenFor = new Set(idsIn(cells['spokenFor']))
    return idsIn(cells['parties']).map((party) => ({ organisation_id: party, job_id: id, ...(spokenFor.has(party) ? { confirmed_at: tx.now, confirmed_by: tx.actor.person ?? null } : { confirmed_at: null, confirmed_by: null }) }))
  })
  for (let at = 0; at < parties.length; at += 5_000) await tx.db.insertInto('job_party').values(parties.slice(at, at + 5_000)).onConflict((at) => at.doNothing()).execute()
  await sql`update job_party p set role = case when r.l ? p.organisation_id::text then 'lead' when jsonb_array_length(r.l) > 0 then 'member' end
    from jsonb_to_recordset(${asJson}::jsonb) as r(id uuid, l jsonb) where p.job_id = r.id`.execute(tx.db)
}

export const idsIn = (cell: string | undefined): readonly string[] => (cell ?? '').split(' ').filter(Boolean)
export const keywordsIn = (cells: Cells): readonly string[] => (cells['keywords'] ?? '').split('; ').filter(Boolean)

/** Takes partners off again who were named by a table and have not said anything. */
export async function dropSilentParties(tx: Tx, rows: readonly { id: string; keep: readonly string[] }[]): Promise<void> {
  for (const { id, keep } of rows) {
    await sql`delete from job_party p using job j where j.id = p.job_id and p.job_id = ${id}::uuid and p.organisation_id <> j.noted_by_organisation and p.confirmed_at is null and p.declined_at is null
      and not (p.organisation_id = any (${keep}::uuid[]))`.execute(tx.db)
  }
}

/** Of these jobs, those that somebody has spoken about since they were brought, or that stand behind a claim by somebody's own hand. */
export async function listSpokenFor(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select j.id from job j where j.id = any (${ids}::uuid[]) and (exists (select 1 from proof p where p.job_id = j.id and p.added_at > j.noted_at)
    or exists (select 1 from job_witness w where w.job_id = j.id and (w.declined_at is not null or w.asked_at > j.noted_at))
    or exists (select 1 from job_party p where p.job_id = j.id and p.organisation_id <> j.noted_by_organisation and (p.declined_at is not null or p.confirmed_at > j.noted_at)))`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

export async function deleteJobs(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from job where id = any (${ids}::uuid[])`.execute(tx.db)
}

