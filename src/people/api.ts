import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { isId } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Session } from './session.ts'
import { endSession, listSessions } from './sign-out.ts'
import { getYourAccount } from './your-account.ts'

const me = z.object({
  id: z.uuid(), name: z.string(), email: z.email(), emailConfirmedAt: z.iso.datetime().nullable(),
  actingFor: z.uuid().nullable(), network: z.uuid().nullable(),
}).openapi('Me')
const session = z.object({
  id: z.uuid(), device: z.string(), address: z.string(), how: z.string(), startedAt: z.iso.datetime(), seenAt: z.iso.datetime(), isThisOne: z.boolean(),
}).openapi('Session')

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })

/** Who a program speaks for, and where that person is signed in. */
export function peopleApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/me', tags: ['people'], summary: 'Who you are', responses: { 200: json('You', me) } }), async (c) => {
    const { actor } = c.var.ctx
    const account = await getYourAccount(c.var.ctx)
    return c.json({
      id: account.person, name: account.name, email: account.email, emailConfirmedAt: account.emailConfirmedAt?.toISOString() ?? null,
      actingFor: actor.organisation ?? null, network: actor.network ?? null,
    }, 200)
  })
  api.openapi(createRoute({ method: 'get', path: '/sessions', tags: ['people'], summary: 'Where you are signed in', request: { query: z.object(paging) }, responses: { 200: json('Your sessions, the latest first', z.object({ sessions: z.array(session), next })) } }), async (c) => {
    const page = pageOfAll(c, await listSessions(c.var.ctx), c.req.valid('query'))
    return c.json({ sessions: page.rows.map(present), next: page.next }, 200)
  })
  api.openapi(createRoute({
    method: 'delete', path: '/sessions/{id}', tags: ['people'], summary: 'Sign a device out', request: { params: z.object({ id: z.string() }) }, responses: { 204: { description: 'Signed out' } },
  }), async (c) => {
    const { id } = c.req.valid('param')
    if (!isId<'session'>(id)) throw new NotFound()
    await endSession(c.var.ctx, id)
    return c.body(null, 204)
  })
}

function present(one: Session) {
  return { ...one, startedAt: one.startedAt.toISOString(), seenAt: one.seenAt.toISOString() }
}
