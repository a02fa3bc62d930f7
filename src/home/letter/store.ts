import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { personOf } from '../../organisations/index.ts'
import { lastLetterDay, type Rhythm } from './letter.ts'

export type Reader = { readonly person: Id<'person'>; readonly organisation: Id<'organisation'>; readonly name: string; readonly role: string; readonly chosen?: Rhythm; readonly lookedAt: Date }
export type Place = { readonly person: string; readonly organisation: string }

/**
 * People whose letter may be due, a page at a time in the order of their ids; who hears how often is for the rule to say. Whoever has
 * just begun hears on the first letter day after that. As the house.
 */
export async function listReaders(tx: Tx, after: Place | undefined, most: number): Promise<readonly Reader[]> {
  const rows = await tx.db.selectFrom('staff as s').innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .leftJoin('letter_habit as h', (join) => join.onRef('h.person_id', '=', 's.person_id').onRef('h.organisation_id', '=', 's.organisation_id'))
    .where('s.left_at', 'is', null).where('o.closed_at', 'is', null).where('o.rests_since', 'is', null).where(sql<boolean>`coalesce(h.rhythm, case s.role when 'member' then 'never' else 'weekly' end) <> 'never'`)
    .where(sql<boolean>`coalesce(h.looked_at, s.since) < ${lastLetterDay('weekly', tx.now)}`)
    .$if(!!after, (query) => query.where(sql<boolean>`(s.person_id, s.organisation_id) > (${after?.person ?? null}::uuid, ${after?.organisation ?? null}::uuid)`))
    .select(['s.person_id', 's.organisation_id', 'o.name', 's.role', 'h.rhythm', sql<Date>`coalesce(h.looked_at, s.since)`.as('looked_at')]).orderBy('s.person_id').orderBy('s.organisation_id').limit(most).execute()
  return rows.map((row) => ({ person: row.person_id as Id<'person'>, organisation: row.organisation_id as Id<'organisation'>, name: row.name, role: row.role, chosen: (row.rhythm ?? undefined) as Rhythm | undefined, lookedAt: row.looked_at })) // as the columns are checked
}

type Pair = Pick<Reader, 'person' | 'organisation'>

/** Holds the habit of one reader until the end of the transaction; false where another node has looked meanwhile. As the house. */
export async function takeTurn(tx: Tx, { person, organisation, lookedAt }: Reader): Promise<boolean> {
  await tx.db.insertInto('letter_habit').values({ person_id: person, organisation_id: organisation }).onConflict((at) => at.doNothing()).execute()
  const { numUpdatedRows } = await tx.db.updateTable('letter_habit').set({ looked_at: tx.now }).where('person_id', '=', person).where('organisation_id', '=', organisation)
    .where((at) => at.or([at('looked_at', 'is', null), at('looked_at', '<=', lookedAt)])).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What earlier letters to this person have said, in whichever organisation’s name, by kind. As the house. */
export async function listSaid(tx: Tx, person: Id<'person'>): Promise<ReadonlySet<string>> {
  const rows = await tx.db.selectFrom('letter_said').select(['kind', 'thing_id']).where('person_id', '=', person).execute()
  return new Set(rows.map((row) => `${row.kind} ${row.thing_id}`))
}

export async function saveSaid(tx: Tx, { person, organisation }: Pair, said: readonly { readonly kind: 'turn' | 'notice' | 'look'; readonly id: string }[]): Promise<void> {
  await tx.db.insertInto('letter_said').values(said.map(({ kind, id }) => ({ person_id: person, organisation_id: organisation, kind, thing_id: id, said_at: tx.now }))).onConflict((at) => at.doNothing()).execute()
  await tx.db.updateTable('letter_habit').set({ written_at: tx.now }).where('person_id', '=', person).where('organisation_id', '=', organisation).execute()
}

/** What somebody chose for the organisation they act for. */
export async function findHabit(tx: Tx, organisation: Id<'organisation'>): Promise<{ readonly rhythm?: Rhythm; readonly writtenAt?: Date }> {
  const row = await tx.db.selectFrom('letter_habit').select(['rhythm', 'written_at']).where('person_id', '=', personOf(tx)).where('organisation_id', '=', organisation).executeTakeFirst()
  return { rhythm: (row?.rhythm ?? undefined) as Rhythm | undefined, writtenAt: row?.written_at ?? undefined } // checked by the database
}

export async function putRhythm(tx: Tx, { person, organisation }: Pair, rhythm: Rhythm): Promise<void> {
  const set = { rhythm, chosen_at: tx.now }
  await tx.db.insertInto('letter_habit').values({ person_id: person, organisation_id: organisation, ...set }).onConflict((at) => at.columns(['person_id', 'organisation_id']).doUpdateSet(set)).execute()
}
