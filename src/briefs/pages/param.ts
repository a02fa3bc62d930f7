import { isId, type Id } from '../../kit/ids.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'

export function idFrom<Of extends string>(c: WebContext, name: string): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

export const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''
export const briefOf = (c: WebContext): Id<'brief'> => idFrom(c, 'brief')

export function mustBeSignedIn(c: WebContext): void {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
}
