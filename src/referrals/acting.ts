import type { Actor, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed, SignInFirst } from '../kit/refusal.ts'
import { findRole, getOrganisationToKeep, type Keeping } from '../organisations/index.ts'
import { mayRefer } from './who-may.ts'

/** The organisation acted for, once asked whether this person may do so in its name. */
export async function actingFor(tx: Tx, may: (keeping: Keeping) => boolean = mayRefer): Promise<{ readonly id: Id<'organisation'>; readonly name: string }> {
  if (!tx.actor.person) throw new SignInFirst()
  if (!tx.actor.organisation) throw new NotAllowed('You act for no organisation yet.', 'List yours first, or ask a colleague to invite you.')
  return getOrganisationToKeep(tx, tx.actor.organisation, may)
}

/** Whoever holds the link was asked; someone signed in must be more than a reader of the organisation asked. */
export async function mustSpeakFor(tx: Tx, organisation: Id<'organisation'>, by: Actor): Promise<void> {
  if (!by.person) return
  if (await findRole(tx, organisation, by.person) === 'member') throw new NotAllowed('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.')
}

/** Where the house writes to an organisation: the address on its page, else that of the owner who has been there longest. */
export async function addressOf(tx: Tx, organisation: Id<'organisation'>): Promise<string | undefined> {
  const contact = await tx.db.selectFrom('organisation_contact').select('email').where('organisation_id', '=', organisation).executeTakeFirst()
  if (contact?.email) return contact.email
  const owner = await tx.db.selectFrom('staff as s').innerJoin('account as a', 'a.person_id', 's.person_id').where('s.organisation_id', '=', organisation).where('s.role', '=', 'owner').where('s.left_at', 'is', null)
    .select('a.email').orderBy('s.since').limit(1).executeTakeFirst()
  return owner?.email
}
