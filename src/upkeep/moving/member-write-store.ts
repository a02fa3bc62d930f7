import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { SCHEME_CODES, wordsToFindBy } from '../../organisations/index.ts'
import type { Cells } from './shape.ts'

/**
 * Many members in a few statements, each told its rows as one value: thirty thousand organisations through the actions that one person
 * uses at a form would take ten minutes. The house writes; whoever calls has asked who may.
 */

export type MemberRow = { readonly id: string; readonly cells: Cells }

/** Lists organisations that nobody has claimed yet, and makes them members. What one can reach them by is for their organiser alone. */
export async function insertMembers(tx: Tx, network: Id<'network'>, rows: readonly MemberRow[]): Promise<void> {
  const told = tell(rows)
  const by = tx.actor.person ?? null
  await sql`insert into organisation (id, name, kind, line, story, website, people_count, listed_at, listed_by)
    select id, name, kind, line, story, website, people, ${tx.now}, ${by} from ${told}`.execute(tx.db)
  await sql`insert into organisation_contact (organisation_id, phone, email, sight) select id, phone, email, 'only_us' from ${told}`.execute(tx.db)
  await sql`insert into organisation_place (organisation_id, district, town) select id, district, town from ${told}`.execute(tx.db)
  await insertNumbers(tx, rows)
  await sql`insert into membership (network_id, organisation_id, joined_at, joined_by, invited_by, listed_as, listed_words, sight)
    select ${network}, id, ${tx.now}, ${by}, ${by}, name, words, 'network' from ${told}`.execute(tx.db)
}

/** Writes how these stand from now on, and the copies on their memberships. Parts the organiser may not see are left alone. */
export async function updateMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  const told = tell(rows)
  await sql`update organisation o set name = r.name, kind = r.kind, line = r.line, story = r.story, website = r.website, people_count = r.people from ${told} where o.id = r.id`.execute(tx.db)
  await sql`update organisation_contact c set phone = r.phone, email = r.email from ${tell(rows.filter(({ cells }) => 'email' in cells))} where c.organisation_id = r.id`.execute(tx.db)
  await sql`update organisation_place p set district = r.district, town = r.town from ${tell(rows.filter(({ cells }) => 'district' in cells))} where p.organisation_id = r.id`.execute(tx.db)
  await sql`delete from identifier where organisation_id = any (${rows.map(({ id }) => id)}::uuid[]) and scheme = any (${SCHEME_CODES}::text[])`.execute(tx.db)
  await insertNumbers(tx, rows)
  await sql`update membership m set listed_as = r.name, listed_words = r.words from ${told} where m.organisation_id = r.id`.execute(tx.db)
}

async function insertNumbers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  const numbers = rows.flatMap(({ id, cells }) => SCHEME_CODES.flatMap((scheme) => (cells[scheme] ?? '').split('; ').filter(Boolean).map((value) => ({ id, scheme, value }))))
  if (numbers.length === 0) return
  await sql`insert into identifier (organisation_id, scheme, value, added_at, added_by)
    select id, scheme, value, ${tx.now}, ${tx.actor.person ?? null} from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as r(id uuid, scheme text, value text)
    on conflict do nothing`.execute(tx.db)
}

/** The rows as a table in the query. */
function tell(rows: readonly MemberRow[]) {
  const told = rows.map(({ id, cells }) => {
    const name = cells['name'] ?? '', kind = cells['kind'] || 'other', line = cells['line'] || null
    return {
      id, name, kind, line, story: cells['story'] || null, website: cells['website'] || null, people: cells['peopleCount'] ? Number(cells['peopleCount']) : null,
      phone: cells['phone'] || null, email: cells['email'] || null, district: cells['district'] || null, town: cells['town'] || null, words: wordsToFindBy({ name, line, kind }),
    }
  })
  return sql`jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(id uuid, name text, kind text, line text, story text, website text, people int, phone text, email text, district text, town text, words text)`
}

/** Of these, the ones somebody has claimed, shown, written about or brought into another network since: they are no longer only the organiser's listing. */
export async function listNoLongerOurs(tx: Tx, network: Id<'network'>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; because: string }>`
    select o.id, case
      when o.closed_at is not null then 'It has closed.'
      when o.claimed_at is not null then 'Its own people have claimed it.'
      when o.listed_by is distinct from ${tx.actor.person ?? null}::uuid then 'Somebody else looks after it now.'
      when exists (select 1 from membership m where m.organisation_id = o.id and m.network_id <> ${network} and m.left_at is null) then 'It has joined another network.'
      when exists (select 1 from claim c where c.organisation_id = o.id) then 'Somebody has said what it can do.'
      when exists (select 1 from job_party p where p.organisation_id = o.id) then 'A job has been noted for it.'
      when exists (select 1 from recommendation r where o.id in (r.organisation_id, r.from_organisation)) then 'It has been recommended.'
      when exists (select 1 from answer a where a.organisation_id = o.id) then 'One of its questions has been answered.'
      when exists (select 1 from sight_partner p where o.id in (p.organisation_id, p.partner_id) and p.ended_at is null) then 'Somebody counts it as a partner.'
      end as because
    from organisation o where o.id = any (${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.filter((row) => row.because).map((row) => [row.id, row.because]))
}

/** Takes listings away as if they had never been. */
export async function deleteMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from organisation where id = any (${ids}::uuid[]) and claimed_at is null`.execute(tx.db)
}
