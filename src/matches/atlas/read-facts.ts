import { sql } from 'kysely'
import type { CapabilityRow, Lens, Strength } from '../../../engine/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { asSight } from '../../organisations/index.ts'
import type { ClaimFacts, JobFacts, OrganisationFacts } from './facts.ts'

/** What an atlas is made of, read by the house a portion at a time. Each statement names the things it asks about, so none reads a whole table. */

type Ids = readonly string[]

/** Members of a network by id, after one of them: the order in which an atlas is filled. */
export async function listMemberIds(tx: Tx, network: Id<'network'>, after: string | undefined, most: number): Promise<readonly string[]> {
  const rows = await tx.db.selectFrom('membership').where('network_id', '=', network).where('left_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('organisation_id', '>', after ?? '')).select('organisation_id').orderBy('organisation_id').limit(most).execute()
  return rows.map((row) => row.organisation_id)
}

/** Of these, those that are members of the network today, with all that is known of them. */
export async function readOrganisations(tx: Tx, network: Id<'network'>, ids: Ids): Promise<readonly OrganisationFacts[]> {
  if (ids.length === 0) return []
  const today = tx.now.toISOString().slice(0, 10)
  const { rows } = await sql<OrganisationRow>`
    select o.id, o.name, o.sight, o.rests_since, o.claimed_at, o.line, o.story, p.sight as place_sight, p.district, p.town, d.latitude, d.longitude, t.meets
    from membership m join organisation o on o.id = m.organisation_id
    left join organisation_place p on p.organisation_id = o.id left join district_position d on d.code = p.district
    left join trade_preference t on t.organisation_id = o.id
    where m.network_id = ${network} and m.left_at is null and o.closed_at is null and m.organisation_id = any (${[...ids]}::uuid[])`.execute(tx.db)
  const members = rows.map((row) => row.id)
  if (members.length === 0) return []
  const partners = await readPartners(tx, members)
  const shown = await readShown(tx, members)
  const answers = Map.groupBy(await tx.db.selectFrom('answer').where('organisation_id', 'in', members).where('words', '<>', '').select(['organisation_id', 'question', 'words', 'sight']).orderBy('question').execute(), (row) => row.organisation_id)
  const claims = await readClaims(tx, network, members)
  const wants = Map.groupBy(await tx.db.selectFrom('want').where('network_id', '=', network).where('organisation_id', 'in', members).where('withdrawn_at', 'is', null).where('ends_on', '>=', today)
    .select(['organisation_id', 'id', 'lens', 'says', 'capability_id', 'sight', 'ends_on']).orderBy('id').execute(), (row) => row.organisation_id)
  return rows.map((row) => {
    const ends = [...(shown.get(row.id) ?? []).map((grant) => grant.until_at.getTime()), ...(wants.get(row.id) ?? []).map((want) => Date.parse(`${want.ends_on}T23:59:59.999Z`))]
    return {
      id: row.id as Id<'organisation'>, name: row.name, sight: asSight(row.sight), rests: row.rests_since !== null, verified: row.claimed_at !== null, line: row.line ?? undefined, story: row.story ?? undefined, // a column of organisation ids
      place: row.place_sight === null ? undefined : { sight: asSight(row.place_sight), district: row.district ?? undefined, town: row.town ?? undefined, latitude: row.latitude ?? undefined, longitude: row.longitude ?? undefined },
      partners: partners.get(row.id) ?? [], shown: [...new Set((shown.get(row.id) ?? []).map((grant) => grant.to_organisation_id))],
      answers: (answers.get(row.id) ?? []).map(({ question, words, sight }) => ({ question, words, sight: asSight(sight) })),
      claims: claims.get(row.id) ?? [],
      wants: (wants.get(row.id) ?? []).map((want) => ({ id: want.id, lens: want.lens as Lens, says: want.says, capability: want.capability_id ?? undefined, sight: asSight(want.sight) })), // checked by the database
      meets: (row.meets ?? undefined) as OrganisationFacts['meets'], // checked by the database
      changesAt: ends.length > 0 ? Math.min(...ends) : undefined,
    }
  })
}

type OrganisationRow = {
  id: string; name: string; sight: string; rests_since: Date | null; claimed_at: Date | null; line: string | null; story: string | null
  place_sight: string | null; district: string | null; town: string | null; latitude: number | null; longitude: number | null; meets: string | null
}

async function readPartners(tx: Tx, ids: Ids): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.db.selectFrom('sight_partner').where('organisation_id', 'in', [...ids]).where('ended_at', 'is', null).select(['organisation_id', 'partner_id']).orderBy('partner_id').execute()
  return new Map([...Map.groupBy(rows, (row) => row.organisation_id)].map(([id, each]) => [id, each.map((row) => row.partner_id)]))
}

/** Whoever is shown contact or place sees the page too. */
async function readShown(tx: Tx, ids: Ids) {
  const rows = await tx.db.selectFrom('sight_grant').where('organisation_id', 'in', [...ids]).where('withdrawn_at', 'is', null).whereRef('subject_id', '=', 'organisation_id')
    .where('subject_kind', 'in', ['page', 'contact', 'place']).where('from_at', '<=', tx.now).where('until_at', '>', tx.now)
    .select(['organisation_id', 'to_organisation_id', 'until_at']).orderBy('to_organisation_id').execute()
  return Map.groupBy(rows, (row) => row.organisation_id)
}

