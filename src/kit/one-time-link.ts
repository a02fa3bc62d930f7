import type { Tx } from './ctx.ts'
import { Refusal } from './refusal.ts'
import { derivedSecret, readSecret, sameHash } from './secrets.ts'

/** A link that cannot be used: it says what happened and what to do. */
export class LinkRefused extends Refusal {
  readonly kind = 'gone'
}

const forged = () => new LinkRefused('This link is not one of ours, or part of it is missing.', 'Copy the whole link again, or ask whoever sent it for a new one.')
const used = () => new LinkRefused('This link has already been used.', 'If that was you, all is well. If not, ask for a new one.')
const ended = () => new LinkRefused('This link has run out.', 'Ask whoever sent it for a new one.')
const withdrawn = () => new LinkRefused('This link was withdrawn.', 'Ask whoever sent it if you still need one.')

export type LinkFor<Subject> = { readonly act: string; readonly subject: Subject; readonly endsAt: Date }

/** Makes a link bound to one act. Its secret is never stored; `showLink` makes it again for whoever may copy it. */
export async function makeLink<Subject extends object>(tx: Tx, link: LinkFor<Subject>): Promise<{ id: string; token: string }> {
  const secret = derivedSecret('link', tx.keys.links)
  await tx.db.insertInto('one_time_link').values({
    id: secret.id, hash: secret.hash, act: link.act, subject: JSON.stringify(link.subject), made_at: tx.now, ends_at: link.endsAt,
  }).execute()
  return { id: secret.id, token: secret.text }
}

/** The same link once more, to copy or as a QR code. Ask first whether this person may. */
export function showLink(tx: Pick<Tx, 'keys'>, id: string): string {
  return derivedSecret('link', tx.keys.links, id).text
}

/** Looks without using: what a GET may do, since mail scanners follow links. */
export async function readLink<Subject>(tx: Tx, act: string, token: string): Promise<{ id: string; subject: Subject; endsAt: Date }> {
  return open<Subject>(tx, act, token, false)
}

/** Uses a link up, in the transaction of what it allows. */
export async function useLink<Subject>(tx: Tx, act: string, token: string): Promise<Subject> {
  const link = await open<Subject>(tx, act, token, true)
  await tx.db.updateTable('one_time_link').set({ used_at: tx.now }).where('id', '=', link.id).execute()
  return link.subject
}

/** The same without the link in hand: what it allows was done another way. */
export async function useUpLink(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('one_time_link').set({ used_at: tx.now }).where('id', '=', id).where('used_at', 'is', null).where('withdrawn_at', 'is', null).execute()
}

export async function withdrawLink(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable('one_time_link').set({ withdrawn_at: tx.now }).where('id', '=', id).where('used_at', 'is', null).execute()
}

async function open<Subject>(tx: Tx, act: string, token: string, toUse: boolean): Promise<{ id: string; subject: Subject; endsAt: Date }> {
  const secret = readSecret('link', token)
  if (!secret) throw forged()
  const query = tx.db.selectFrom('one_time_link').selectAll().where('id', '=', secret.id).where('act', '=', act)
  const row = await (toUse ? query.forUpdate() : query).executeTakeFirst()
  if (!row || !sameHash(row.hash, secret.hash)) throw forged()
  if (row.used_at) throw used()
  if (row.withdrawn_at) throw withdrawn()
  if (row.ends_at <= tx.now) throw ended()
  return { id: row.id, subject: row.subject as Subject, endsAt: row.ends_at } // written by makeLink for this act, so of this shape
}
