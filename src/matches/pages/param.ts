import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'
import { getNetwork } from '../../networks/index.ts'
import { routes } from '../../routes.ts'

export const slugIn = (c: WebContext): string => c.req.param('slug') ?? ''

export function idIn<Of extends string>(c: WebContext, name: string): Id<Of> {
  const value = c.req.param(name)
  if (!isId<Of>(value)) throw new NotFound()
  return value
}

/** The network of this address, if the asker stands in it; as if it were not there otherwise. */
export async function networkIn(c: WebContext) {
  const network = await c.var.ctx.read((tx) => getNetwork(tx, slugIn(c)))
  if (!network.isMember && !network.organises) throw new NotFound()
  return network
}

/** Back to the list one came from; only to our own pages, so that nobody is led elsewhere. */
export function backTo(back: unknown, otherwise: string): string {
  return typeof back === 'string' && (back === routes.findPartners || back.startsWith(`${routes.findPartners}?`) || /^\/networks\/[a-z0-9-]+\/matches\/(saved|compare|not-for-us)(\?|$)/.test(back)) ? back : otherwise
}
