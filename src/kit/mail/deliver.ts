import type { Transporter } from 'nodemailer'
import { house as theHouse } from '../ctx.ts'
import { openCtx, type House } from '../open-ctx.ts'

const TRIES = 8

/** Sends what is due and says how many it tried. A refused address is final; a server that is away is tried again for about a day. */
export async function deliverMail(house: House, transport: Transporter, most = 50): Promise<number> {
  const ctx = openCtx(house, { actor: theHouse })
  for (let tried = 0; tried < most; tried += 1) {
    const claimed = await claimNext(house)
    if (!claimed) return tried
    const mark = (set: { sent_at?: Date; failed_at?: Date; next_try_at?: Date; last_error?: string }) =>
      ctx.transaction((tx) => tx.db.updateTable('mail').set(set).where('id', '=', claimed.id).execute())
    try {
      await transport.sendMail({
        from: house.settings.MAIL_FROM, to: claimed.to_address, subject: claimed.subject, text: claimed.text, html: claimed.html,
        ...(claimed.stop_link ? { headers: { 'List-Unsubscribe': `<${claimed.stop_link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } } : {}),
        messageId: `<${claimed.id}@${new URL(house.baseUrl()).hostname}>`,
      })
      await mark({ sent_at: house.clock() })
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      const final = isRefusal(error) || claimed.tries >= TRIES
      await mark(final ? { failed_at: house.clock(), last_error: said } : { next_try_at: new Date(house.clock().getTime() + 60_000 * 3 ** claimed.tries), last_error: said })
    }
  }
  return most
}

/** The claim is committed before sending, with a later try set: a process killed half-way sends again then, under the same message id. */
function claimNext(house: House) {
  return openCtx(house, { actor: theHouse }).transaction(async (tx) => {
    const due = await tx.db.selectFrom('mail').select(['id', 'to_address', 'subject', 'text', 'html', 'tries', 'stop_link'])
      .where('sent_at', 'is', null).where('failed_at', 'is', null).where('next_try_at', '<=', tx.now)
      .orderBy('next_try_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
    if (!due) return undefined
    await tx.db.updateTable('mail').set({ tries: due.tries + 1, next_try_at: new Date(tx.now.getTime() + 5 * 60_000) }).where('id', '=', due.id).execute()
    return { ...due, tries: due.tries + 1 }
  })
}

/** A 5xx answer to this very message: the address or the words are refused, and asking again would not help. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500
}

export async function openTransport(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer') // only for a house with a mail server
  return createTransport(smtpUrl, { pool: true, maxConnections: 2, connectionTimeout: 10_000, socketTimeout: 20_000 } as object) // nodemailer types options beside a URL as its defaults
}
