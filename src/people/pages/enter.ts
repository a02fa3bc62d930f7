import { goTo } from '../../kit/web/form.ts'
import type { WebContext } from '../../kit/web/env.ts'
import { browserInWords } from '../browser-in-words.ts'
import { cookieFor, type SessionCookie } from '../cookie.ts'
import type { Started } from '../session.ts'

/** Keeps a session just begun or renewed in this browser, and goes on. */
export function enter(c: WebContext, started: Started, path: string, toast?: { says: string }): Response {
  c.header('Set-Cookie', sessionCookie(c).keep(started.token), { append: true })
  return goTo(c, path, toast)
}

export function leave(c: WebContext, path: string, toast?: { says: string }): Response {
  c.header('Set-Cookie', sessionCookie(c).drop(), { append: true })
  return goTo(c, path, toast)
}

/** What we call the browser that asks, in the list of sessions. */
export function deviceOf(c: WebContext): string {
  return browserInWords(c.req.header('User-Agent') ?? '')
}

export function cookieOf(c: WebContext, name: string, seconds: number): SessionCookie {
  return cookieFor(c.var.ctx.url('/'), c.req.header('User-Agent') ?? '', name, seconds)
}

function sessionCookie(c: WebContext): SessionCookie {
  return cookieFor(c.var.ctx.url('/'), c.req.header('User-Agent') ?? '')
}
