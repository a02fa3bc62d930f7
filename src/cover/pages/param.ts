import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'

/** An id out of the address; anything else is simply not there. */
export function idFrom<Of extends string>(c: WebContext, name = 'id'): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

export const tokenFrom = (c: WebContext): string => c.req.param('token') ?? ''
