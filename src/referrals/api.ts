import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Ctx } from '../kit/ctx.ts'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, pageOf, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { actingFor } from './acting.ts'
import { acceptReferral, declineReferral, lookLater, takeBack } from './answer-referral.ts'
import {
  declineWords, figuresShape, furtherWords, keepingWords, laterWords, lineWords, listShape, oneShape, outcomeWords, passingWords, presentFigures, presentOne, presentReferral, presentSuggestions, quoteWords, suggestionsShape, thanksWords,
} from './api-shapes.ts'
import { writeLine } from './ask-giver.ts'
import { eraseForThem } from './erase-person.ts'
import { writeReferrals } from './export.ts'
import { readFigures } from './figures.ts'
import { findKeeping, keepFor } from './keeping.ts'
import { passFurther, passSomeoneOn } from './pass-someone-on.ts'
import { filterInput, listReferrals, VIEWS } from './pipeline.ts'
import { readPrivacyNote, sendPrivacyNote } from './privacy-note.ts'
import { STATES } from './referral.ts'
import { sayOutcome } from './say-outcome.ts'
import { getReferral, listLines } from './store.ts'
import { suggestReceivers } from './suggest.ts'
import { quoteThanks, thankGiver } from './thank-giver.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const made = z.object({ id: z.uuid() })
const tags = ['referrals']
const anyone = () => true

/** Referrals of the organisation this token acts for. */
export function referralsApi(api: OpenAPIHono<WebEnv>): void {
  reads(api)
  passing(api)
  answering(api)
}

