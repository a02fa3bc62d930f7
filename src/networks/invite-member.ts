import { z } from 'zod'
import { ask, defineAskKind, getAsk, withdrawAsk, type Ask } from '../asks/index.ts'
import { audit } from '../kit/audit.ts'
import type { Actor, Ctx, Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed, NotFound } from '../kit/refusal.ts'
import { byTheHouse, findRole } from '../organisations/index.ts'
import { findAccountByEmail } from '../people/index.ts'
import { routes } from '../routes.ts'
import { becomeMember } from './become-member.ts'
import { NoOrganisationYet } from './errors.ts'
import { getNetworkById, listOrganisers } from './network-store.ts'
import { getNetworkTo } from './tend.ts'
import { mayInvite } from './who-may.ts'

export const INVITATION = 'networks.invitation'
const DAYS = 21

const invitationInput = z.strictObject({
  name: optionalText('Their name', 100),
  email: z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value),
    z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.').max(254, 'That e-mail address is too long.').optional()),
  note: optionalText('The note', 500),
})

/** Invites somebody's organisation into a network: by e-mail where an address is given, and by a link to copy either way. */
export async function inviteMember(ctx: Ctx, slug: string, input: unknown): Promise<{ ask: Id<'ask'> }> {
  await ctx.read((tx) => getNetworkTo(tx, slug, mayInvite))
  const { name, email, note } = parse(invitationInput, input)
  const person = email ? await findPersonBehind(ctx, email) : undefined
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayInvite)
    const made = await ask(tx, {
      kind: INVITATION, network: network.id, from: { person: tx.actor.person, organisation: tx.actor.organisation }, to: { person, name, email },
      subject: note ? { note } : {}, answerBy: new Date(tx.now.getTime() + DAYS * 86_400_000),
    })
    await audit(tx, { chain: `network:${network.id}`, act: 'member.invited', subject: made.id })
    return { ask: made.id }
  })
}

/** Someone already here finds the invitation on their Home too. Only they learn of it: the inviter is told nothing about the address. */
async function findPersonBehind(ctx: Ctx, email: string): Promise<Id<'person'> | undefined> {
  const account = await byTheHouse(ctx).read((tx) => findAccountByEmail(tx, email))
  return account?.emailConfirmedAt ? account.person : undefined
}

export function withdrawInvitationToJoin(ctx: Ctx, slug: string, id: Id<'ask'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayInvite)
    if ((await getAsk(tx, id)).network !== network.id) throw new NotFound()
    await withdrawAsk(tx, id)
  })
}

defineAskKind({
  name: INVITATION,
  words: { yes: 'Join', no: 'No, thanks' },
  describe: async (tx, invitation) => {
    const network = await getNetworkById(tx, networkOf(invitation))
    const inviter = await inviterOf(tx, invitation)
    return {
      title: `${inviter} invites you to join ${network.name}`,
      lines: [network.purpose, ...(invitation.subject.note ? [`${inviter} writes: “${invitation.subject.note}”`] : []), 'Joining takes two minutes, and you decide who sees what.'],
      seenBy: `${inviter} and the other organisers of ${network.name}`,
    }
  },
  answered: async (tx, invitation, { word, by }) => {
    if (word !== 'yes') return
    const network = await getNetworkById(tx, networkOf(invitation))
    await becomeMember(tx, { network: network.id, organisation: await joiningFor(tx, by), invitedBy: invitation.from.person })
    return { goTo: routes.members(network.slug) }
  },
  needsPage: { yes: (_, token) => routes.join(token) },
})

/** The organisation that joins is the one acted for, by someone who may bind it. */
async function joiningFor(tx: Tx, by: Actor): Promise<Id<'organisation'>> {
  if (!by.person || !by.organisation) throw new NoOrganisationYet()
  const role = await findRole(tx, by.organisation, by.person)
  if (role !== 'owner' && role !== 'editor') throw new NotAllowed('Joining binds your whole organisation.', 'Ask one of its owners or editors to answer.')
  return by.organisation
}

export function networkOf(invitation: Ask): Id<'network'> {
  if (!invitation.network) throw new Error('An invitation names no network.')
  return invitation.network
}

export async function inviterOf(tx: Tx, invitation: Ask): Promise<string> {
  const organisers = await listOrganisers(tx, networkOf(invitation))
  return organisers.find((one) => one.person === invitation.from.person)?.name ?? 'An organiser'
}
