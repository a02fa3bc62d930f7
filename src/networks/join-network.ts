import { z } from 'zod'
import { answerByLink } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { id as idField, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed, SignInFirst } from '../kit/refusal.ts'
import { byTheHouse, findRole, inNameOf } from '../organisations/index.ts'
import { actAs } from '../people/index.ts'
import { becomeMember } from './become-member.ts'
import { JoinLinkRefused } from './errors.ts'
import { countUse } from './join-link-store.ts'
import { readOffer } from './offer.ts'

const joinInput = z.strictObject({ organisation: idField<'organisation'>('That organisation') })

/** Where one has arrived. */
export type Joined = { readonly slug: string; readonly name: string }

/** Someone signed in brings one of their organisations into a network by a link. They act for it from then on. */
export async function joinNetwork(ctx: Ctx, token: string, input: unknown): Promise<Joined> {
  const { person } = ctx.actor
  if (!person) throw new SignInFirst()
  const { organisation } = parse(joinInput, input)
  return byTheHouse(ctx).transaction(async (tx) => {
    const role = await findRole(tx, organisation, person)
    if (role !== 'owner' && role !== 'editor') throw new NotAllowed('Joining binds the whole organisation.', 'Choose one where you are an owner or editor, or ask one of them.')
    const joined = await takeUp(inNameOf(tx, { ...ctx.actor, organisation }), token, organisation)
    if (ctx.actor.session) await actAs(tx, ctx.actor.session, { organisation })
    return joined
  })
}

/** What the link offers is taken up, in a transaction of the house that acts in the joiner's name. */
export async function takeUp(tx: Tx, token: string, organisation: Id<'organisation'>): Promise<Joined> {
  const offer = await readOffer(tx, token)
  if (offer.by.is === 'invitation') {
    await answerByLink(tx, token, 'yes')
  } else {
    if (!(await countUse(tx, offer.by.id))) throw new JoinLinkRefused('This link was withdrawn just now.', 'Ask an organiser of the network for a new one.')
    await becomeMember(tx, { network: offer.network.id, organisation, invitedBy: offer.by.madeBy })
  }
  return { slug: offer.network.slug, name: offer.network.name }
}

/** "No, thanks", in one tap and without an account. A link for many takes no note of it. */
export async function declineOffer(ctx: Ctx, token: string): Promise<{ network: string }> {
  const offer = await readOffer(ctx, token)
  if (offer.by.is === 'invitation') await answerByLink(ctx, token, 'no')
  return { network: offer.network.name }
}
