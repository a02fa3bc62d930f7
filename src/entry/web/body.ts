import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Actor } from '../../kit/ctx.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { RequestKey } from '../../kit/request-key.ts'
import type { WebContext, WebEnv } from '../../kit/web/env.ts'

class TooLarge extends Refusal {
  readonly kind = 'too-large'
  constructor() { super('That is more than can be taken in one go.', 'Send a file of 10 MB at most, or a shorter text. Nothing has been changed.') }
}

class Unreadable extends Refusal {
  readonly kind = 'invalid'
  constructor() { super('What was sent could not be read.', 'Open the page again and send it once more. Nothing has been changed.') }
}

const MOST = { form: 10 * 1024 * 1024 + 64 * 1024, json: 1024 * 1024 }
/** What an Idempotency-Key may be. */
export const KEY = /^[A-Za-z0-9_-]{8,100}$/

/** No address of ours holds NUL or half a character, and the database takes neither. */
export function readableAddress(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (/%00|\0/.test(c.req.url)) throw new Unreadable()
    return next()
  }
}

/** Reads the body of an unsafe request once, within bounds, before anything is done with it. */
export function readBody(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const most = isJson(c.req.header('Content-Type')) ? MOST.json : MOST.form
    if (Number(c.req.header('Content-Length') ?? 0) > most) throw new TooLarge()
    const body = await readWithin(c.req.raw, most)
    c.set('body', body)
    c.req.bodyCache.arrayBuffer = Promise.resolve(Uint8Array.from(body).buffer) as never // where Hono’s own readers look first; it keeps promises there, whatever its type says
    return next()
  }
}

async function readWithin(request: Request, most: number): Promise<Buffer> {
  if (!request.body) return Buffer.alloc(0)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body) {
    size += piece.byteLength
    if (size > most) throw new TooLarge()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Whose keys they are: the same word from somebody else is another key. */
export const whoAsks = (actor: Actor): string => actor.person ?? (actor.by === 'token' ? 'token' : 'nobody')

/** The key of this request, from the hidden field of a form or the API's header; nothing where none came. */
export async function requestKeyOf(c: WebContext, who: string): Promise<RequestKey | undefined> {
  const form = await formFields(c)
  const key = c.req.header('Idempotency-Key') ?? form?.['_key']
  if (typeof key !== 'string' || !KEY.test(key)) return undefined
  const sent = form ? JSON.stringify(Object.entries(form).map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value])) : c.var.body
  const fingerprint = createHash('sha256').update(sent ?? '').digest('base64')
  return { key, scope: `${who} ${c.req.method} ${c.req.path}`, fingerprint }
}

/** The fields of a form; nothing where the body is something else. */
async function formFields(c: WebContext) {
  const type = c.req.header('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) return undefined
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    throw new Unreadable()
  }
}

function isJson(type: string | undefined): boolean {
  return !!type && /^application\/([a-z.+-]*\+)?json/.test(type)
}
