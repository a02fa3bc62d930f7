import { z } from 'zod'
import type { Tx } from '../kit/ctx.ts'
import { choice, optionalText } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { findOrganisation } from '../organisations/index.ts'
import type { Introduction } from './introduction.ts'
import { contactInSight, introductionInSight } from './scope.ts'

/** How a side may be reached, chosen by itself, passed on once both have said yes and not a moment before. */
export type Contact =
  /** The phone and e-mail on its page, shown to the other side by a grant that ends. */
  | { readonly way: 'page'; readonly askFor?: string }
  /** These very words, for this introduction alone. */
  | { readonly way: 'typed'; readonly askFor?: string; readonly phone?: string; readonly email?: string }

const optionalEmail = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value) || undefined, z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.').max(254, 'That e-mail address is too long.').optional())

export const contactFields = {
  way: choice('how they reach you', ['page', 'typed']),
  askFor: optionalText('Whom they ask for', 100),
  phone: optionalText('The phone number', 40),
  email: optionalEmail,
}
type ContactGiven = z.output<z.ZodObject<typeof contactFields>>

/** What was chosen, as far as it can be kept: a page needs something on it, typed details need one of the two. */
export async function contactFrom(tx: Tx, of: Id<'organisation'>, { way, askFor, phone, email }: ContactGiven): Promise<Contact> {
  if (way === 'typed') {
    if (!phone && !email) throw new Invalid([{ field: 'phone', sentence: 'Write a phone number, an e-mail address, or both.' }])
    return { way, askFor, phone, email }
  }
  if (!(await hasContactOnPage(tx, of))) throw new Invalid([{ field: 'way', sentence: 'Your page has no phone and no e-mail address yet. Write them here instead.' }])
  return { way, askFor }
}

export async function hasContactOnPage(tx: Tx, of: Id<'organisation'>): Promise<boolean> {
  const contact = (await findOrganisation(tx, of))?.contact
  return !!contact?.phone || !!contact?.email
}

export async function saveContact(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>, of: Id<'organisation'>, contact: Contact): Promise<void> {
  const values = { way: contact.way, ask_for: contact.askFor ?? null, phone: contact.way === 'typed' ? contact.phone ?? null : null, email: contact.way === 'typed' ? contact.email ?? null : null, chosen_at: tx.now }
  await tx.db.insertInto('introduction_contact').values({ network_id: network, introduction_id: id, organisation_id: of, ...values })
    .onConflict((at) => at.columns(['network_id', 'introduction_id', 'organisation_id']).doUpdateSet(values)).execute()
}

/** How the sides may be reached, as far as the asker may know. */
export async function listContacts(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>): Promise<ReadonlyMap<Id<'organisation'>, Contact>> {
  const rows = await tx.db.selectFrom('introduction_contact as c').innerJoin('introduction as i', (join) => join.onRef('i.network_id', '=', 'c.network_id').onRef('i.id', '=', 'c.introduction_id'))
    .where('c.network_id', '=', network).where('c.introduction_id', '=', id).where(introductionInSight(tx)).where(contactInSight(tx)).select(['c.organisation_id', 'c.way', 'c.ask_for', 'c.phone', 'c.email']).execute()
  return new Map(rows.map((row): [Id<'organisation'>, Contact] => [
    row.organisation_id as Id<'organisation'>, // a column of organisation ids
    row.way === 'page' ? { way: 'page', askFor: row.ask_for ?? undefined } : { way: 'typed', askFor: row.ask_for ?? undefined, phone: row.phone ?? undefined, email: row.email ?? undefined },
  ]))
}

/** What was meant to be passed on and will not be is not kept. */
export async function forgetContacts(tx: Tx, { network, id }: Pick<Introduction, 'network' | 'id'>): Promise<void> {
  await tx.db.deleteFrom('introduction_contact').where('network_id', '=', network).where('introduction_id', '=', id).execute()
}
