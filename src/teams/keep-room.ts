import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalDay, optionalText, parse } from '../kit/fields.ts'
import { keepFile, readStoredFile, type StoredFile } from '../kit/files.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotAllowed, NotFound } from '../kit/refusal.ts'
import { ENTRY_KINDS, getEntry, markEntryRemoved, saveEntry } from './room-store.ts'
import { takingPart } from './stand-in.ts'
import { getPart, getTeam } from './team-store.ts'

export const entryInput = z.strictObject({
  kind: z.enum(ENTRY_KINDS, 'Choose what it is.'),
  says: optionalText('The words', 2000),
  onDay: optionalDay('The day'),
  part: z.preprocess((value) => value || undefined, idField<'team part'>('That part').optional()),
})

/** Something for the team's room: a word, a decision, a date, a paper. In the thread of a part, only those who see the part read it. */
export function addEntry(ctx: Ctx, id: Id<'team'>, input: unknown, file?: { name: string; bytes: Uint8Array }): Promise<Id<'team entry'>> {
  const given = parse(entryInput, input)
  return takingPart(ctx, id, async (house, team, us) => {
    if (given.kind === 'file' && !file) throw new Invalid([{ field: 'file', sentence: 'Choose the paper to put here.' }])
    if (given.kind !== 'file' && !given.says) throw new Invalid([{ field: 'says', sentence: 'Write a few words.' }])
    if (given.kind === 'date' && !given.onDay) throw new Invalid([{ field: 'onDay', sentence: 'Say which day.' }])
    if (given.part) await mustSeePart(ctx, house, team, given.part)
    const kept = file && given.kind === 'file' ? await keepFile(house, file) : undefined
    return saveEntry(house, team, { kind: given.kind, says: given.says ?? file?.name.slice(-120) ?? '', onDay: given.kind === 'date' ? given.onDay : undefined, part: given.part, file: kept, by: us })
  })
}

async function mustSeePart(ctx: Ctx, house: Parameters<typeof getPart>[0], team: Parameters<typeof getPart>[1], part: Id<'team part'>): Promise<void> {
  if (ctx.actor.by === 'house') return void await getPart(house, team, part)
  await house.as(ctx.actor).read((tx) => getPart(tx, team, part))
}

/** Takes an entry away, or brings it back; one's own, or any as the lead. */
export function removeEntry(ctx: Ctx, id: Id<'team'>, entryId: Id<'team entry'>, back = false): Promise<void> {
  return takingPart(ctx, id, async (house, team, us) => {
    const row = await house.db.selectFrom('team_entry').select(['organisation_id', 'part_id']).where('network_id', '=', team.network).where('team_id', '=', team.id).where('id', '=', entryId).executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.part_id) await mustSeePart(ctx, house, team, row.part_id as Id<'team part'>) // a column of part ids
    if (row.organisation_id !== us && us !== team.lead) throw new NotAllowed('Only whoever wrote it, or the lead, can take it away.')
    await markEntryRemoved(house, team, entryId, back ? null : house.now)
  })
}

/** A paper of the room, for whoever sees the entry. */
export async function readTeamFile(ctx: Ctx, id: Id<'team'>, entryId: Id<'team entry'>): Promise<StoredFile> {
  const file = await ctx.read(async (tx) => (await getEntry(tx, await getTeam(tx, id), entryId)).file)
  const stored = file && await readStoredFile(ctx, file)
  if (!stored) throw new NotFound()
  return stored
}