async function readClaims(tx: Tx, network: Id<'network'>, ids: Ids): Promise<ReadonlyMap<string, readonly ClaimFacts[]>> {
  const claims = await tx.db.selectFrom('claim').where('organisation_id', 'in', [...ids]).where('removed_at', 'is', null)
    .select(['organisation_id', 'id', 'network_id', 'capability_id', 'title', 'says', 'strength', 'capacity_from', 'capacity_until', 'sight']).orderBy('id').execute()
  // A figure supports and never proves, so it has no last day and is not read.
  const proofs = Map.groupBy(await tx.db.selectFrom('proof').where('organisation_id', 'in', [...ids]).where('stands_at', 'is not', null).where('counts_until', 'is not', null)
    .select(['claim_id', 'id', 'sight', 'counts_until']).orderBy('id').execute(), (row) => row.claim_id)
  return new Map([...Map.groupBy(claims, (row) => row.organisation_id)].map(([id, each]) => [id, each.map((row) => ({
    id: row.id, capability: row.network_id === network ? (row.capability_id ?? undefined) : undefined, title: row.title, says: row.says ?? undefined, strength: row.strength as Strength, // checked by the database
    from: row.capacity_from ?? undefined, until: row.capacity_until ?? undefined, sight: asSight(row.sight),
    proofs: (proofs.get(row.id) ?? []).map((proof) => ({ id: proof.id, sight: asSight(proof.sight), countsUntil: proof.counts_until ?? '' })),
  }))]))
}

/** Jobs in which these organisations had a part. */
export async function listJobIds(tx: Tx, organisations: Ids): Promise<readonly string[]> {
  if (organisations.length === 0) return []
  const rows = await tx.db.selectFrom('job_party').where('organisation_id', 'in', [...organisations]).where('confirmed_at', 'is not', null).select('job_id').distinct().execute()
  return rows.map((row) => row.job_id)
}

/** These jobs, with those of their parties who are members of the network today. */
export async function readJobs(tx: Tx, network: Id<'network'>, ids: Ids): Promise<readonly JobFacts[]> {
  if (ids.length === 0) return []
  const jobs = await tx.db.selectFrom('job').where('id', 'in', [...ids]).select(['id', 'what', 'about', 'keywords', 'started_on', 'finished_on', 'noted_by_organisation']).orderBy('id').execute()
  const { rows } = await sql<PartyRow>`
    select p.job_id, p.organisation_id, p.did, p.role, p.network_id, p.capability_id, p.sight, o.sight as page, o.rests_since
    from job_party p join membership m on m.organisation_id = p.organisation_id and m.network_id = ${network} and m.left_at is null join organisation o on o.id = p.organisation_id
    where p.job_id = any (${[...ids]}::uuid[]) and p.confirmed_at is not null order by p.job_id, p.organisation_id`.execute(tx.db)
  const narrow = [...new Set(rows.filter((row) => row.sight === 'partners' || row.page === 'partners' || row.page === 'only_us').map((row) => row.organisation_id))]
  const partners = narrow.length > 0 ? await readPartners(tx, narrow) : new Map<string, readonly string[]>()
  const shown = narrow.length > 0 ? await readShown(tx, narrow) : new Map<string, { to_organisation_id: string }[]>()
  const { rows: words } = await sql<{ job_id: string; words: number }>`
    select j.id as job_id, (select count(*) from job_party p where p.job_id = j.id and p.confirmed_at is not null) + (select count(*) from job_witness w where w.job_id = j.id and w.confirmed_at is not null) as words
    from job j where j.id = any (${[...ids]}::uuid[])`.execute(tx.db)
  const heard = new Map(words.map((row) => [row.job_id, Number(row.words)]))
  const parties = Map.groupBy(rows, (row) => row.job_id)
  const led = new Set(rows.filter((row) => row.role === 'lead').map((row) => row.job_id))
  return jobs.map((job) => ({
    id: job.id as Id<'job'>, what: job.what, about: job.about ?? undefined, keywords: job.keywords, on: job.started_on ?? job.finished_on, standsByTwo: (heard.get(job.id) ?? 0) >= 2, // a column of job ids
    parties: (parties.get(job.id) ?? []).map((row) => ({
      organisation: row.organisation_id, did: row.did ?? undefined, capability: row.network_id === network ? (row.capability_id ?? undefined) : undefined, lead: led.has(job.id) ? row.role === 'lead' : row.organisation_id === job.noted_by_organisation,
      sight: asSight(row.sight), page: asSight(row.page), rests: row.rests_since !== null, partners: partners.get(row.organisation_id) ?? [], shown: (shown.get(row.organisation_id) ?? []).map((grant) => grant.to_organisation_id),
    })),
  }))
}

type PartyRow = { job_id: string; organisation_id: string; did: string | null; network_id: string | null; capability_id: string | null; role: string | null; sight: string; page: string; rests_since: Date | null }

/** Partnerships of these organisations. */
export async function listPartnershipIds(tx: Tx, organisations: Ids): Promise<readonly string[]> {
  if (organisations.length === 0) return []
  const rows = await tx.db.selectFrom('partnership').where((at) => at.or([at('one_id', 'in', [...organisations]), at('other_id', 'in', [...organisations])])).select('id').execute()
  return rows.map((row) => row.id)
}

/** The network's vocabulary, or these of it. One that is no longer in use keeps its name, since claims may still carry it. */
export async function readCapabilities(tx: Tx, network: Id<'network'>, ids?: Ids): Promise<readonly CapabilityRow[]> {
  const rows = await tx.db.selectFrom('capability').where('network_id', '=', network).$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .select(['id', 'title', 'parent_id', 'synonyms', 'code']).orderBy('id').execute()
  return rows.map((row) => ({ is: 'capability', id: row.id, name: row.title, synonyms: row.synonyms, ...(row.parent_id ? { parent: row.parent_id } : {}), ...(row.code ? { code: row.code } : {}) }))
}
