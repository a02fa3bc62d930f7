import { actAs } from '../people/index.ts'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { readLink, useLink } from '../kit/one-time-link.ts'
import { SignInFirst } from '../kit/refusal.ts'
import { readSecret } from '../kit/secrets.ts'
import { AlreadyClaimed, AlreadyStaff, InviterHasLeft } from './errors.ts'
import { byTheHouse } from './in-name-of.ts'
import { LINK_TO_CLAIM, LINK_TO_JOIN, type StaffLink } from './invite-colleague.ts'
import type { Organisation } from './organisation.ts'
import type { Role } from './staff.ts'
import { findInvitation, findLinkAct, findRole, saveStaff } from './staff-store.ts'
import { getOrganisation, markClaimed } from './store.ts'

export type StaffLinkShown = { readonly organisation: Organisation; readonly role: Role; readonly claims: boolean; readonly endsAt: Date }

/** What a link offers, for its page; looking changes nothing. Whoever holds it may know what it is for. */
export function readStaffLink(ctx: Ctx, token: string): Promise<StaffLinkShown> {
  return byTheHouse(ctx).read(async (tx) => {
    const { act, link } = await either(tx, token)
    await stillStands(tx, link.id, link.subject.organisation)
    return { organisation: await getOrganisation(tx, link.subject.organisation), role: link.subject.role, claims: act === LINK_TO_CLAIM, endsAt: link.endsAt }
  })
}

/** Takes up a link: a colleague joins, or the organisation's own people claim it. They act for it from then on. */
export async function joinStaff(ctx: Ctx, token: string): Promise<Id<'organisation'>> {
  const { person } = ctx.actor
  if (!person) throw new SignInFirst()
  // The house writes it, since the newcomer has no rights yet; the link is what allows it.
  return byTheHouse(ctx).transaction(async (tx) => {
    const { act, link } = await either(tx, token)
    await useLink(tx, act, token)
    const { organisation, role } = link.subject
    await stillStands(tx, link.id, organisation)
    if (act === LINK_TO_CLAIM && !(await markClaimed(tx, organisation, person))) throw new AlreadyClaimed()
    if (await findRole(tx, organisation, person)) throw new AlreadyStaff()
    await saveStaff(tx, organisation, person, role)
    await audit(tx, { chain: `organisation:${organisation}`, act: act === LINK_TO_CLAIM ? 'organisation.claimed' : 'staff.joined', subject: person, detail: { role } })
    if (act === LINK_TO_CLAIM) await tx.emit('organisation.claimed', { organisation, person })
    await tx.emit('staff.joined', { organisation, person })
    if (tx.actor.session) await actAs(tx, tx.actor.session, { organisation })
    return organisation
  })
}

/** Which of the two a link is for stands with the link itself. */
async function either(tx: Tx, token: string) {
  const secret = readSecret('link', token)
  const act = secret && (await findLinkAct(tx, secret.id)) === LINK_TO_CLAIM ? LINK_TO_CLAIM : LINK_TO_JOIN
  return { act, link: await readLink<StaffLink>(tx, act, token) }
}

/** An invitation is worth what its maker may do today: an owner who left, or who was made a member, invites nobody. */
async function stillStands(tx: Tx, linkId: string, organisation: Id<'organisation'>): Promise<void> {
  const invitation = await findInvitation(tx, linkId)
  if (!invitation?.made_by) return
  const { standing } = await getOrganisation(tx, organisation)
  const maker = invitation.made_by as Id<'person'> // a column of person ids
  if (standing.is === 'closed') throw new InviterHasLeft()
  if (standing.is === 'listed' ? standing.by === maker : (await findRole(tx, organisation, maker)) === 'owner') return
  throw standing.is !== 'listed' && invitation.role === 'owner' ? new AlreadyClaimed() : new InviterHasLeft()
}
