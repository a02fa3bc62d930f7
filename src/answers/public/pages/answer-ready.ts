import type { WebContext } from '../../../kit/web/env.ts'
import type { Ready } from '../keep-ready.ts'

/** Answers with what is kept ready: "nothing new" where the asker has it already, packed where they can unpack it, and a minute in caches. */
export function answerReady(c: WebContext, ready: Ready, more: Readonly<Record<string, string>> = {}): Response {
  const headers: Record<string, string> = { ETag: ready.tag, 'Last-Modified': ready.since.toUTCString(), 'Cache-Control': 'public, max-age=60', Vary: 'Cookie, Authorization, Accept-Encoding', ...more }
  if (hasIt(c, ready)) return c.body(null, 304, headers)
  headers['Content-Type'] = ready.type
  if (!(c.req.header('Accept-Encoding') ?? '').includes('gzip')) return c.body(ready.text, 200, headers)
  return c.body(Uint8Array.from(ready.packed), 200, { ...headers, 'Content-Encoding': 'gzip' })
}

function hasIt(c: WebContext, ready: Ready): boolean {
  const tags = c.req.header('If-None-Match')
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === ready.tag)
  const since = Date.parse(c.req.header('If-Modified-Since') ?? '')
  return since >= ready.since.getTime()
}
