import type { Selectable } from 'kysely'
import type { TeamEntry } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { entryInSight } from './scope.ts'
import type { Team } from './team.ts'

/** The team's room: what was decided, what falls when, papers, and one thread for each part. Small on purpose. */
export const ENTRY_KINDS = ['word', 'decision', 'date', 'file'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
export const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = { word: 'Said', decision: 'Decided', date: 'Date', file: 'Paper' }

export type Entry = {
  readonly id: Id<'team entry'>
  readonly part?: Id<'team part'>
  readonly kind: EntryKind
  readonly says: string
  readonly onDay?: string
  readonly file?: Id<'file'>
  readonly by: Id<'organisation'>
  readonly madeAt: Date
}

type TeamKey = Pick<Team, 'network' | 'id'>

/** The newest first; of one part, or of the whole room. */
export async function listEntries(tx: Tx, { network, id }: TeamKey, { part, kind, most = 50, past = 0 }: { part?: Id<'team part'>; kind?: EntryKind; most?: number; past?: number } = {}): Promise<readonly Entry[]> {
  let query = tx.db.selectFrom('team_entry as e').selectAll('e').where('e.network_id', '=', network).where('e.team_id', '=', id).where('e.removed_at', 'is', null).where(entryInSight(tx, 'e'))
  if (part) query = query.where('e.part_id', '=', part)
  if (kind) query = query.where('e.kind', '=', kind)
  const rows = await query.orderBy('e.made_at', 'desc').orderBy('e.id').limit(most).offset(past).execute()
  return rows.map(fromRow)
}

export async function getEntry(tx: Tx, team: TeamKey, id: Id<'team entry'>): Promise<Entry> {
  const row = await tx.db.selectFrom('team_entry as e').selectAll('e').where('e.network_id', '=', team.network).where('e.team_id', '=', team.id).where('e.id', '=', id).where('e.removed_at', 'is', null).where(entryInSight(tx, 'e')).executeTakeFirst()
  if (!row) throw new NotFound('There is no such entry, or it is not shown to you.')
  return fromRow(row)
}

export async function saveEntry(house: Tx, { network, id }: TeamKey, entry: Omit<Entry, 'id' | 'madeAt'>): Promise<Id<'team entry'>> {
  const made = newId<'team entry'>()
  await house.db.insertInto('team_entry').values({
    network_id: network, team_id: id, id: made, part_id: entry.part ?? null, kind: entry.kind, says: entry.says, on_day: entry.onDay ?? null, file_id: entry.file ?? null,
    organisation_id: entry.by, made_at: house.now, made_by: house.actor.person ?? null,
  }).execute()
  return made
}

export async function markEntryRemoved(house: Tx, { network, id }: TeamKey, entry: Id<'team entry'>, at: Date | null): Promise<void> {
  await house.db.updateTable('team_entry').set({ removed_at: at }).where('network_id', '=', network).where('team_id', '=', id).where('id', '=', entry).execute()
}

function fromRow(row: Selectable<TeamEntry>): Entry {
  return {
    id: row.id as Id<'team entry'>, part: (row.part_id ?? undefined) as Id<'team part'> | undefined, kind: row.kind as EntryKind, says: row.says, onDay: row.on_day ?? undefined, // columns of those ids; checked by the database
    file: (row.file_id ?? undefined) as Id<'file'> | undefined, by: row.organisation_id as Id<'organisation'>, madeAt: row.made_at,
  }
}
