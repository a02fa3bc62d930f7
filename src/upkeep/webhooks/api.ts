import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import { countBefore, next, pageOf, paging } from '../../kit/web/api.ts'
import type { WebContext, WebEnv } from '../../kit/web/env.ts'
import { EVENT_NAMES, EVENTS } from './events.ts'
import { changeSecret, makeWebhook, pauseWebhook, readDeliveries, readWebhooks, removeWebhook, sendAgain, type Whose } from './keep-webhooks.ts'
import type { Delivery, Webhook } from './webhook.ts'

const shape = z.object({ id: z.uuid(), address: z.string(), events: z.array(z.enum(EVENT_NAMES)), madeAt: z.iso.datetime(), pausedAt: z.iso.datetime().nullable(), failingSince: z.iso.datetime().nullable(), disabledAt: z.iso.datetime().nullable() }).openapi('Webhook')
const wanted = z.strictObject({ address: z.string(), events: z.array(z.enum(EVENT_NAMES)) }).openapi('NewWebhook')
const delivery = z.object({
  id: z.uuid(), event: z.string(), happenedAt: z.iso.datetime(), tries: z.int(), nextTryAt: z.iso.datetime().nullable(), takenAt: z.iso.datetime().nullable(), givenUpAt: z.iso.datetime().nullable(), lastTriedAt: z.iso.datetime().nullable(), lastStatus: z.int().nullable(), lastSaid: z.string().nullable(),
}).openapi('WebhookDelivery')
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })

const LIST = EVENT_NAMES.map((name) => `\`${name}\` ${EVENTS[name].says}: ${Object.entries(EVENTS[name].data).map(([key, says]) => `${key} (${says})`).join(', ')}.`).join('\n')
const ABOUT = `Messages follow Standard Webhooks: headers webhook-id, webhook-timestamp and webhook-signature (v1, HMAC-SHA256 with the secret), a body of {type, timestamp, data}, and data of ids only. Answer with 2xx within ten seconds; else it is sent again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, under the same webhook-id.\n\n${LIST}`

/** The same twice: for the organisation one acts for, and for a network one organises. */
export function webhooksApi(api: OpenAPIHono<WebEnv>): void {
  mount(api, '/webhooks', 'of the organisation you act for', () => ({}))
  mount(api, '/networks/{slug}/webhooks', 'of a network you organise', (c) => ({ slug: c.req.param('slug') ?? '' }))
}

function mount(api: OpenAPIHono<WebEnv>, path: string, of: string, whose: (c: WebContext) => Whose): void {
  const params = z.object(path.includes('{slug}') ? { slug: z.string() } : {})
  const one = params.extend({ id: z.string() })
  api.openapi(createRoute({
    method: 'get', path, tags: ['webhooks'], summary: `Webhooks ${of}`, request: { params }, responses: { 200: { description: 'Them all, never their secrets', content: json(z.object({ webhooks: z.array(shape) })) } },
  }), async (c) => c.json({ webhooks: (await readWebhooks(c.var.ctx, whose(c))).webhooks.map(present) }, 200))
  api.openapi(createRoute({
    method: 'post', path, tags: ['webhooks'], summary: `Make a webhook ${of}`, description: ABOUT, request: { params, body: { content: json(wanted) } },
    responses: { 201: { description: 'The webhook and its secret, shown this once', content: json(shape.extend({ secret: z.string() })) } },
  }), async (c) => {
    const { webhook, secret } = await makeWebhook(c.var.ctx, whose(c), c.req.valid('json'))
    return c.json({ ...present(webhook), secret }, 201)
  })
  api.openapi(createRoute({
    method: 'get', path: `${path}/{id}/deliveries`, tags: ['webhooks'], summary: 'What was sent, the newest first', request: { params: one, query: z.object(paging) },
    responses: { 200: { description: 'With what came back each time', content: json(z.object({ deliveries: z.array(delivery), next })) } },
  }), async (c) => {
    const { after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const page = pageOf(c, (await readDeliveries(c.var.ctx, whose(c), idFrom(c, 'id'), 1, { past, most: limit + 1 })).deliveries, limit, () => [past + limit])
    return c.json({ deliveries: page.rows.map(presentDelivery), next: page.next }, 200)
  })
  api.openapi(createRoute({
    method: 'post', path: `${path}/{id}/deliveries/{delivery}/sending`, tags: ['webhooks'], summary: 'Send one again', request: { params: one.extend({ delivery: z.string() }) }, responses: { 204: { description: 'It is in line' } },
  }), async (c) => {
    await sendAgain(c.var.ctx, whose(c), idFrom(c, 'id'), idFrom(c, 'delivery'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({
    method: 'post', path: `${path}/{id}/secret`, tags: ['webhooks'], summary: 'Change its secret; the one before goes on signing beside it for a day', request: { params: one },
    responses: { 200: { description: 'The new secret, shown this once', content: json(shape.extend({ secret: z.string() })) } },
  }), async (c) => {
    const { webhook, secret } = await changeSecret(c.var.ctx, whose(c), idFrom(c, 'id'))
    return c.json({ ...present(webhook), secret }, 200)
  })
  api.openapi(createRoute({
    method: 'put', path: `${path}/{id}/pause`, tags: ['webhooks'], summary: 'Pause it: nothing is sent and nothing is lost', request: { params: one }, responses: { 204: { description: 'Paused' } },
  }), async (c) => {
    await pauseWebhook(c.var.ctx, whose(c), idFrom(c, 'id'), true)
    return c.body(null, 204)
  })
  api.openapi(createRoute({
    method: 'delete', path: `${path}/{id}/pause`, tags: ['webhooks'], summary: 'Begin again', request: { params: one }, responses: { 204: { description: 'It hears of what happens again' } },
  }), async (c) => {
    await pauseWebhook(c.var.ctx, whose(c), idFrom(c, 'id'), false)
    return c.body(null, 204)
  })
  api.openapi(createRoute({
    method: 'delete', path: `${path}/{id}`, tags: ['webhooks'], summary: 'Take a webhook off', request: { params: one }, responses: { 204: { description: 'Gone, with what was sent' } },
  }), async (c) => {
    await removeWebhook(c.var.ctx, whose(c), idFrom(c, 'id'))
    return c.body(null, 204)
  })
}

function idFrom<Of extends string>(c: WebContext, name: string) {
  const id = c.req.param(name)
  if (!isId<Of>(id)) throw new NotFound()
  return id
}

const when = (moment: Date | undefined) => moment?.toISOString() ?? null

function present(one: Webhook) {
  return { id: one.id, address: one.address, events: [...one.events], madeAt: one.madeAt.toISOString(), pausedAt: when(one.pausedAt), failingSince: when(one.failingSince), disabledAt: when(one.disabledAt) }
}

function presentDelivery(one: Delivery) {
  return {
    id: one.id, event: one.event, happenedAt: one.happenedAt.toISOString(), tries: one.tries, nextTryAt: when(one.nextTryAt), takenAt: when(one.takenAt), givenUpAt: when(one.givenUpAt), lastTriedAt: when(one.lastTriedAt), lastStatus: one.lastStatus ?? null, lastSaid: one.lastSaid ?? null,
  }
}
