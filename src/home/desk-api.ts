import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { body, done, idOf, json } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { putNoticeAway } from '../notices/index.ts'
import { findAnything } from './find-anything.ts'
import { putStepsAway } from './first-steps.ts'

const tags = ['home']
const params = z.object({ id: z.string() })
const item = z.object({ label: z.string(), detail: z.string().nullable(), href: z.string() })

/** What else stands on the first page: finding anything, notices put away. */
export function deskApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/search', tags, summary: 'Find anything by a few letters, at most 20 of each', request: { query: z.object({ q: z.string().max(100) }) }, responses: { 200: json('By kind', z.object({ groups: z.array(z.object({ label: z.string(), items: z.array(item) })) })) } }), async (c) => {
    const { groups } = await findAnything(c.var.ctx, c.req.valid('query').q)
    return c.json({ groups: groups.map(({ label: group, items }) => ({ label: group, items: items.map(({ label, detail, href }) => ({ label, detail: detail ?? null, href })) })) }, 200)
  })
  api.openapi(createRoute({ method: 'delete', path: '/notices/{id}', tags, summary: 'Put a notice away', request: { params }, responses: done('Put away') }), async (c) => {
    await putNoticeAway(c.var.ctx, idOf(c.req.valid('param').id))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'put', path: '/first-steps', tags, summary: 'Put the first steps away, or bring them back', request: body(z.strictObject({ away: z.boolean() }).openapi('FirstStepsAway')), responses: done('As you said') }), async (c) => {
    await putStepsAway(c.var.ctx, c.req.valid('json').away)
    return c.body(null, 204)
  })
}
