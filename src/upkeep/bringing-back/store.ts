import { sql } from 'kysely'
import type { DB } from '../../../db/types.ts'
import { asHouse, type Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { wordsToFindBy, type Kind } from '../../organisations/index.ts'
import type { Row } from './read-export.ts'

/** What is here of an organisation whose rights were asked, and the writing of what comes back to it. As the house. */

type Ours = 'identifier' | 'answer' | 'claim' | 'certificate' | 'figure' | 'statement_use' | 'trade_preference' | 'partnership_habit' | 'referral_keeping' | 'brief' | 'kept_note' | 'job_party' | 'proof' | 'brief_part'

/** Every row of one table that is this organisation's; none where it is not here yet. */
export async function readRows(tx: Tx, table: Ours & keyof DB, organisation: Id<'organisation'> | undefined): Promise<readonly Row[]> {
  if (!organisation) return []
  return asHouse(tx).read(async (tx) => (await sql<Row>`select * from ${sql.table(table)} where organisation_id = ${organisation}`.execute(tx.db)).rows)
}

export async function readPage(tx: Tx, organisation: Id<'organisation'>): Promise<Row> {
  const row = await asHouse(tx).read((tx) => tx.db.selectFrom('organisation as o').innerJoin('organisation_contact as c', 'c.organisation_id', 'o.id').innerJoin('organisation_place as p', 'p.organisation_id', 'o.id').where('o.id', '=', organisation)
    .select(['o.name', 'o.kind', 'o.line', 'o.story', 'o.website', 'o.people_count', 'o.sight', 'c.phone', 'c.email', 'c.sight as contact_sight', 'p.district', 'p.town', 'p.sight as place_sight']).executeTakeFirst())
  return row ?? {}
}

export type PageWritten = { readonly name: string; readonly kind: Kind; readonly line?: string; readonly story?: string; readonly website?: string; readonly people_count?: number; readonly sight: string; readonly phone?: string; readonly email?: string; readonly contact_sight: string; readonly district?: string; readonly town?: string; readonly place_sight: string }

/** The page with all that the file says of it, and the copies on its memberships. What the file is silent on stays. */
export async function writePage(tx: Tx, id: Id<'organisation'>, said: PageWritten): Promise<void> {
  const { contact_sight, place_sight, phone, email, district, town, ...own } = said
  await tx.db.updateTable('organisation').set(own).where('id', '=', id).execute()
  await tx.db.updateTable('organisation_contact').set({ phone, email, sight: contact_sight }).where('organisation_id', '=', id).execute()
  await tx.db.updateTable('organisation_place').set({ district, town, sight: place_sight }).where('organisation_id', '=', id).execute()
  await tx.db.updateTable('membership').set({ listed_as: said.name, listed_words: wordsToFindBy({ name: said.name, line: said.line ?? null, kind: said.kind }) }).where('organisation_id', '=', id).execute()
}

/** Networks it is in, with what the vocabulary of each calls things. */
export async function readMemberships(tx: Tx, organisation: Id<'organisation'> | undefined): Promise<readonly Id<'network'>[]> {
  if (!organisation) return []
  const rows = await asHouse(tx).read((tx) => tx.db.selectFrom('membership').select('network_id').where('organisation_id', '=', organisation).where('left_at', 'is', null).orderBy('joined_at').execute())
  return rows.map((row) => row.network_id as Id<'network'>) // a column of network ids
}

/** Jobs it noted, and who else has said that each was so. */
export async function readJobs(tx: Tx, organisation: Id<'organisation'> | undefined): Promise<readonly Row[]> {
  if (!organisation) return []
  return asHouse(tx).read(async (tx) => (await sql<Row>`select j.*, p.did, p.role, p.sight from job j left join job_party p on p.job_id = j.id and p.organisation_id = j.noted_by_organisation where j.noted_by_organisation = ${organisation}`.execute(tx.db)).rows)
}
