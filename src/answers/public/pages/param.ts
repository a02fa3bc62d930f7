import { isId, type Id } from '../../../kit/ids.ts'
import { NotFound } from '../../../kit/refusal.ts'
import type { WebContext } from '../../../kit/web/env.ts'

export function idFromPath<Of extends string>(c: WebContext, name: string): Id<Of> {
  const text = c.req.param(name)
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
