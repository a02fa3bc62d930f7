import { sql, type Selectable } from 'kysely'
import type { Work } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { circles, personOf } from '../organisations/index.ts'

/** All that stands around a page, for somebody signed in. */
export type FrameRead = {
  readonly example: boolean
  readonly name: string
  readonly email: string
  readonly hosts: boolean
  readonly working: readonly { readonly organisation: Id<'organisation'>; readonly name: string }[]
  readonly networks: readonly { readonly slug: string; readonly name: string }[]
  readonly waiting: number
  readonly work: readonly Selectable<Work>[]
}

/**
 * The frame of every page in one statement, since every page waits for it. It looks into the tables of several rooms, each by that room's
 * own condition, and at nothing but what is the asker's own (decision 29). `most` is as far as anybody counts.
 */
export async function readFrameRow(tx: Tx): Promise<FrameRead> {
  const person = personOf(tx)
  const organisation = sql`${tx.actor.organisation ?? null}::uuid`
  const { rows } = await sql<FrameRead>`select
    exists (select 1 from house_setting where name = 'example town') as example,
    coalesce((select p.name from person p where p.id = ${person} and p.closed_at is null), '') as name,
    coalesce((select a.email from account a where a.person_id = ${person}), '') as email,
    exists (select 1 from host h where h.person_id = ${person}) as hosts,
    (select coalesce(json_agg(json_build_object('organisation', w.organisation_id, 'name', w.name)), '[]') from working_for(${person}) w) as working,
    (select coalesce(json_agg(n), '[]') from (
      select n.slug, n.name from network n where n.closed_at is null and n.id = any (${circles(tx)}) order by n.name, n.id limit 100) n) as networks,
    (select count(*)::int from (
      select 1 from ask a where (a.to_person = ${person} or a.to_organisation = ${organisation}) and a.answered_at is null and a.withdrawn_at is null and a.ended_at is null
        and not exists (select 1 from snooze s where s.person_id = ${person} and s.ask_id = a.id and s.until_on > ${tx.now}::timestamptz::date) limit ${MOST}) waits) as waiting,
    (select coalesce(json_agg(w order by w.asked_at), '[]') from (
      select * from work w where w.person_id = ${person} and w.finished_at is null order by w.asked_at limit 5) w) as work`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('A select without from gave no row.')
  return row
}

/** As many as are counted on the menu. */
const MOST = 99

export async function isExample(tx: Tx): Promise<boolean> {
  return !!(await tx.db.selectFrom('house_setting').select('name').where('name', '=', 'example town').executeTakeFirst())
}
