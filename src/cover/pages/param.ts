import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebContext } from '../../kit/web/env.ts'
import type { Values } from '../../kit/web/form.ts'

/** An id out of the address; anything else is simply not there. */
export function idFrom<Of extends string>(c: WebContext, name = 'id'): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

export const tokenFrom = (c: WebContext): string => c.req.param('token') ?? ''

/** Ticks and buttons that are for the page alone do not reach the action. */
export function without(values: Values, ...names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}
