import type { Selectable } from 'kysely'
import type { Notice as NoticeRow } from '../../db/types.ts'
import { actingFor } from '../organisations/index.ts'
import { sql } from 'kysely'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { Notice } from './notice.ts'

export async function saveNotice(tx: Tx, notice: Notice): Promise<void> {
  await tx.db.insertInto('notice').values({
    to_organisation: notice.to, id: notice.id, kind: notice.kind, good: notice.good, subject: JSON.stringify(notice.subject), told_at: notice.toldAt,
  }).execute()
}

/** What the organisation acted for was told and nobody has put away, the newest first. */
export async function listNotices(tx: Tx, { good, limit = 20, past = 0 }: { good?: boolean; limit?: number; past?: number } = {}): Promise<readonly Notice[]> {
  if (!tx.actor.organisation) return []
  const rows = await seen(tx).where('to_organisation', '=', tx.actor.organisation).where('away_at', 'is', null)
    .$if(good !== undefined, (query) => query.where('good', '=', good === true)).orderBy('told_at', 'desc').orderBy('id').limit(limit).offset(past).execute()
  return rows.map(fromRow)
}

/** What an organisation was told since its last letter, the oldest first. For the house, when it writes. */
export async function listUnwrittenNotices(tx: Tx, to: Id<'organisation'>, limit = 20): Promise<readonly Notice[]> {
  const rows = await seen(tx).where('to_organisation', '=', to).where('written_at', 'is', null).where('away_at', 'is', null).orderBy('told_at').orderBy('id').limit(limit).execute()
  return rows.map(fromRow)
}

export async function markWritten(tx: Tx, to: Id<'organisation'>, ids: readonly Id<'notice'>[]): Promise<void> {
  if (ids.length > 0) await tx.db.updateTable('notice').set({ written_at: tx.now }).where('to_organisation', '=', to).where('id', 'in', ids).execute()
}

export async function markAway(tx: Tx, id: Id<'notice'>): Promise<void> {
  await tx.db.updateTable('notice').set({ away_at: tx.now, away_by: tx.actor.person }).where('id', '=', id).where('away_at', 'is', null).where(ours(tx)).execute()
}

export async function findNotice(tx: Tx, id: Id<'notice'>): Promise<Notice | undefined> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The first wall: only whoever was told, or the house at work. Row-level security says so again. */
function seen(tx: Tx) {
  return tx.db.selectFrom('notice').selectAll().where(ours(tx))
}

function ours(tx: Tx) {
  return tx.actor.by === 'house' ? sql<boolean>`true` : sql<boolean>`to_organisation = ${actingFor(tx)}`
}

function fromRow(row: Selectable<NoticeRow>): Notice {
  // Ids come from columns of that kind; subject was written by saveNotice.
  return { id: row.id as Id<'notice'>, kind: row.kind, to: row.to_organisation as Id<'organisation'>, subject: row.subject as Record<string, string>, good: row.good, toldAt: row.told_at }
}
