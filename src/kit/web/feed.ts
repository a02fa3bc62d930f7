import { createHash } from 'node:crypto'
import type { WebContext } from './env.ts'

type Feed = { readonly text: string; readonly type: string; /** Who may keep a copy, and for how long. */ readonly kept: string }

/** A feed, or word that whoever asks has it already. The tag is made from the words, so that it changes with them and never otherwise. */
export function answerFeed(c: WebContext, { text, type, kept }: Feed): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const headers = { ETag: tag, 'Cache-Control': c.var.ctx.actor.by === 'session' ? 'no-store' : kept } // what somebody signed in is told is kept by no cache
  const held = (c.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (held.includes(tag) || held.includes('*')) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Type': `${type}; charset=UTF-8` })
}
