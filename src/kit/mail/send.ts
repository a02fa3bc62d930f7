import type { Tx } from '../ctx.ts'
import { newId, type Id } from '../ids.ts'

/** A message in plain words: what has happened, the one thing to do, and perhaps a line after it. */
export type Message = {
  readonly to: string
  readonly person?: Id<'person'>
  readonly subject: string
  readonly lines: readonly string[]
  readonly link?: { readonly says: string; readonly url: string }
  readonly after?: readonly string[]
  /** The address that stops letters of this kind by one press, for the button that mail programs show. */
  readonly stop?: string
}

/**
 * Puts a message with the change that caused it: it goes out once that has been committed, and is kept either way, so that its link
 * can be copied by hand where no mail server is set up.
 */
export async function sendMail(tx: Tx, message: Message): Promise<void> {
  await tx.db.insertInto('mail').values({
    id: newId<'mail'>(),
    to_address: message.to,
    subject: message.subject.replaceAll(/[\r\n]+/g, ' ').slice(0, 200),
    text: asText(message),
    html: asHtml(message),
    main_link: message.link?.url,
    stop_link: message.stop,
    person_id: message.person,
    made_at: tx.now,
    next_try_at: tx.settings.SMTP_URL ? tx.now : null,
  }).execute()
}

function asText({ lines, link, after = [] }: Message): string {
  return [...lines, ...(link ? [`${link.says}:\n${link.url}`] : []), ...after, '-- \nGuildhall'].join('\n\n')
}

function asHtml({ lines, link, after = [] }: Message): string {
  const paragraph = (line: string) => `<p>${escape(line)}</p>`
  const button = link ? `<p><a href="${escape(link.url)}" style="display:inline-block;padding:12px 20px;background:#0b5d57;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escape(link.says)}</a></p><p style="font-size:14px">Or copy this address: ${escape(link.url)}</p>` : ''
  return `<!doctype html><html lang="en-GB"><body style="font:17px/1.55 sans-serif;color:#1d2426;max-width:600px">${lines.map(paragraph).join('')}${button}${after.map(paragraph).join('')}</body></html>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
