import type { Selectable } from 'kysely'
import type { Ask as AskRow } from '../../db/types.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Ask, AskState } from './ask.ts'

export type StoredAsk = Ask & { readonly linkId: string }

export async function saveNewAsk(tx: Tx, ask: Omit<StoredAsk, 'state'>, remindAt: Date | undefined): Promise<void> {
  await tx.db.insertInto('ask').values({
    id: ask.id, kind: ask.kind, network_id: ask.network, from_person: ask.from.person, from_organisation: ask.from.organisation,
    to_person: ask.to.person, to_organisation: ask.to.organisation, to_email: ask.to.email, to_name: ask.to.name,
    subject: JSON.stringify(ask.subject), link_id: ask.linkId, asked_at: ask.askedAt, answer_by: ask.answerBy, remind_at: remindAt,
  }).execute()
}

/** An ask by its id, if the actor is on either side of it. Held until the end of the transaction, so that two answers cannot both count. */
export async function getAskToAnswer(tx: Tx, id: Id<'ask'>): Promise<StoredAsk> {
  const row = await seen(tx).where('ask.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

export async function getAsk(tx: Tx, id: Id<'ask'>): Promise<StoredAsk> {
  const row = await seen(tx).where('ask.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return fromRow(row)
}

/** What waits on this person or on the organisation they act for; whoever has waited longest first. */
export async function listOpenAsksTo(tx: Tx, most = 50): Promise<readonly StoredAsk[]> {
  const { person, organisation } = tx.actor
  if (!person) return []
  const rows = await open(seen(tx)).where((at) => at.or([at('to_person', '=', person), ...(organisation ? [at('to_organisation', '=', organisation)] : [])]))
    .orderBy('asked_at').orderBy('ask.id').limit(most).execute()
  return rows.map(fromRow)
}

/** Asks of one kind that were made in a network, the newest first. */
export async function listAsksMadeIn(tx: Tx, network: Id<'network'>, kind: string, most = 50): Promise<readonly StoredAsk[]> {
  const rows = await seen(tx).where('network_id', '=', network).where('kind', '=', kind).orderBy('asked_at', 'desc').orderBy('ask.id').limit(most).execute()
  return rows.map(fromRow)
}

export async function listAsksToRemind(tx: Tx, most: number): Promise<readonly StoredAsk[]> {
  return (await open(seen(tx)).where('remind_at', '<=', tx.now).where('reminded_at', 'is', null).orderBy('remind_at').limit(most).forUpdate().skipLocked().execute()).map(fromRow)
}

export async function listAsksToEnd(tx: Tx, most: number): Promise<readonly StoredAsk[]> {
  return (await open(seen(tx)).where('answer_by', '<=', tx.now).orderBy('answer_by').limit(most).forUpdate().skipLocked().execute()).map(fromRow)
}

export async function markAsk(tx: Tx, id: Id<'ask'>, set: { answered_at?: Date; answer?: string; note?: string; answered_by?: string; withdrawn_at?: Date; ended_at?: Date; reminded_at?: Date }): Promise<void> {
  await tx.db.updateTable('ask').set(set).where('id', '=', id).execute()
}

/** The first wall: only its two sides, or the house at work, ever meet an ask. Row-level security says so again. */
function seen(tx: Tx) {
  const all = tx.db.selectFrom('ask').selectAll('ask')
  const { by, person, organisation } = tx.actor
  if (by === 'house') return all
  return all.where((at) => at.or([
    ...(person ? [at('from_person', '=', person), at('to_person', '=', person)] : []),
    ...(organisation ? [at('from_organisation', '=', organisation), at('to_organisation', '=', organisation)] : []),
  ]))
}

function open(query: ReturnType<typeof seen>) {
  return query.where('answered_at', 'is', null).where('withdrawn_at', 'is', null).where('ended_at', 'is', null)
}

function fromRow(row: Selectable<AskRow>): StoredAsk {
  // Ids come from columns of that kind; subject was written by saveNewAsk.
  return {
    id: row.id as Id<'ask'>, kind: row.kind, network: (row.network_id ?? undefined) as Id<'network'> | undefined, linkId: row.link_id,
    from: { person: (row.from_person ?? undefined) as Id<'person'> | undefined, organisation: (row.from_organisation ?? undefined) as Id<'organisation'> | undefined },
    to: {
      person: (row.to_person ?? undefined) as Id<'person'> | undefined, organisation: (row.to_organisation ?? undefined) as Id<'organisation'> | undefined,
      email: row.to_email ?? undefined, name: row.to_name ?? undefined,
    },
    subject: row.subject as Record<string, string>, askedAt: row.asked_at, answerBy: row.answer_by, remindedAt: row.reminded_at ?? undefined, state: stateOf(row),
  }
}

function stateOf(row: Selectable<AskRow>): AskState {
  if (row.answered_at) return { is: 'answered', at: row.answered_at, word: row.answer ?? '', note: row.note ?? undefined }
  if (row.withdrawn_at) return { is: 'withdrawn', at: row.withdrawn_at }
  if (row.ended_at) return { is: 'ended', at: row.ended_at }
  return { is: 'open' }
}
