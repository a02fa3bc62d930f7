import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, next, pageOf, pageOfAll, paging, placeAfter } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { getNetwork } from '../networks/index.ts'
import { answerInterest } from './answer-interest.ts'
import { answerWords, briefShape, briefWords, interestShape, interestWords, newBriefWords, partWords, placeWords, presentBrief, presentInterest, showingWords } from './api-shapes.ts'
import { getBrief, listOurBriefs } from './brief-store.ts'
import { listInterests } from './interest-store.ts'
import { addPart, changePart, movePart, removePart, returnPart } from './keep-parts.ts'
import { listOpenBriefs } from './open-store.ts'
import { closeBrief, publishBrief, withdrawBrief } from './publish-brief.ts'
import { readingsApi } from './readings-api.ts'
import { endShowing, showBriefTo } from './show-brief-to.ts'
import { showInterest, withdrawInterest } from './show-interest.ts'
import { changeBrief, discardBrief, writeBrief } from './write-brief.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const done = (description: string) => ({ 204: { description } })
const inNetwork = z.object({ slug: z.string() })
const params = inNetwork.extend({ brief: z.string() })
const ofPart = params.extend({ part: z.string() })
const ofInterest = params.extend({ interest: z.string() })
const made = z.object({ id: z.uuid() })
const tags = ['briefs']
const B = '/networks/{slug}/briefs/{brief}'

/** Briefs as this token's person may see, write and answer them. */
export function briefsApi(api: OpenAPIHono<WebEnv>): void {
  readingsApi(api)
  reads(api)
  writes(api)
  partsApi(api)
  interestApi(api)
}

