import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { AlreadyOrganiser, LastOrganiser } from './errors.ts'
import { listMemberStaff } from './member-staff-store.ts'
import { countMembers } from './member-store.ts'
import { holdOrganisers, listOrganisedBy, markNetworkClosed, markOrganiserEnded, saveOrganiser } from './network-store.ts'
import { byTheHouse } from '../organisations/index.ts'
import { beforeLeaving } from '../people/index.ts'
import { getNetworkTo } from './tend.ts'
import { mayChooseOrganisers } from './who-may.ts'

/** Makes someone who works for a member an organiser too. */
export async function makeOrganiser(ctx: Ctx, slug: string, person: Id<'person'>): Promise<void> {
  const network = await ctx.read((tx) => getNetworkTo(tx, slug, mayChooseOrganisers))
  await byTheHouse(ctx).transaction(async (tx) => {
    const known = await listMemberStaff(tx, network.id, { person })
    if (known.length === 0 && ctx.actor.person !== person) throw new NotFound('Nobody of that name works for a member here.', 'They join first, then you make them an organiser.')
    const organisers = await holdOrganisers(tx, network.id)
    if (ctx.actor.by !== 'house' && !organisers.some((one) => one === ctx.actor.person)) throw new NotFound()
    if (organisers.includes(person)) throw new AlreadyOrganiser()
    await saveOrganiser(tx, network.id, person)
    await audit(tx, { chain: `network:${network.id}`, act: 'organiser.made', subject: person })
    await tx.emit('organiser.made', { network: network.id, person })
  })
}

/** Someone stops organising, by their own wish or another organiser's. The last one stays. */
export function endOrganiser(ctx: Ctx, slug: string, person: Id<'person'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayChooseOrganisers)
    const organisers = await holdOrganisers(tx, network.id)
    if (!organisers.includes(person)) throw new NotFound('They do not organise this network any more.')
    if (organisers.length === 1) throw new LastOrganiser()
    await stops(tx, network.id, person)
  })
}

/** Whoever closes their account stops organising; the last one stays while there are members, and closes the network where there are none. */
beforeLeaving(async (tx, person) => {
  for (const network of await listOrganisedBy(tx, person)) {
    const isLast = (await holdOrganisers(tx, network)).length === 1
    if (isLast && (await countMembers(tx, network)) > 0) throw new LastOrganiser()
    if (isLast) await markNetworkClosed(tx, network)
    await stops(tx, network, person)
  }
})

async function stops(tx: Tx, network: Id<'network'>, person: Id<'person'>): Promise<void> {
  await markOrganiserEnded(tx, network, person)
  await audit(tx, { chain: `network:${network}`, act: 'organiser.ended', subject: person })
  await tx.emit('organiser.ended', { network, person })
}
