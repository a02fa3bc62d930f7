import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, pageOf, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebContext, WebEnv } from '../kit/web/env.ts'
import { getNetwork } from '../networks/index.ts'
import { districtOf, getOrganisationToKeep } from '../organisations/index.ts'
import { dismissed, fits, meets, needs, needWords, notForUsWords, others, paths, presentNeed, presentPath, presentSuggestion } from './api-shapes.ts'
import { findMeets, listNotForUs, listSaved } from './choice-store.ts'
import { saveMatch, sayNotForUs, sayOwnTrade, takeBackNotForUs, takeBackSaved } from './choose.ts'
import { findFits } from './fits/find-fits.ts'
import { findFriendlyPaths } from './paths/friendly-paths.ts'
import { postWant, withdrawWant } from './post-want.ts'
import { LENSES } from './want.ts'
import { listWants } from './want-store.ts'
import { mayChooseFor } from './who-may.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const done = (description: string) => ({ 204: { description } })
const inNetwork = z.object({ slug: z.string() })
const aboutOne = inNetwork.extend({ organisation: z.string() })
const tags = ['matches']

/** Finding partners as this token's person may, acting for their organisation. */
export function matchesApi(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({
    lens: z.enum(LENSES).default('gap'), want: z.string().max(500).optional(), brief: z.uuid().optional(), need: z.uuid().optional(), capability: z.uuid().optional(), withinMiles: z.coerce.number().min(1).max(1000).optional(), near: z.string().max(12).optional(),
    proven: z.enum(['yes']).optional(), freeFrom: z.iso.date().optional(), freeUntil: z.iso.date().optional(), list: z.enum(['all', 'new', 'small']).optional(), widely: z.enum(['yes']).optional(), after: paging.after, limit: z.coerce.number().int().min(1).max(50).default(20).openapi({ description: 'How many at most, up to 50' }),
  })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/fits', tags, summary: 'Who completes us, best first, with reasons as facts and as sentences', request: { params: inNetwork, query }, responses: { 200: json('The best fit first; what you may not see changes nothing in it', fits) } }), async (c) => {
    const { after, limit, proven, freeFrom, freeUntil, near, widely, ...asked } = c.req.valid('query')
    const offset = countBefore(after)
    const network = await networkOf(c, c.req.valid('param').slug)
    const found = await findFits(c.var.ctx, network.id, { ...asked, near: near ? districtOf(near) : undefined, proven: proven === 'yes', widely: widely === 'yes', free: freeFrom || freeUntil ? { from: freeFrom ?? freeUntil ?? '', until: freeUntil ?? freeFrom ?? '' } : undefined }, { offset, limit: limit + 1 })
    const page = pageOf(c, found.suggestions, limit, () => [offset + limit])
    return c.json({ found: found.found, suggestions: page.rows.map(presentSuggestion), refused: found.refused ?? null, next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/friendly-paths', tags, summary: 'Who could introduce us to a member, at most three ways', request: { params: inNetwork, query: z.object({ to: z.uuid() }) }, responses: { 200: json('The best way first', paths) } }), async (c) => {
    const network = await networkOf(c, c.req.valid('param').slug)
    const { organisation } = c.var.ctx.actor
    const found = organisation && network.isMember ? await findFriendlyPaths(c.var.ctx, network.id, { from: organisation, to: idOf(c.req.valid('query').to) }) : []
    return c.json({ paths: found.map(presentPath) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/needs', tags, summary: 'Our needs that are open', request: { params: inNetwork, query: z.object(paging) }, responses: { 200: json('The newest first', needs) } }), async (c) => {
    const ours = await oursIn(c, c.req.valid('param').slug)
    const page = pageOfAll(c, ours ? await c.var.ctx.read((tx) => listWants(tx, ours.network, ours.organisation)) : [], c.req.valid('query'))
    return c.json({ needs: page.rows.map(presentNeed), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/needs', tags, summary: 'Post a need', request: { params: inNetwork, ...body(needWords) }, responses: { 201: json('Posted', z.object({ id: z.uuid() })) } }), async (c) => {
    const network = await networkOf(c, c.req.valid('param').slug)
    return c.json({ id: (await postWant(c.var.ctx, network.id, c.req.valid('json'))) }, 201) // ids go out as text
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/needs/{need}', tags, summary: 'Take a need down', request: { params: inNetwork.extend({ need: z.string() }) }, responses: done('Taken down') }), async (c) => {
    const { slug, need } = c.req.valid('param')
    await withdrawWant(c.var.ctx, (await networkOf(c, slug)).id, idOf(need))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/needs/{need}/return', tags, summary: 'Put a need up again', request: { params: inNetwork.extend({ need: z.string() }) }, responses: done('Up again') }), async (c) => {
    const { slug, need } = c.req.valid('param')
    await withdrawWant(c.var.ctx, (await networkOf(c, slug)).id, idOf(need), true)
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/not-for-us', tags, summary: 'Whom we left out of our lists', request: { params: inNetwork, query: z.object(paging) }, responses: { 200: json('The latest first', dismissed) } }), async (c) => {
    const ours = await oursIn(c, c.req.valid('param').slug)
    const rows = ours ? await c.var.ctx.read((tx) => listNotForUs(tx, ours)) : []
    const page = pageOfAll(c, rows, c.req.valid('query'))
    return c.json({ organisations: page.rows.map(({ other, reason, note, untilOn }) => ({ organisation: other as string, reason, note: note ?? null, until: untilOn ?? null })), next: page.next }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'put', path: '/networks/{slug}/not-for-us/{organisation}', tags, summary: 'Leave a member out of our lists, and why', request: { params: aboutOne, ...body(notForUsWords) }, responses: done('Left out') }), async (c) => {
    const { slug, organisation } = c.req.valid('param')
    await sayNotForUs(c.var.ctx, (await networkOf(c, slug)).id, idOf(organisation), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/not-for-us/{organisation}', tags, summary: 'Show them again', request: { params: aboutOne }, responses: done('Shown again') }), async (c) => {
    const { slug, organisation } = c.req.valid('param')
    await takeBackNotForUs(c.var.ctx, (await networkOf(c, slug)).id, idOf(organisation))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/saved', tags, summary: 'Members we saved', request: { params: inNetwork, query: z.object(paging) }, responses: { 200: json('The latest first', others) } }), async (c) => {
    const ours = await oursIn(c, c.req.valid('param').slug)
    const page = pageOfAll(c, ours ? await c.var.ctx.read((tx) => listSaved(tx, ours)) : [], c.req.valid('query'))
    return c.json({ organisations: [...page.rows], next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'put', path: '/networks/{slug}/saved/{organisation}', tags, summary: 'Save a member', request: { params: aboutOne }, responses: done('Saved') }), async (c) => {
    const { slug, organisation } = c.req.valid('param')
    await saveMatch(c.var.ctx, (await networkOf(c, slug)).id, idOf(organisation))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/saved/{organisation}', tags, summary: 'Save a member no longer', request: { params: aboutOne }, responses: done('No longer saved') }), async (c) => {
    const { slug, organisation } = c.req.valid('param')
    await takeBackSaved(c.var.ctx, (await networkOf(c, slug)).id, idOf(organisation))
    return c.body(null, 204)
  })

  const ofOne = z.object({ id: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/own-trade', tags, summary: 'When we meet our own trade', request: { params: ofOne }, responses: { 200: json('As we said, or for cover, causes and teams', meets) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    return c.json({ meets: await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, id, mayChooseFor); return findMeets(tx, id) }) }, 200)
  })
  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/own-trade', tags, summary: 'Say when we meet our own trade', request: { params: ofOne, ...body(meets) }, responses: done('Said') }), async (c) => {
    await sayOwnTrade(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
}

/** The network of this address, for those who stand in it. */
async function networkOf(c: WebContext, slug: string) {
  const network = await c.var.ctx.read((tx) => getNetwork(tx, slug))
  if (!network.isMember && !network.organises) throw new NotFound()
  return network
}

async function oursIn(c: WebContext, slug: string) {
  const network = await networkOf(c, slug)
  const { organisation } = c.var.ctx.actor
  return organisation && network.isMember ? { network: network.id, organisation } : undefined
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}
