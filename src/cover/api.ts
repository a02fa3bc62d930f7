import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { askClient, replyToClient } from './ask-client.ts'
import { askForCover } from './ask-for-cover.ts'
import { answerCover, answerTerms } from './answer-here.ts'
import { answerWords, clientWords, coverWords, freeWords, fullShape, overviewShape, packWords, partsWords, placeShape, placeWords, presentFull, presentOverview, presentPlace, replyWords, returnWords, termsWords, thanksWords, wideningWords } from './api-shapes.ts'
import { getPlace } from './bench-store.ts'
import { eraseClientOf } from './erase-client.ts'
import { handBack, thankForCover } from './hand-back.ts'
import { handOver, writePack } from './hand-over.ts'
import { namesOf } from './names.ts'
import { changeTerms, endPlace, inviteToBench, withdrawTerms } from './propose-terms.ts'
import { putTogether } from './put-together.ts'
import { readCover, readOverview } from './read-cover.ts'
import { sayFree } from './say-free.ts'
import { askMore, listCandidates } from './widen.ts'
import { withdrawCover } from './withdraw-cover.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const made = z.object({ id: z.uuid() })
const tags = ['cover']

/** The bench and cover of the organisation this token acts for. */
export function coverApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/cover', tags, summary: 'Your bench, what you asked, what you cover, and what was', request: { query: z.object({ page: z.coerce.number().int().min(1).optional() }) }, responses: { 200: json('As you may see it', overviewShape) } }),
    async (c) => c.json(presentOverview(await readOverview(c.var.ctx, c.req.valid('query').page)), 200))
  api.openapi(createRoute({ method: 'post', path: '/cover', tags, summary: 'Ask your bench for cover; nobody hears who the client is', request: body(coverWords), responses: { 201: json('Asked', made) } }),
    async (c) => c.json({ id: await askForCover(c.var.ctx, c.req.valid('json')) }, 201))
  api.openapi(createRoute({ method: 'post', path: '/cover/free', tags, summary: 'Say when you are free, beside what you can do', request: body(freeWords), responses: { 204: { description: 'Said' } } }), async (c) => {
    await sayFree(c.var.ctx, c.req.valid('json'))
    return c.body(null, 204)
  })
  benchApi(api)
  api.openapi(createRoute({ method: 'get', path: '/cover/{id}', tags, summary: 'One cover; the client only where they are yours to know', request: { params }, responses: { 200: json('As you may see it', fullShape) } }),
    async (c) => c.json(presentFull(await readCover(c.var.ctx, idOf(c.req.valid('param').id))), 200))
  api.openapi(createRoute({ method: 'get', path: '/cover/{id}/widening', tags, summary: 'Who else could, one step wider, and why', request: { params }, responses: { 200: json('With reasons', z.object({ candidates: z.array(z.object({ organisation: z.uuid(), name: z.string(), reasons: z.array(z.string()) })) })) } }),
    async (c) => c.json({ candidates: (await listCandidates(c.var.ctx, idOf(c.req.valid('param').id))).map(({ organisation, name, reasons }) => ({ organisation: organisation as string, name, reasons: [...reasons] })) }, 200)) // ids go out as text

  act(api, 'post', 'answer', 'Answer a cover you are asked for: yes, partly or no', answerWords, answerCover)
  act(api, 'post', 'parts', 'Put offered parts together', partsWords, putTogether)
  act(api, 'post', 'widening', 'Ask somebody beyond the bench', wideningWords, askMore)
  act(api, 'put', 'client', 'Name the client, once somebody said yes, and ask them', clientWords, askClient)
  act(api, 'post', 'client/replies', 'Reply to the client’s question', replyWords, replyToClient)
  act(api, 'put', 'pack', 'Write the hand-over pack; never a password', packWords, writePack)
  act(api, 'post', 'return', 'Hand the work back, with a note of what was done', returnWords, handBack)
  act(api, 'post', 'thanks', 'Agree that it is back, and thank', thanksWords, thankForCover)
  plain<'cover'>(api, 'delete', '/cover/{id}/client', 'Erase the client’s details', eraseClientOf)
  plain<'cover'>(api, 'post', '/cover/{id}/handover', 'Hand over', handOver)
  plain<'cover'>(api, 'post', '/cover/{id}/withdrawal', 'Withdraw it', withdrawCover)
}

function benchApi(api: OpenAPIHono<WebEnv>): void {
  const bench = params
  api.openapi(createRoute({ method: 'post', path: '/cover/bench', tags, summary: 'Invite somebody to your bench, on terms', request: body(placeWords), responses: { 201: json('Asked', made) } }),
    async (c) => c.json({ id: await inviteToBench(c.var.ctx, c.req.valid('json')) }, 201))
  api.openapi(createRoute({ method: 'get', path: '/cover/bench/{id}', tags, summary: 'A place on a bench, with every version of its terms', request: { params: bench }, responses: { 200: json('As both sides see it', placeShape) } }), async (c) => {
    const place = await c.var.ctx.read((tx) => getPlace(tx, idOf(c.req.valid('param').id)))
    return c.json(presentPlace(place, await namesOf(c.var.ctx, [place.organisation, place.associate]), c.var.ctx.actor.organisation ?? ''), 200)
  })
  api.openapi(createRoute({ method: 'put', path: '/cover/bench/{id}/terms', tags, summary: 'Suggest changed terms; those agreed before go on until the other side says yes', request: { params: bench, ...body(termsWords) }, responses: { 204: { description: 'Suggested' } } }), async (c) => {
    await changeTerms(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'post', path: '/cover/bench/{id}/answer', tags, summary: 'Say yes or no to terms that wait on you', request: { params: bench, ...body(z.strictObject({ word: z.enum(['yes', 'no']), note: z.string().optional() }).openapi('TermsAnswerWords')) }, responses: { 204: { description: 'Answered' } } }), async (c) => {
    await answerTerms(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
  plain<'bench place'>(api, 'delete', '/cover/bench/{id}/terms', 'Take suggested terms back', withdrawTerms)
  plain<'bench place'>(api, 'post', '/cover/bench/{id}/end', 'End a place on a bench', endPlace)
}

/** An act on one cover that answers with nothing but that it is done. */
function act<Schema extends z.ZodType>(api: OpenAPIHono<WebEnv>, method: 'post' | 'put', path: string, summary: string, words: Schema, run: (ctx: Ctx, id: Id<'cover'>, input: unknown) => Promise<void>): void {
  api.openapi(createRoute({ method, path: `/cover/{id}/${path}`, tags, summary, request: { params, ...body(words) }, responses: { 204: { description: 'Done' } } }), async (c) => {
    await run(c.var.ctx, idOf(c.req.param('id')), await c.req.json())
    return c.body(null, 204)
  })
}

function plain<Of extends string>(api: OpenAPIHono<WebEnv>, method: 'post' | 'delete', path: string, summary: string, run: (ctx: Ctx, id: Id<Of>) => Promise<void>): void {
  api.openapi(createRoute({ method, path, tags, summary, request: { params }, responses: { 204: { description: 'Done' } } }), async (c) => {
    await run(c.var.ctx, idOf<Of>(c.req.valid('param').id))
    return c.body(null, 204)
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
