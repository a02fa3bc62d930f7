import { readAskByLink } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { byTheHouse } from '../organisations/index.ts'
import { JoinLinkRefused } from './errors.ts'
import { INVITATION, inviterOf, networkOf } from './invite-member.ts'
import { findJoinLink } from './join-link-store.ts'
import type { Network } from './network.ts'
import { getNetworkById, listOrganisers } from './network-store.ts'

/** What a link to join offers, to whoever holds it: one for many, or an invitation to somebody. */
export type Offer = {
  readonly network: Network
  readonly invitedBy: string
  readonly by: { readonly is: 'join-link'; readonly id: string; readonly madeBy?: Id<'person'> } | { readonly is: 'invitation'; readonly note?: string; readonly name?: string; readonly email?: string }
  readonly endsAt: Date
}

/** Looks at a link without using it; looking changes nothing. */
export function readOffer(ctx: Ctx, token: string): Promise<Offer> {
  return byTheHouse(ctx).read((tx) => token.startsWith('gh_join_') ? fromJoinLink(tx, token) : fromInvitation(tx, token))
}

async function fromJoinLink(tx: Tx, token: string): Promise<Offer> {
  const link = await findJoinLink(tx, token)
  if (!link) throw new JoinLinkRefused('This link is not one of ours, or part of it is missing.', 'Copy the whole link again, or ask whoever gave it to you for a new one.')
  if (link.withdrawn_at) throw new JoinLinkRefused('This link was withdrawn.', 'Ask an organiser of the network for a new one.')
  if (link.ends_at <= tx.now) throw new JoinLinkRefused('This link has run out.', 'Ask an organiser of the network for a new one.')
  const network = await getNetworkById(tx, link.network_id as Id<'network'>) // a column of network ids
  const organisers = await listOrganisers(tx, network.id)
  const maker = organisers.find((one) => one.person === link.made_by) ?? organisers[0]
  return { network, invitedBy: maker?.name ?? 'An organiser', by: { is: 'join-link', id: link.id, madeBy: maker?.person }, endsAt: link.ends_at }
}

async function fromInvitation(tx: Tx, token: string): Promise<Offer> {
  const { ask } = await readAskByLink(tx, token)
  if (ask.kind !== INVITATION) throw new JoinLinkRefused('This link is for something else.', 'Open it as it was sent to you.')
  const by = { is: 'invitation', note: ask.subject.note, name: ask.to.name, email: ask.to.email } as const
  return { network: await getNetworkById(tx, networkOf(ask)), invitedBy: await inviterOf(tx, ask), by, endsAt: ask.answerBy }
}
