import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, pageOf, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { customerWords, listShape, noteWords, notedShape, outcomeShape, presentLine, presentOutcome, sizeWords } from './api-shapes.ts'
import { askCustomerOf } from './ask-customer.ts'
import { correctOutcome, takeBackOutcome } from './correct-outcome.ts'
import { noteOutcome } from './note-outcome.ts'
import { readOutcome, readOutcomes } from './read-outcome.ts'
import { saySize } from './say-size.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const tags = ['outcomes']

/** What came of jobs done together, for those who did them. */
export function outcomesApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/outcomes', tags, summary: 'What came of the jobs your organisation had a part in', request: { query: z.object(paging) }, responses: { 200: json('The newest first', listShape) } }), async (c) => {
    const { after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const page = pageOf(c, (await readOutcomes(c.var.ctx, 1, { past, most: limit + 1 })).lines, limit, () => [past + limit])
    return c.json({ outcomes: page.rows.map(presentLine), next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/outcomes', tags, summary: 'Say what came of a job; each party and the customer are asked', request: body(noteWords), responses: { 201: json('Noted, with the customer’s link to copy', notedShape) } }), async (c) => {
    const { outcome, link } = await noteOutcome(c.var.ctx, c.req.valid('json'))
    return c.json({ id: outcome, customerLink: link?.link }, 201) // ids go out as text
  })

  api.openapi(createRoute({ method: 'get', path: '/outcomes/{id}', tags, summary: 'One outcome with everybody’s word on it', request: { params }, responses: { 200: json('The outcome', outcomeShape) } }),
    async (c) => c.json(presentOutcome(await readOutcome(c.var.ctx, idOf(c.req.valid('param').id))), 200))

  api.openapi(createRoute({ method: 'put', path: '/outcomes/{id}', tags, summary: 'Set right what you noted; those who have spoken of it are asked again', request: { params, ...body(correctionWords) }, responses: { 200: json('Set right', z.object({ askedAgain: z.number().int() })) } }),
    async (c) => c.json(await correctOutcome(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json')), 200))

  api.openapi(createRoute({ method: 'post', path: '/outcomes/{id}/taking-back', tags, summary: 'Take back what you noted, with a reason', request: { params, ...body(z.strictObject({ because: z.string() })) }, responses: { 204: { description: 'Taken back; those who did it are told' } } }), async (c) => {
    await takeBackOutcome(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/outcomes/{id}/customer', tags, summary: 'Ask the customer for a word', request: { params, ...body(customerWords) }, responses: { 201: json('Asked', z.object({ link: z.string() })) } }),
    async (c) => c.json({ link: (await askCustomerOf(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))).link }, 201))

  api.openapi(createRoute({ method: 'put', path: '/outcomes/{id}/size', tags, summary: 'Say how many times bigger than your usual job it was; only you see it', request: { params, ...body(sizeWords) }, responses: { 204: { description: 'Kept' } } }), async (c) => {
    await saySize(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
}

const correctionWords = z.strictObject({ what: z.string(), forWhom: z.string().optional(), finishedOn: z.string(), ending: z.string(), value: z.string().optional() })

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
