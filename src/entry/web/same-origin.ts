import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'

class FromElsewhere extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('This was sent from another website, so it was not done.', 'Open the page here and send it again.') }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Lets unsafe requests through only from our own pages: the browser says so in Sec-Fetch-Site, else Origin must be ours. A program
 * with a token and no cookie sends neither and is let through, because no browser would add its token for someone else.
 */
export function sameOriginOnly(baseUrl: () => string): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (SAFE.has(c.req.method) || isOurs(c.req.raw, baseUrl()) || isOneClick(c.req.raw, c.req.path)) return next()
    throw new FromElsewhere()
  }
}

export function isOurs(request: Request, baseUrl: string): boolean {
  const { headers } = request
  if (headers.get('Authorization')?.startsWith('Bearer ') && !headers.has('Cookie')) return true
  const site = headers.get('Sec-Fetch-Site')
  if (site) return site === 'same-origin'
  return headers.get('Origin') === new URL(baseUrl).origin
}

/** The button by which mail programs stop letters (RFC 8058): no browser sends it, so it names no origin and carries no cookie, and its link is all it needs. */
function isOneClick({ headers }: Request, path: string): boolean {
  return path.startsWith(routes.letterStop('')) && !headers.has('Cookie') && !headers.has('Origin') && !headers.has('Sec-Fetch-Site')
}
