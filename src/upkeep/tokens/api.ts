import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { next, pageOfAll, paging } from '../../kit/web/api.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { listTokens, makeToken, withdrawToken } from './make-token.ts'
import { LIFETIMES, SCOPES, type Token } from './token.ts'

const lifetimes = Object.keys(LIFETIMES) as (keyof typeof LIFETIMES)[] // the keys of our own constant
const token = z.object({
  id: z.uuid(), name: z.string(), scopes: z.array(z.enum(SCOPES)), madeAt: z.iso.datetime(), endsAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(), withdrawnAt: z.iso.datetime().nullable(),
}).openapi('Token')
const wanted = z.strictObject({ name: z.string(), scopes: z.array(z.enum(SCOPES)), lasts: z.enum(lifetimes) }).openapi('NewToken')

/** Tokens are made and withdrawn by a person signed in; a program with a token may only look. */
export function tokensApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({
    method: 'get', path: '/tokens', tags: ['tokens'], summary: 'Your tokens', request: { query: z.object(paging) },
    responses: { 200: { description: 'Your tokens, the newest first; never their text', content: { 'application/json': { schema: z.object({ tokens: z.array(token), next }) } } } },
  }), async (c) => {
    const page = pageOfAll(c, await listTokens(c.var.ctx), c.req.valid('query'))
    return c.json({ tokens: page.rows.map(present), next: page.next }, 200)
  })
  api.openapi(createRoute({
    method: 'post', path: '/tokens', tags: ['tokens'], summary: 'Make a token',
    request: { body: { content: { 'application/json': { schema: wanted } } } },
    responses: { 201: { description: 'The token and its text, shown this once', content: { 'application/json': { schema: token.extend({ text: z.string() }) } } } },
  }), async (c) => {
    const made = await makeToken(c.var.ctx, c.req.valid('json'))
    return c.json({ ...present(made.token), text: made.text }, 201)
  })
  api.openapi(createRoute({
    method: 'delete', path: '/tokens/{id}', tags: ['tokens'], summary: 'Withdraw a token', request: { params: z.object({ id: z.string() }) }, responses: { 204: { description: 'Withdrawn' } },
  }), async (c) => {
    const { id } = c.req.valid('param')
    if (!isId<'token'>(id)) throw new NotFound()
    await withdrawToken(c.var.ctx, id)
    return c.body(null, 204)
  })
}

function present(one: Token) {
  return {
    id: one.id, name: one.name, scopes: [...one.scopes], madeAt: one.madeAt.toISOString(), endsAt: one.endsAt.toISOString(),
    usedAt: one.usedAt?.toISOString() ?? null, withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
  }
}
