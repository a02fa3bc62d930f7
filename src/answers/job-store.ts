import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { asSight, namesOfOrganisations, type Sight } from '../organisations/index.ts'
import type { Job, JobRole, Party, ValueBand, Witness, WitnessRole } from './job.ts'
import { inSightOnPage, isJobOfOurs } from './scope.ts'

/** The parts of jobs that the asker may see: of jobs of ours all, of others' those that their party has confirmed and shows. */
function partsSeen(tx: Tx) {
  return tx.db.selectFrom('job_party as p').innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .where(sql<boolean>`(${isJobOfOurs(tx, 'p.job_id')} or (p.confirmed_at is not null and ${inSightOnPage(tx, 'o', 'p.sight')}))`)
}

/** Jobs in which an organisation had a part, as far as the asker sees that part; the latest first. */
export async function listJobs(tx: Tx, organisation: Id<'organisation'>, most = 200): Promise<readonly Job[]> {
  const rows = await partsSeen(tx).innerJoin('job as j', 'j.id', 'p.job_id').where('p.organisation_id', '=', organisation)
    .select(['p.job_id']).orderBy('j.finished_on', 'desc').orderBy('p.job_id').limit(most).execute()
  return listJobsById(tx, rows.map((row) => row.job_id as Id<'job'>)) // a column of job ids
}

/** These jobs, of those the asker may see at least one part of. */
export async function listJobsById(tx: Tx, ids: readonly Id<'job'>[]): Promise<readonly Job[]> {
  if (ids.length === 0) return []
  const parts = await partsOf(tx, ids)
  const jobs = await tx.db.selectFrom('job as j').where('j.id', 'in', [...ids])
    .select(['j.id', 'j.what', 'j.for_whom', 'j.finished_on', 'j.customer_says', 'j.customer_name', 'j.noted_by_organisation', 'j.reference', 'j.started_on', 'j.about', 'j.keywords']).orderBy('j.finished_on', 'desc').orderBy('j.id').execute()
  const values = await tx.db.selectFrom('job_value as v').where('v.job_id', 'in', [...ids]).where(isJobOfOurs(tx, 'v.job_id')).select(['v.job_id', 'v.band']).execute()
  const witnesses = await listWitnesses(tx, ids)
  return jobs.filter((job) => parts.has(job.id)).map((job) => ({
    id: job.id as Id<'job'>, what: job.what, forWhom: job.for_whom ?? undefined, finishedOn: job.finished_on, notedBy: job.noted_by_organisation as Id<'organisation'>, // columns of those ids
    startedOn: job.started_on ?? undefined, reference: job.reference ?? undefined, about: job.about ?? undefined, keywords: job.keywords,
    customer: job.customer_says && job.customer_name ? { says: job.customer_says, name: job.customer_name } : undefined, parties: parts.get(job.id) ?? [],
    value: values.find((value) => value.job_id === job.id)?.band as ValueBand | undefined, // checked by the database
    witnesses: witnesses.get(job.id),
  }))
}

async function partsOf(tx: Tx, ids: readonly Id<'job'>[]): Promise<ReadonlyMap<string, readonly Party[]>> {
  const rows = await partsSeen(tx).where('p.job_id', 'in', [...ids])
    .select(['p.job_id', 'p.organisation_id', 'p.did', 'p.role', 'p.capability_id', 'p.sight', 'p.confirmed_at', 'p.declined_at', 'p.declined_note']).orderBy('p.organisation_id').execute()
  const names = await namesOfOrganisations(tx, [...new Set(rows.map((row) => row.organisation_id as Id<'organisation'>))]) // a column of organisation ids
  const found = Map.groupBy(rows, (row) => row.job_id)
  return new Map([...found].map(([job, parties]) => [job, parties.map((row) => ({
    organisation: row.organisation_id as Id<'organisation'>, name: names.get(row.organisation_id), did: row.did ?? undefined, role: (row.role ?? undefined) as JobRole | undefined, capability: (row.capability_id ?? undefined) as Id<'capability'> | undefined, // columns of those ids
    sight: asSight(row.sight), confirmedAt: row.confirmed_at ?? undefined, declined: row.declined_at ? { at: row.declined_at, note: row.declined_note ?? undefined } : undefined,
  }))]))
}

async function listWitnesses(tx: Tx, ids: readonly Id<'job'>[]): Promise<ReadonlyMap<string, readonly Witness[]>> {
  const rows = await tx.db.selectFrom('job_witness as w').where('w.job_id', 'in', [...ids]).where(isJobOfOurs(tx, 'w.job_id')).selectAll('w').orderBy('w.asked_at').orderBy('w.id').execute()
  const found = Map.groupBy(rows, (row) => row.job_id)
  return new Map([...found].map(([job, witnesses]) => [job, witnesses.map((row) => ({
    id: row.id as Id<'witness'>, by: row.organisation_id as Id<'organisation'>, name: row.name, role: row.role as WitnessRole, // columns of those kinds
    confirmedAt: row.confirmed_at ?? undefined, declinedAt: row.declined_at ?? undefined, note: row.note ?? undefined,
  }))]))
}