function reads(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({ capability: z.string().optional(), place: z.string().max(8).optional(), openToRivals: z.enum(['true']).optional(), ours: z.enum(['true']).optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/briefs', tags, summary: 'Open briefs you may see, what closes first, first', request: { params: inNetwork, query }, responses: { 200: json('Open briefs', z.object({ briefs: z.array(briefShape), next })) } }), async (c) => {
    const { capability, place, openToRivals, ours, after, limit } = c.req.valid('query')
    const [answerBy, id] = placeAfter(after, z.tuple([z.iso.date(), z.uuid()])) ?? []
    const found = await c.var.ctx.read(async (tx) => listOpenBriefs(tx, (await getNetwork(tx, c.req.valid('param').slug)).id, {
      capabilities: capability === undefined ? undefined : [idOf<'capability'>(capability)], place: place && /^[A-Z]{1,2}(?:\d[A-Z\d]?)?$/i.test(place) ? place.toUpperCase() : place && 'ZZ99', openToRivals: openToRivals && true, ours: ours && true,
      after: answerBy !== undefined && isId(id) ? { answerBy, id } : undefined, limit: limit + 1,
    }))
    const page = pageOf(c, found.briefs, limit, (last) => [last.answerBy ?? '', last.id])
    return c.json({ briefs: page.rows.map(presentBrief), next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/briefs', tags, summary: 'Your organisation’s own briefs, drafts too', request: { query: z.object(paging) }, responses: { 200: json('Drafts first, then the newest', z.object({ briefs: z.array(briefShape), next })) } }), async (c) => {
    const { after, limit } = c.req.valid('query')
    const offset = countBefore(after)
    const { briefs } = await c.var.ctx.read((tx) => listOurBriefs(tx, { offset, limit: limit + 1 }))
    const page = pageOf(c, briefs, limit, () => [offset + limit])
    return c.json({ briefs: page.rows.map(presentBrief), next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: B, tags, summary: 'One brief, as you may see it', request: { params }, responses: { 200: json('The brief', briefShape) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    return c.json(presentBrief(await c.var.ctx.read(async (tx) => getBrief(tx, (await getNetwork(tx, slug)).id, idOf(brief)))), 200)
  })

  api.openapi(createRoute({ method: 'get', path: `${B}/interests`, tags, summary: 'Who is interested: all for its owner, for others their own', request: { params, query: z.object(paging) }, responses: { 200: json('Who has waited longest first', z.object({ interests: z.array(interestShape), next })) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    const interests = await c.var.ctx.read(async (tx) => {
      const network = await getNetwork(tx, slug)
      await getBrief(tx, network.id, idOf(brief))
      return listInterests(tx, network.id, idOf(brief))
    })
    const page = pageOfAll(c, interests, c.req.valid('query'))
    return c.json({ interests: page.rows.map(presentInterest), next: page.next }, 200)
  })
}

function writes(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/briefs', tags, summary: 'Write a brief; it stays a draft until published', request: { params: inNetwork, ...body(newBriefWords) }, responses: { 201: json('Kept as a draft', made) } }),
    async (c) => c.json({ id: await writeBrief(c.var.ctx, c.req.valid('param').slug, c.req.valid('json')) }, 201)) // ids go out as text

  api.openapi(createRoute({ method: 'put', path: B, tags, summary: 'Change what a brief says', request: { params, ...body(briefWords) }, responses: done('Saved') }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    await changeBrief(c.var.ctx, slug, idOf(brief), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: B, tags, summary: 'Throw a draft away', request: { params }, responses: done('Thrown away') }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    await discardBrief(c.var.ctx, slug, idOf(brief))
    return c.body(null, 204)
  })

  for (const [end, summary, act] of [['publication', 'Publish a brief, or open it again', publishBrief], ['closing', 'Close a brief: no new answers', closeBrief], ['withdrawal', 'Withdraw a brief; those who wait are told', withdrawBrief]] as const) {
    api.openapi(createRoute({ method: 'post', path: `${B}/${end}`, tags, summary, request: { params }, responses: done('Done') }), async (c) => {
      const { slug, brief } = c.req.valid('param')
      await act(c.var.ctx, slug, idOf(brief))
      return c.body(null, 204)
    })
  }

  api.openapi(createRoute({ method: 'post', path: `${B}/showings`, tags, summary: 'Show a brief to one organisation until a day', request: { params, ...body(showingWords) }, responses: { 201: json('Shown', made) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    return c.json({ id: await showBriefTo(c.var.ctx, slug, idOf(brief), c.req.valid('json')) }, 201)
  })

  api.openapi(createRoute({ method: 'delete', path: `${B}/showings/{grant}`, tags, summary: 'End showing it', request: { params: params.extend({ grant: z.string() }) }, responses: done('Ended; twice is harmless') }), async (c) => {
    const { slug, brief, grant } = c.req.valid('param')
    await endShowing(c.var.ctx, slug, idOf(brief), idOf(grant))
    return c.body(null, 204)
  })
}

function partsApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'post', path: `${B}/parts`, tags, summary: 'Add a part', request: { params, ...body(partWords) }, responses: { 201: json('Added at the end', made) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    return c.json({ id: await addPart(c.var.ctx, slug, idOf(brief), c.req.valid('json')) }, 201)
  })

  api.openapi(createRoute({ method: 'put', path: `${B}/parts/{part}`, tags, summary: 'Change a part', request: { params: ofPart, ...body(partWords) }, responses: done('Saved') }), async (c) => {
    const { slug, brief, part } = c.req.valid('param')
    await changePart(c.var.ctx, slug, idOf(brief), idOf(part), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'put', path: `${B}/parts/{part}/place`, tags, summary: 'Move a part one place up or down', request: { params: ofPart, ...body(placeWords) }, responses: done('Moved') }), async (c) => {
    const { slug, brief, part } = c.req.valid('param')
    await movePart(c.var.ctx, slug, idOf(brief), idOf(part), c.req.valid('json').to)
    return c.body(null, 204)
  })

  for (const [method, end, summary, act] of [['delete', '', 'Take a part out; it can come back for 30 days', removePart], ['post', '/return', 'Bring a part back', returnPart]] as const) {
    api.openapi(createRoute({ method, path: `${B}/parts/{part}${end}`, tags, summary, request: { params: ofPart }, responses: done('Done') }), async (c) => {
      const { slug, brief, part } = c.req.valid('param')
      await act(c.var.ctx, slug, idOf(brief), idOf(part))
      return c.body(null, 204)
    })
  }
}

function interestApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'post', path: `${B}/interests`, tags, summary: 'Say that you are interested in a part or the whole', request: { params, ...body(interestWords) }, responses: { 201: json('Its owner is asked to answer', made) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    return c.json({ id: await showInterest(c.var.ctx, slug, idOf(brief), c.req.valid('json')) }, 201)
  })

  api.openapi(createRoute({ method: 'post', path: `${B}/interests/{interest}/answer`, tags, summary: 'Welcome it or decline it kindly', request: { params: ofInterest, ...body(answerWords) }, responses: done('They are told') }), async (c) => {
    const { slug, brief, interest } = c.req.valid('param')
    await answerInterest(c.var.ctx, slug, idOf(brief), idOf(interest), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: `${B}/interests/{interest}`, tags, summary: 'Take your interest back while nobody has answered', request: { params: ofInterest }, responses: done('Taken back') }), async (c) => {
    const { slug, brief, interest } = c.req.valid('param')
    await withdrawInterest(c.var.ctx, slug, idOf(brief), idOf(interest))
    return c.body(null, 204)
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
