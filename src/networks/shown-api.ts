import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { done, idOf, json, next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { getOrganisationToKeep, mayDecideWhoSees } from '../organisations/index.ts'
import { countPartner, endPartner } from './count-partner.ts'
import { listGrants, listPartnersCounted } from './sight-store.ts'

const tags = ['sight']
const params = z.object({ id: z.string() })
const query = z.object(paging)
const one = params.extend({ partner: z.string() })

/** Whom an organisation shows more to. */
export function shownApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/counted-partners', tags, summary: 'Whom it counts as partners', request: { params, query }, responses: { 200: json('By name', z.object({ partners: z.array(z.object({ organisation: z.uuid(), name: z.string(), countedAt: z.iso.datetime() })), next })) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, id, mayDecideWhoSees); return listPartnersCounted(tx, id) }), c.req.valid('query'))
    return c.json({ partners: page.rows.map(({ organisation, name, countedAt }) => ({ organisation: organisation as string, name, countedAt: countedAt.toISOString() })), next: page.next }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/counted-partners/{partner}', tags, summary: 'Count an organisation as partner: it sees what is for partners', request: { params: one }, responses: done('Counted; they are not told') }), async (c) => {
    const { id, partner } = c.req.valid('param')
    await countPartner(c.var.ctx, idOf(id), idOf(partner))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/counted-partners/{partner}', tags, summary: 'Count it as partner no longer', request: { params: one }, responses: done('Counted no longer') }), async (c) => {
    const { id, partner } = c.req.valid('param')
    await endPartner(c.var.ctx, idOf(id), idOf(partner))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/grants', tags, summary: 'Which part is shown to whom, until when', request: { params, query }, responses: { 200: json('Those that hold', z.object({ grants: z.array(z.object({ id: z.uuid(), to: z.uuid(), name: z.string(), part: z.string(), reason: z.string(), until: z.iso.datetime() })), next })) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, id, mayDecideWhoSees); return listGrants(tx, id) }), c.req.valid('query'))
    return c.json({ grants: page.rows.map((grant) => ({ id: grant.id as string, to: grant.to as string, name: grant.toName, part: grant.part, reason: grant.reason, until: grant.until.toISOString() })), next: page.next }, 200) // ids go out as text
  })
}
