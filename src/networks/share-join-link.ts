import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import { NotFound } from '../kit/refusal.ts'
import { routes } from '../routes.ts'
import { markJoinLinkWithdrawn, saveJoinLink, showJoinLink } from './join-link-store.ts'
import { getNetworkTo } from './tend.ts'
import { mayInvite } from './who-may.ts'

const joinLinkInput = z.strictObject({
  says: optionalText('Where it will hang', 100),
  days: z.coerce.number('How many days is a number.').int('How many days is a whole number.').min(1, 'One day at least.').max(366, 'A year at most.').default(90),
})

/** Makes a link for many: on a poster, in a newsletter. It ends by itself, is counted, and can be withdrawn. */
export function shareJoinLink(ctx: Ctx, slug: string, input: unknown): Promise<{ id: string }> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayInvite)
    const { says, days } = parse(joinLinkInput, input)
    const id = await saveJoinLink(tx, network, { says, endsAt: new Date(tx.now.getTime() + days * 86_400_000) })
    await audit(tx, { chain: `network:${network}`, act: 'join link made', subject: id })
    return { id }
  })
}

export function withdrawJoinLink(ctx: Ctx, slug: string, id: string): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayInvite)
    if (!(await markJoinLinkWithdrawn(tx, network, id))) throw new NotFound('That link has already been withdrawn.')
    await audit(tx, { chain: `network:${network}`, act: 'join link withdrawn', subject: id })
  })
}

/** The address to copy, print or point a phone at. Only for organisers: ask first. */
export function joinLinkAddress(tx: Pick<Tx, 'keys' | 'url'>, id: string): string {
  return tx.url(routes.join(showJoinLink(tx, id)))
}
