import type { Selectable } from 'kysely'
import type { HeldAct as Row } from '../../../db/types.ts'
import type { Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { HELD_DAYS, type HeldAct, type HeldKind } from './held-act.ts'

export async function saveHeld(tx: Tx, person: Id<'person'>, organisation: Id<'organisation'>, kind: HeldKind, words: object): Promise<HeldAct> {
  const id = newId<'held act'>(), endsAt = new Date(tx.now.getTime() + HELD_DAYS * 86_400_000)
  await tx.db.insertInto('held_act').values({ id, person_id: person, organisation_id: organisation, kind, words: JSON.stringify(words), held_at: tx.now, ends_at: endsAt }).execute()
  return { id, organisation, kind, words: { ...words }, heldAt: tx.now, endsAt, state: { is: 'waits' } }
}

/** A person’s own, the latest first. */
export async function listHeld(tx: Tx, person: Id<'person'>, { most, past = 0, open = false }: { most: number; past?: number; open?: boolean }): Promise<readonly HeldAct[]> {
  let query = tx.db.selectFrom('held_act').selectAll().where('person_id', '=', person)
  if (open) query = query.where('answered_at', 'is', null).where('ends_at', '>', tx.now)
  return (await query.orderBy('held_at', 'desc').orderBy('id').limit(most).offset(past).execute()).map((row) => fromRow(row, tx.now))
}

export async function getHeld(tx: Tx, person: Id<'person'>, id: Id<'held act'>): Promise<HeldAct> {
  const row = await tx.db.selectFrom('held_act').selectAll().where('person_id', '=', person).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row, tx.now)
}

/** Takes the answer once: false where it was answered already. */
export async function answerHeld(tx: Tx, person: Id<'person'>, id: Id<'held act'>, answer: 'yes' | 'no'): Promise<boolean> {
  const row = await tx.db.updateTable('held_act').set({ answer, answered_at: tx.now }).where('person_id', '=', person).where('id', '=', id).where('answered_at', 'is', null).returning('id').executeTakeFirst()
  return row !== undefined
}

export async function takeBackAnswer(tx: Tx, person: Id<'person'>, id: Id<'held act'>): Promise<void> {
  await tx.db.updateTable('held_act').set({ answer: null, answered_at: null }).where('person_id', '=', person).where('id', '=', id).where('made_id', 'is', null).execute()
}

export async function noteMade(tx: Tx, person: Id<'person'>, id: Id<'held act'>, made: string): Promise<void> {
  await tx.db.updateTable('held_act').set({ made_id: made }).where('person_id', '=', person).where('id', '=', id).execute()
}

export async function forgetHeld(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('held_act').where('ends_at', '<', before).execute()
}

function fromRow(row: Selectable<Row>, now: Date): HeldAct {
  return {
    id: row.id as Id<'held act'>, organisation: row.organisation_id as Id<'organisation'>, kind: row.kind as HeldKind, words: row.words as Readonly<Record<string, unknown>>, heldAt: row.held_at, endsAt: row.ends_at, // written by saveHeld alone
    state: row.answered_at ? (row.answer === 'yes' ? { is: 'done', at: row.answered_at, made: row.made_id ?? undefined } : { is: 'refused', at: row.answered_at }) : row.ends_at <= now ? { is: 'over' } : { is: 'waits' },
  }
}
