import { audit } from '../kit/audit.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisation, OrganisationClosed } from '../organisations/index.ts'
import { AlreadyMember } from './errors.ts'
import { saveMember } from './member-store.ts'

/**
 * Writes a membership, once a link, an answer or an organiser's own listing allows it. Runs as the house: to row-level security nobody
 * makes themselves a member, since that would be taking sight rather than being given it.
 */
export async function becomeMember(tx: Tx, { network, organisation, invitedBy }: { network: Id<'network'>; organisation: Id<'organisation'>; invitedBy?: Id<'person'> }): Promise<void> {
  const { name, line, kind, sight, standing } = await getOrganisation(tx, organisation)
  if (standing.is === 'closed') throw new OrganisationClosed()
  const isNew = await saveMember(tx, { network, organisation, name, line, kind, sight, invitedBy })
  if (!isNew) throw new AlreadyMember()
  await audit(tx, { chain: `network:${network}`, act: 'member.joined', subject: organisation })
  await tx.emit('member.joined', { network, organisation })
}
