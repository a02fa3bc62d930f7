import { isId, type Id } from '../../kit/ids.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'

export function idFrom<Of extends string = 'outcome'>(c: WebContext, name = 'id'): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

export const tokenFrom = (c: WebContext): string => c.req.param('token') ?? ''
export const pageNumber = (c: WebContext): number => Math.min(1000, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))

export function mustBeSignedIn(c: WebContext): void {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
}
