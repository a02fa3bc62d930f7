import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'

/** An id out of the address; anything else is simply not there. */
export function idFrom<Of extends string>(c: WebContext, name = 'id'): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

/** An id out of the query, where there is one. */
export function idIn<Of extends string>(c: WebContext, name: string): Id<Of> | undefined {
  const text = c.req.query(name)
  return isId<Of>(text) ? text : undefined
}

export const tokenFrom = (c: WebContext): string => c.req.param('token') ?? ''
export const pageNumber = (c: WebContext): number => Math.min(1000, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
