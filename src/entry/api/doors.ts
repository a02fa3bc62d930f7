import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NotAllowed, NotFound } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { mayWith, scopeFor } from '../../upkeep/index.ts'
import { findAnswer, keepWholeAnswer } from '../../kit/request-key.ts'
import { KEY, requestKeyOf, whoAsks } from '../web/body.ts'

/** What every request of a program passes before it reaches a room. */

const SAFE = new Set(['GET', 'HEAD'])

/** A token does what its scopes say. One that lacks a scope is told which. */
export function rightScope(open: string): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor } = c.var.ctx
    const scope = scopeFor(c.req.method, c.req.path.slice(routes.apiV1.length))
    if (c.req.path === open || actor.by !== 'token' || !scope || mayWith(actor.scopes ?? [], scope)) return next()
    c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`)
    throw new NotAllowed(`This token may not do that: it needs the scope "${scope}".`, 'Make one with that scope, under Account, Tokens.')
  }
}

/** A key that cannot be kept would promise what does not hold. */
export function rightKey(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const key = c.req.header('Idempotency-Key')
    if (key !== undefined && !SAFE.has(c.req.method) && !KEY.test(key)) throw new HTTPException(400, { message: 'The Idempotency-Key is 8 to 100 letters, digits, - or _.' })
    return next()
  }
}

const HEADERS = ['Content-Type', 'Location', 'Link'] as const
type Kept = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
/** What holds the secret end of a link, or is shown once, is never kept: its action makes the same again or says that it cannot. */
const SECRET = /gh_[a-z]+_|whsec_/

/** The same key gets the same answer. Each action keeps its own effect to one; this keeps the words, once they were good. */
export function sameAnswer(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { ctx } = c.var
    const key = SAFE.has(c.req.method) ? undefined : await requestKeyOf(c, whoAsks(ctx.actor))
    if (!key) return next()
    const before = await ctx.read((tx) => findAnswer(tx, key)) as Kept | undefined // written below alone
    if (before) return new Response(before.body || null, { status: before.status, headers: before.headers })
    await next()
    if (c.res.status >= 300 || c.error) return
    const body = await c.res.clone().text()
    if (SECRET.test(body)) return
    await ctx.transaction((tx) => keepWholeAnswer(tx, key, { status: c.res.status, headers: Object.fromEntries(HEADERS.flatMap((name) => { const value = c.res.headers.get(name); return value ? [[name, value]] : [] })), body } satisfies Kept)) // a twin under way comes here too, and is told that it is kept
  }
}

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> } }>>>>

/** Bodies are of the type that is written down, mostly JSON. What says it is something else is not guessed at. */
export function rightType(paths: () => Paths): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
    if (SAFE.has(c.req.method) || !c.var.body?.byteLength || /^application\/([a-z.+-]*\+)?json$/.test(type)) return next()
    const asked = c.req.path.slice(routes.apiV1.length)
    const takes = Object.entries(paths()).flatMap(([path, methods]) => (fits(path, asked) ? Object.keys(methods[c.req.method.toLowerCase()]?.requestBody?.content ?? {}) : []))
    if (!takes.includes(type)) throw new HTTPException(415)
    return next()
  }
}

/** An address that is there and takes other methods says which; one that is not there is not there. */
export function rightMethod(paths: () => Readonly<Record<string, Readonly<Record<string, unknown>>>>): MiddlewareHandler<WebEnv> {
  return async (c) => {
    const asked = c.req.path.slice(routes.apiV1.length)
    const methods = Object.entries(paths()).flatMap(([path, all]) => (fits(path, asked) ? Object.keys(all) : []))
    if (methods.length === 0) throw new NotFound()
    c.header('Allow', METHODS.filter((method) => methods.includes(method === 'HEAD' ? 'get' : method.toLowerCase())).join(', '))
    throw new HTTPException(405)
  }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

function fits(path: string, asked: string): boolean {
  const [parts, words] = [path.split('/'), asked.split('/')]
  return parts.length === words.length && parts.every((part, at) => part.startsWith('{') ? words[at] !== '' : part === words[at])
}
