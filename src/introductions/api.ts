import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { next, pageOf, paging, placeAfter } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { answerIntroduction } from './answer-introduction.ts'
import { askIntroduction } from './ask-introduction.ts'
import { answerWords, askWords, deskShape, introduceWords, introductionShape, lineShape, presentDesk, presentIntroduction, presentLine } from './api-shapes.ts'
import { draftForTwo, readAskDesk } from './draft.ts'
import { introduceMembers } from './introduce-members.ts'
import { readIntroduction } from './read-introduction.ts'
import { listIntroductions, VIEWS } from './store.ts'
import { withdrawIntroduction } from './withdraw-introduction.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const made = z.object({ id: z.uuid() })
const tags = ['introductions']

/** Introductions as this token's person may see, ask for and answer them. */
export function introductionsApi(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({ view: z.enum(VIEWS).optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/introductions', tags, summary: 'Introductions your organisation has a part in, the newest first', request: { query }, responses: { 200: json('As you may know them', z.object({ introductions: z.array(lineShape), next })) } }), async (c) => {
    const { view = 'asked_by_us', after, limit } = c.req.valid('query')
    const [askedAt, id] = placeAfter(after, z.tuple([z.iso.datetime(), z.uuid()])) ?? []
    const { introductions } = await c.var.ctx.read((tx) => listIntroductions(tx, view, { after: askedAt !== undefined && id ? { askedAt: new Date(askedAt), id } : undefined, limit: limit + 1 }))
    const page = pageOf(c, introductions, limit, (last) => [last.askedAt.toISOString(), last.id])
    return c.json({ introductions: page.rows.map(presentLine), next: page.next }, 200)
  })

  const wanted = z.object({ to: z.string(), through: z.string().optional(), network: z.string().max(80).optional() })
  api.openapi(createRoute({ method: 'get', path: '/introductions/ways', tags, summary: 'Who could introduce you to an organisation, and the notes as you might write them', request: { query: wanted }, responses: { 200: json('The ways, and a draft where one was chosen', deskShape) } }), async (c) => {
    const { to, through, network } = c.req.valid('query')
    return c.json(presentDesk(await readAskDesk(c.var.ctx, { to: idOf(to), through: through === undefined ? undefined : idOf(through), network })), 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/introductions', tags, summary: 'Ask somebody to introduce you; you have said yes with it', request: body(askWords), responses: { 201: json('Asked', made) } }),
    async (c) => c.json({ id: await askIntroduction(c.var.ctx, c.req.valid('json')) }, 201)) // ids go out as text

  const two = z.object({ one: z.string(), other: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/introductions/draft', tags, summary: 'The note an organiser might write to bring two members together', request: { query: two }, responses: { 200: json('A draft; nothing is sent', z.object({ note: z.string() })) } }), async (c) => {
    const { one, other } = c.req.valid('query')
    return c.json({ note: (await draftForTwo(c.var.ctx, idOf(one), idOf(other))).note }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/introductions/{id}', tags, summary: 'One introduction, as you may know it', request: { params }, responses: { 200: json('The introduction', introductionShape) } }),
    async (c) => c.json(presentIntroduction(await readIntroduction(c.var.ctx, idOf(c.req.valid('param').id))), 200))

  api.openapi(createRoute({ method: 'post', path: '/introductions/{id}/answer', tags, summary: 'Answer for your organisation', request: { params, ...body(answerWords) }, responses: { 204: { description: 'Answered' } } }), async (c) => {
    await answerIntroduction(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/introductions/{id}/withdrawal', tags, summary: 'Take an introduction back while it waits', request: { params }, responses: { 204: { description: 'Taken back; nobody is asked any longer' } } }), async (c) => {
    await withdrawIntroduction(c.var.ctx, idOf(c.req.valid('param').id))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/introductions', tags, summary: 'As its organiser, bring two members together', request: { params: z.object({ slug: z.string() }), ...body(introduceWords) }, responses: { 201: json('Both are asked', made) } }),
    async (c) => c.json({ id: await introduceMembers(c.var.ctx, c.req.valid('param').slug, c.req.valid('json')) }, 201)) // ids go out as text
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
