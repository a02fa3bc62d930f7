import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { getOrganisation, keepingOf, mayJoinNetworks } from '../organisations/index.ts'
import { NotAMember } from './errors.ts'
import { markMemberLeft } from './member-store.ts'
import { getNetworkTo } from './tend.ts'
import { mayRemoveMember, maySeeMembers } from './who-may.ts'

/** The organisation one acts for leaves. What it showed to this network's members is no longer shown to them from then on. */
export function leaveNetwork(ctx: Ctx, slug: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, maySeeMembers)
    const organisation = tx.actor.organisation
    if (!organisation || !network.isMember) throw new NotAMember()
    const keeping = await keepingOf(tx, await getOrganisation(tx, organisation))
    if (!mayJoinNetworks(keeping)) throw new NotAllowed('Leaving binds your whole organisation.', 'Ask one of its owners or editors.')
    await goes(tx, network.id, organisation)
  })
}

/** An organiser takes a member off the list, with a reason the member can read. */
export function removeMember(ctx: Ctx, slug: string, organisation: Id<'organisation'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayRemoveMember)
    const { because } = parse(z.strictObject({ because: text('The reason', 500) }), input)
    await goes(tx, network.id, organisation, because)
  })
}

async function goes(tx: Tx, network: Id<'network'>, organisation: Id<'organisation'>, because?: string): Promise<void> {
  if (!(await markMemberLeft(tx, network, organisation, because))) throw new NotAMember()
  await audit(tx, { chain: `network:${network}`, act: because ? 'member.removed' : 'member.left', subject: organisation })
  await tx.emit('member.left', { network, organisation })
}
