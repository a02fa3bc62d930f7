import type { Context, Hono } from 'hono'
import type { ReactNode } from 'react'
import type { Ctx } from '../ctx.ts'

/** A page's own part; the frame around it (menu, who is signed in, notices) is `entry`'s. */
export type Shown = {
  readonly title: string
  readonly body: ReactNode
  /** `app` has the menu; `plain` is for sign-in, links and first run; `public` carries no script. Without sign-in, `app` becomes `public`. */
  readonly frame?: 'app' | 'plain' | 'public'
  readonly width?: 'narrow' | 'reading' | 'work'
  readonly description?: string
  readonly status?: 200 | 201 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507
  readonly hasProblems?: boolean
}

/** What every handler finds on its request. */
export type WebEnv = {
  Variables: {
    ctx: Ctx
    /** Turns a page's part into the whole answer. Set by `entry`. */
    present: (shown: Shown) => Promise<Response>
    nonce: string
    /** The bytes of an unsafe request, read once and within bounds. */
    body?: Buffer
    /** What the access log says of this request. */
    reference: string
  }
}

export type WebContext = Context<WebEnv>
export type Pages = Hono<WebEnv>

export function show(c: WebContext, shown: Shown): Promise<Response> {
  return c.var.present(shown)
}
