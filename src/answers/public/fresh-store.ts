import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'

/** How the rows behind a public page stand: the mark changes with any of them. */
export type Mark = { readonly slug: string; readonly now: string; readonly shown: boolean; readonly mark: string }

/**
 * The marks of many pages in one question. A row that is written gets the number of its transaction, which only grows, so sum and count
 * together change with every row that is added, changed or taken away. The house asks, since what is hidden today may be shown
 * tomorrow; a mark is compared and never shown.
 */
export async function readMarks(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
  const { rows } = await sql<Mark>`
    select a.slug, present.slug as now, o.sight = 'anyone' and o.closed_at is null as shown, concat_ws(' ', o.xmin, present.xmin,
      (select c.xmin from organisation_contact c where c.organisation_id = o.id), (select p.xmin from organisation_place p where p.organisation_id = o.id),
      ${of('identifier')}, ${of('answer')}, ${of('claim')}, ${of('proof')}, ${of('certificate')}, ${of('figure')}, ${of('recommendation')},
      (select concat(sum(other.xmin::text::bigint + j.xmin::text::bigint + named.xmin::text::bigint), '/', count(*)) from job_party mine
         join job j on j.id = mine.job_id join job_party other on other.job_id = j.id join organisation named on named.id = other.organisation_id where mine.organisation_id = o.id),
      (select concat(sum(named.xmin::text::bigint), '/', count(*)) from recommendation r join organisation named on named.id = r.from_organisation where r.organisation_id = o.id)) as mark
    from unnest(${[...slugs]}::text[]) wanted(slug)
    join public_address a on a.slug = wanted.slug
    join public_address present on present.organisation_id = a.organisation_id and present.left_at is null
    join organisation o on o.id = a.organisation_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.slug, row]))
}

const of = (table: string) => sql`(select concat(sum(x.xmin::text::bigint), '/', count(*)) from ${sql.table(table)} x where x.organisation_id = o.id)`