export type NewJob = {
  readonly id?: Id<'job'>
  readonly by: Id<'organisation'>
  readonly what: string
  readonly forWhom?: string
  readonly finishedOn: string
  readonly startedOn?: string
  readonly reference?: string
  readonly about?: string
  readonly keywords?: readonly string[]
  readonly value?: ValueBand
  readonly customer?: { readonly says: string; readonly name: string }
  readonly parties: readonly NewParty[]
  /** Those who are not here and have said that it was so, such as the customer. */
  readonly heard?: readonly { readonly name: string; readonly role: WitnessRole; readonly at: Date }[]
}
export type NewParty = {
  readonly organisation: Id<'organisation'>
  readonly did?: string
  readonly role?: JobRole
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  readonly sight?: Sight
  readonly confirmedAt?: Date
}

/** Many at once, for imports and the example town; one is many of one. */
export async function saveJobs(tx: Tx, jobs: readonly NewJob[]): Promise<readonly Id<'job'>[]> {
  const known = jobs.map((job) => ({ ...job, id: job.id ?? newId<'job'>() }))
  const values = known.flatMap((job) => (job.value ? [{ job_id: job.id, band: job.value }] : []))
  const parties = known.flatMap((job) => job.parties.map((party) => ({
    organisation_id: party.organisation, job_id: job.id, did: party.did, role: party.role, network_id: party.capability ? party.network : null, capability_id: party.capability, sight: party.sight ?? 'network',
    confirmed_at: party.confirmedAt, confirmed_by: party.confirmedAt ? tx.actor.person : null,
  })))
  const heard = known.flatMap((job) => (job.heard ?? []).map(({ name, role, at }) => ({ organisation_id: job.by, job_id: job.id, id: newId<'witness'>(), name, role, asked_at: at, confirmed_at: at })))
  for (const some of inThousands(known)) {
    await tx.db.insertInto('job').values(some.map((job) => ({
      id: job.id, noted_by_organisation: job.by, noted_by: tx.actor.person, noted_at: tx.now, what: job.what, for_whom: job.forWhom, finished_on: job.finishedOn,
      started_on: job.startedOn, reference: job.reference, about: job.about, keywords: [...job.keywords ?? []],
      customer_says: job.customer?.says, customer_name: job.customer?.name,
    }))).execute()
  }
  for (const some of inThousands(values)) await tx.db.insertInto('job_value').values(some).execute()
  for (const some of inThousands(parties)) await tx.db.insertInto('job_party').values(some).execute()
  for (const some of inThousands(heard)) await tx.db.insertInto('job_witness').values(some).execute()
  return known.map((job) => job.id)
}

/** A thousand at a time stays below PostgreSQL's 65,535 parameters. */
function inThousands<T>(rows: readonly T[]): readonly T[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, at) => rows.slice(at * 1000, at * 1000 + 1000))
}

export async function saveWitness(tx: Tx, by: Id<'organisation'>, job: Id<'job'>, name: string, role: WitnessRole): Promise<Id<'witness'>> {
  const id = newId<'witness'>()
  await tx.db.insertInto('job_witness').values({ organisation_id: by, job_id: job, id, name, role, asked_at: tx.now }).execute()
  return id
}

/** What its customer says of it, for all to read who see the job. The house writes it, once they said that it may be shown. */
export async function sayOfJob(tx: Tx, job: Id<'job'>, { says, name }: { says: string; name: string }): Promise<void> {
  await tx.db.updateTable('job').set({ customer_says: says, customer_name: name }).where('id', '=', job).execute()
}

/** Held until the end of the transaction: of two who answer for one job at once, one comes after the other. */
export async function holdJob(tx: Tx, job: Id<'job'>): Promise<void> {
  await tx.db.selectFrom('job').select('id').where('id', '=', job).forUpdate().execute()
}

/** What a party says of its part. The house writes it, once they were asked. */
export async function markParty(tx: Tx, job: Id<'job'>, organisation: Id<'organisation'>, said: { yes: boolean; note?: string; by?: Id<'person'> }): Promise<void> {
  const set = said.yes ? { confirmed_at: tx.now, confirmed_by: said.by ?? null, declined_at: null, declined_note: null } : { confirmed_at: null, confirmed_by: null, declined_at: tx.now, declined_note: said.note ?? null }
  await tx.db.updateTable('job_party').set(set).where('job_id', '=', job).where('organisation_id', '=', organisation).execute()
}

export async function markWitness(tx: Tx, job: Id<'job'>, id: Id<'witness'>, said: { yes: boolean; note?: string }): Promise<void> {
  await tx.db.updateTable('job_witness').set({ confirmed_at: said.yes ? tx.now : null, declined_at: said.yes ? null : tx.now, note: said.note ?? null }).where('job_id', '=', job).where('id', '=', id).execute()
}
