import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { body, countBefore, idOf, json, next, pageOf, paging } from '../../kit/web/api.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { HELD_KINDS, type HeldAct } from './held-act.ts'
import { holdAct, KINDS, listHeldActs, readHeld } from './hold-act.ts'

const tags = ['assistants']
const shape = z.object({
  id: z.uuid(), kind: z.enum(HELD_KINDS), says: z.string(), state: z.enum(['waits', 'done', 'refused', 'over']), heldAt: z.iso.datetime(), endsAt: z.iso.datetime(), made: z.uuid().nullable(),
  confirmAt: z.string().openapi({ description: 'Where its person, signed in, reads it and says yes or no' }),
}).openapi('Confirmation')
const wanted = z.strictObject({ kind: z.enum(HELD_KINDS), words: z.record(z.string(), z.unknown()).openapi({ description: 'The body that POST /introductions or POST /teams would take' }) }).openapi('ThingToConfirm')

/** For programs that may not do things by themselves: they prepare, and a person says yes at a page. Saying yes is not among these. */
export function assistantsApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/confirmations', tags, summary: 'What was prepared for you and what came of it', request: { query: z.object(paging) }, responses: { 200: json('The latest first', z.object({ confirmations: z.array(shape), next })) } }), async (c) => {
    const { after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const page = pageOf(c, await listHeldActs(c.var.ctx, { most: limit + 1, past }), limit, () => [past + limit])
    return c.json({ confirmations: page.rows.map((act) => present(act, c.var.ctx.url)), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/confirmations', tags, summary: 'Prepare something that is done once its person has said yes', request: body(wanted), responses: { 201: json('Held for a week; nothing was sent', shape) } }),
    async (c) => c.json(present(await holdAct(c.var.ctx, c.req.valid('json')), c.var.ctx.url), 201))
  api.openapi(createRoute({ method: 'get', path: '/confirmations/{id}', tags, summary: 'What came of it', request: { params: z.object({ id: z.string() }) }, responses: { 200: json('With the words as they would be sent', shape.extend({ lines: z.array(z.object({ label: z.string(), says: z.string() })) })) } }), async (c) => {
    const { act, lines } = await readHeld(c.var.ctx, idOf(c.req.valid('param').id))
    return c.json({ ...present(act, c.var.ctx.url), lines: lines.map(({ label, says }) => ({ label, says })) }, 200)
  })
}

function present({ id, kind, state, heldAt, endsAt }: HeldAct, url: (path: string) => string) {
  return { id: id as string, kind, says: KINDS[kind].says, state: state.is, heldAt: heldAt.toISOString(), endsAt: endsAt.toISOString(), made: state.is === 'done' ? state.made ?? null : null, confirmAt: url(routes.confirmation(id)) } // ids go out as text
}
