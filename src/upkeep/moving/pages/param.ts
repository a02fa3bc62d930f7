import { isId, type Id } from '../../../kit/ids.ts'
import type { WebContext } from '../../../kit/web/env.ts'
import { NoSuchImport } from '../errors.ts'

export const slugOf = (c: WebContext): string => c.req.param('slug') ?? ''

export function tableOf(c: WebContext): Id<'import'> {
  const text = c.req.param('table')
  if (!isId<'import'>(text)) throw new NoSuchImport()
  return text
}
