import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from '../../kit/web/env.ts'
import { someRandom } from './random.ts'

/**
 * Security headers on every answer. Scripts need this answer's nonce, styles come from us alone, nothing may frame us,
 * and nothing a signed-in person sees is kept by a cache.
 */
export function securityHeaders(secure: () => boolean): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const nonce = someRandom(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    const set = (name: string, value: string) => { if (!c.res.headers.has(name)) c.res.headers.set(name, value) }
    set('Content-Security-Policy', policy(nonce))
    set('X-Content-Type-Options', 'nosniff')
    set('Referrer-Policy', 'same-origin')
    set('Cross-Origin-Opener-Policy', 'same-origin')
    set('Cross-Origin-Resource-Policy', 'same-origin')
    set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    set('Cache-Control', 'no-store')
    if (secure()) set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
}

function policy(nonce: string): string {
  return [
    "default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:", "font-src 'self'",
    "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'", "manifest-src 'self'",
  ].join('; ')
}
