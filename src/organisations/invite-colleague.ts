import { z } from 'zod'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { choice, optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { sendMail } from '../kit/mail/send.ts'
import { makeLink, showLink, withdrawLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { routes } from '../routes.ts'
import { NotClaimedYet } from './errors.ts'
import { getOrganisationToKeep } from './keep.ts'
import { ROLES, type Role } from './staff.ts'
import { findInvitation, saveInvitation } from './staff-store.ts'
import { mayChooseStaff, mayGiveClaimLink, type Keeping } from './who-may.ts'

/** Both acts end in being staff: a colleague joins those who are there, a claimer is the first. */
export const LINK_TO_JOIN = 'join-staff'
export const LINK_TO_CLAIM = 'claim-organisation'
export type StaffLink = { readonly organisation: Id<'organisation'>; readonly role: Role }
const DAYS = 14

const colleagueInput = z.strictObject({
  role: choice('what they may do', ROLES),
  forWhom: optionalText('Who it is for', 100),
  email: z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value), z.email('This does not look like an e-mail address.').max(254, 'That e-mail address is too long.').optional()),
})

/** Invites a colleague by a link that works once. It is mailed where an address is given, and can be copied either way. */
export function inviteColleague(ctx: Ctx, id: Id<'organisation'>, input: unknown): Promise<{ linkId: string }> {
  return ctx.transaction(async (tx) => {
    const organisation = await getOrganisationToKeep(tx, id, mayChooseStaff)
    if (organisation.standing.is === 'listed') throw new NotClaimedYet()
    const { role, forWhom, email } = parse(colleagueInput, input)
    const linkId = await giveLink(tx, LINK_TO_JOIN, { organisation: id, role }, forWhom)
    if (email) await sendMail(tx, {
      to: email, subject: `Join ${organisation.name} on Guildhall`,
      lines: [`A colleague invites you to work for ${organisation.name} on Guildhall, where small organisations find partners.`],
      link: { says: `Join ${organisation.name}`, url: staffLink(tx, linkId) }, after: [`The link works once, within ${DAYS} days.`],
    })
    return { linkId }
  })
}

/** Gives whoever listed an organisation a link for its own people, who then become its owner. */
export function giveClaimLink(ctx: Ctx, id: Id<'organisation'>, input: unknown = {}): Promise<{ linkId: string }> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, mayGiveClaimLink)
    const { forWhom } = parse(z.strictObject({ forWhom: optionalText('Who it is for', 100) }), input)
    return { linkId: await giveLink(tx, LINK_TO_CLAIM, { organisation: id, role: 'owner' }, forWhom) }
  })
}

export function withdrawInvitation(ctx: Ctx, id: Id<'organisation'>, linkId: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, id, (keeping: Keeping) => mayChooseStaff(keeping) || mayGiveClaimLink(keeping))
    const invitation = await findInvitation(tx, linkId)
    if (invitation?.organisation_id !== id) throw new NotFound()
    await withdrawLink(tx, linkId)
  })
}

/** The address to copy or to point a phone at. Ask first whether this person may invite. */
export function staffLink(tx: Pick<Tx, 'keys' | 'url'>, linkId: string): string {
  return tx.url(routes.staffLink(showLink(tx, linkId)))
}

async function giveLink(tx: Tx, act: string, subject: StaffLink, forWhom: string | undefined): Promise<string> {
  const { id } = await makeLink(tx, { act, subject, endsAt: new Date(tx.now.getTime() + DAYS * 86_400_000) })
  await saveInvitation(tx, subject.organisation, { linkId: id, role: subject.role, forWhom })
  return id
}
