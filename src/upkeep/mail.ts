import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { hostsOnly } from './who-may.ts'

export type MailState = 'kept' | 'waiting' | 'sent' | 'failed'

export type MailLine = { readonly id: Id<'mail'>; readonly to: string; readonly subject: string; readonly madeAt: Date; readonly state: MailState; readonly why?: string; readonly link?: string }

const columns = ['id', 'to_address', 'subject', 'made_at', 'sent_at', 'failed_at', 'next_try_at', 'last_error', 'main_link'] as const

/** The last messages, newest first: what became of each, and its link to copy. */
export async function listMail(ctx: Ctx, most = 50): Promise<readonly MailLine[]> {
  await hostsOnly(ctx)
  const rows = await asHouse(ctx).read((tx) => tx.db.selectFrom('mail').select(columns).orderBy('made_at', 'desc').orderBy('id').limit(most).execute())
  return rows.map(lineOf)
}

export async function getMail(ctx: Ctx, id: Id<'mail'>): Promise<MailLine & { text: string }> {
  await hostsOnly(ctx)
  const row = await asHouse(ctx).read((tx) => tx.db.selectFrom('mail').select([...columns, 'text']).where('id', '=', id).executeTakeFirst())
  if (!row) throw new NotFound()
  return { ...lineOf(row), text: row.text }
}

/** Tries a message again that failed or was kept while no mail server was set. */
export async function sendAgain(ctx: Ctx, id: Id<'mail'>): Promise<void> {
  await hostsOnly(ctx)
  await asHouse(ctx).transaction((tx) => tx.db.updateTable('mail').set({ failed_at: null, next_try_at: tx.now, tries: 0, last_error: null })
    .where('id', '=', id).where('sent_at', 'is', null).execute())
}

type Row = { id: string; to_address: string; subject: string; made_at: Date; sent_at: Date | null; failed_at: Date | null; next_try_at: Date | null; last_error: string | null; main_link: string | null }

function lineOf(row: Row): MailLine {
  const state = row.sent_at ? 'sent' : row.failed_at ? 'failed' : row.next_try_at ? 'waiting' : 'kept'
  return { id: row.id as Id<'mail'>, to: row.to_address, subject: row.subject, madeAt: row.made_at, state, why: row.last_error ?? undefined, link: row.main_link ?? undefined } // the column holds ids of mail
}