function reads(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({ view: z.enum(VIEWS).optional(), person: z.string().max(100).optional(), partner: z.string().optional(), state: z.enum(STATES).optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/referrals', tags, summary: 'For me, I passed on or finished', request: { query }, responses: { 200: json('The newest first', listShape) } }), async (c) => {
    const { after, limit, ...asked } = c.req.valid('query')
    const past = countBefore(after)
    const found = await c.var.ctx.read(async (tx) => listReferrals(tx, (await actingFor(tx, anyone)).id, filterInput.parse(asked), limit + 1, past))
    const page = pageOf(c, found.referrals, limit, () => [past + limit])
    return c.json({ referrals: page.rows.map(presentReferral), total: found.total, next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/referrals/export', tags, summary: 'One list as a table', request: { query: z.object({ view: z.enum(VIEWS).optional() }) }, responses: { 200: json('CSV, with what you may read', z.object({ table: z.string() })) } }),
    async (c) => c.json({ table: await writeReferrals(c.var.ctx, filterInput.parse(c.req.valid('query'))) }, 200))

  api.openapi(createRoute({ method: 'get', path: '/referrals/figures', tags, summary: 'Give and take, month by month and partner by partner; for owners', responses: { 200: json('The last twelve months', figuresShape) } }),
    async (c) => c.json(presentFigures(await readFigures(c.var.ctx)), 200))

  api.openapi(createRoute({ method: 'get', path: '/referrals/suggestions', tags, summary: 'Who could help with a need, and why', request: { query: z.object({ needs: z.string().max(600) }) }, responses: { 200: json('Those you know first', suggestionsShape) } }), async (c) => {
    await c.var.ctx.read((tx) => actingFor(tx))
    return c.json(presentSuggestions((await suggestReceivers(c.var.ctx, { needs: c.req.valid('query').needs })).filter((one) => one.reasons.length > 0)), 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/referrals/keeping', tags, summary: 'How long you keep people after the end, in months', responses: { 200: json('In months', keepingWords) } }),
    async (c) => c.json(await c.var.ctx.read(async (tx) => findKeeping(tx, (await actingFor(tx)).id)), 200))

  api.openapi(createRoute({ method: 'put', path: '/referrals/keeping', tags, summary: 'Say how long, from 3 to 72 months', request: body(keepingWords), responses: { 204: { description: 'Kept so long from now on' } } }), async (c) => {
    await keepFor(c.var.ctx, c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/referrals/{id}', tags, summary: 'One referral, as your side may read it', request: { params }, responses: { 200: json('With its questions and answers', oneShape) } }), async (c) => {
    const id = idOf<'referral'>(c.req.valid('param').id)
    const { one, lines } = await c.var.ctx.read(async (tx) => ({ one: await getReferral(tx, id), lines: await listLines(tx, id) }))
    return c.json(presentOne(one, lines), 200)
  })
}

function passing(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'post', path: '/referrals', tags, summary: 'Pass someone on: with their yes it is sent, else they are asked first', request: body(passingWords), responses: { 201: json('Kept, or sent', made) } }),
    async (c) => c.json({ id: (await passSomeoneOn(c.var.ctx, c.req.valid('json'))).id }, 201))

  api.openapi(createRoute({ method: 'post', path: '/referrals/{id}/passing-on', tags, summary: 'Pass them on to a partner, with a fresh yes', request: { params, ...body(furtherWords) }, responses: { 201: json('The new referral', made) } }),
    async (c) => c.json({ id: (await passFurther(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))).id }, 201))

  const done = (path: `/referrals/{id}/${string}`, summary: string, act: (ctx: Ctx, id: Id<'referral'>) => Promise<void>) =>
    api.openapi(createRoute({ method: 'post', path, tags, summary, request: { params }, responses: { 204: { description: 'Done' } } }), async (c) => {
      await act(c.var.ctx, idOf(c.req.valid('param').id))
      return c.body(null, 204)
    })
  done('/referrals/{id}/taking-back', 'Take it back, before it is accepted', takeBack)
  done('/referrals/{id}/acceptance', 'Accept: you then see how to reach them', acceptReferral)
  done('/referrals/{id}/privacy-note', 'Send them the note you owe them (UK GDPR, Article 14)', sendPrivacyNote)

  api.openapi(createRoute({ method: 'get', path: '/referrals/{id}/privacy-note', tags, summary: 'The note you owe them, in words', request: { params }, responses: { 200: json('To copy', z.object({ lines: z.array(z.string()), link: z.string(), sentAt: z.iso.datetime().nullable() })) } }), async (c) => {
    const { lines, link, sentAt } = await readPrivacyNote(c.var.ctx, idOf(c.req.valid('param').id))
    return c.json({ lines: [...lines], link, sentAt: sentAt?.toISOString() ?? null }, 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/referrals/{id}/erasure', tags, summary: 'Erase the person for everyone who had them, because they asked', request: { params }, responses: { 200: json('The reference that proves it', z.object({ reference: z.string() })) } }),
    async (c) => c.json(await eraseForThem(c.var.ctx, idOf(c.req.valid('param').id)), 200))
}

function answering(api: OpenAPIHono<WebEnv>): void {
  const sent = <Schema extends z.ZodType>(path: `/referrals/{id}/${string}`, summary: string, schema: Schema, act: (ctx: Ctx, id: Id<'referral'>, input: unknown) => Promise<unknown>) =>
    api.openapi(createRoute({ method: 'post', path, tags, summary, request: { params, ...body(schema) }, responses: { 204: { description: 'Done' } } }), async (c) => {
      const { id } = c.req.valid('param' as never) as { id: string } // the schema above, which a generic route hides from the compiler
      await act(c.var.ctx, idOf(id), c.req.valid('json' as never))
      return c.body(null, 204)
    })
  sent('/referrals/{id}/declining', 'Decline kindly; the giver sees others to try', declineWords, declineReferral)
  sent('/referrals/{id}/questions', 'Ask the giver, or answer the receiver', lineWords, writeLine)
  sent('/referrals/{id}/later', 'Put it off until a day', laterWords, lookLater)
  sent('/referrals/{id}/outcome', 'Say how it went', outcomeWords, sayOutcome)
  sent('/referrals/{id}/thanks', 'Thank the giver', thanksWords, thankGiver)
  sent('/referrals/{id}/quote', 'Ask for their thanks on your page', quoteWords, quoteThanks)
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (isId<Of>(text)) return text
  throw new NotFound()
}
