import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { body, done, idOf, json, next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { leaveStaff } from './change-staff.ts'
import { closeOrganisation } from './close-organisation.ts'
import { restOrganisation } from './edit-organisation.ts'
import { giveClaimLink, inviteColleague, staffLink, withdrawInvitation } from './invite-colleague.ts'
import { getOrganisationToKeep } from './keep.ts'
import { ROLES } from './staff.ts'
import { listInvitations } from './staff-store.ts'
import { mayChooseStaff, mayGiveClaimLink } from './who-may.ts'

const tags = ['organisations']
const params = z.object({ id: z.string() })
const given = z.object({ id: z.string(), link: z.string() })

/** Inviting colleagues, handing a listing over, resting and closing. */
export function colleaguesApi(api: OpenAPIHono<WebEnv>): void {
  const invitation = z.object({ id: z.string(), role: z.enum(ROLES), forWhom: z.string().nullable(), madeAt: z.iso.datetime(), endsAt: z.iso.datetime(), link: z.string() }).openapi('InvitationToWork')
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/invitations', tags, summary: 'Colleagues invited who have not come yet', request: { params, query: z.object(paging) }, responses: { 200: json('With the link to pass on', z.object({ invitations: z.array(invitation), next })) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    const all = await c.var.ctx.read(async (tx) => {
      await getOrganisationToKeep(tx, id, (keeping) => mayChooseStaff(keeping) || mayGiveClaimLink(keeping))
      return (await listInvitations(tx, id)).map((one) => ({ ...one, link: staffLink(tx, one.linkId) }))
    })
    const page = pageOfAll(c, all, c.req.valid('query'))
    return c.json({ next: page.next, invitations: page.rows.map(({ linkId, role, forWhom, madeAt, endsAt, link }) => ({ id: linkId, role, forWhom: forWhom ?? null, madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString(), link })) }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/invitations', tags, summary: 'Invite a colleague by a link that works once', request: { params, ...body(z.strictObject({ role: z.enum(ROLES), forWhom: z.string().optional(), email: z.string().optional() }).openapi('NewColleague')) }, responses: { 201: json('The link to pass on; it is mailed where an address was given', given) } }), async (c) => {
    const { linkId } = await inviteColleague(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ id: linkId, link: await c.var.ctx.read(async (tx) => staffLink(tx, linkId)) }, 201)
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/claim-links', tags, summary: 'Make a link by which its own people take over what you listed for them', request: { params, ...body(z.strictObject({ forWhom: z.string().optional() }).openapi('NewClaimLink')) }, responses: { 201: json('The link to pass on', given) } }), async (c) => {
    const { linkId } = await giveClaimLink(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ id: linkId, link: await c.var.ctx.read(async (tx) => staffLink(tx, linkId)) }, 201)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/invitations/{link}', tags, summary: 'Take an invitation or a claim link back', request: { params: params.extend({ link: z.string() }) }, responses: done('Taken back') }), async (c) => {
    const { id, link } = c.req.valid('param')
    await withdrawInvitation(c.var.ctx, idOf(id), link)
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/membership', tags, summary: 'Work there no longer, yourself', request: { params }, responses: done('You work there no longer') }), async (c) => {
    await leaveStaff(c.var.ctx, idOf(c.req.valid('param').id))
    return c.body(null, 204)
  })
  for (const [method, rests, summary] of [['put', true, 'Let it rest: it is shown to nobody new'], ['delete', false, 'Wake it up']] as const) {
    api.openapi(createRoute({ method, path: '/organisations/{id}/rest', tags, summary, request: { params }, responses: done(rests ? 'Resting' : 'Awake') }), async (c) => {
      await restOrganisation(c.var.ctx, idOf(c.req.valid('param').id), rests)
      return c.body(null, 204)
    })
  }
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}', tags, summary: 'Close it for good: its page goes, and it leaves its networks', request: { params }, responses: done('Closed') }), async (c) => {
    await closeOrganisation(c.var.ctx, idOf(c.req.valid('param').id))
    return c.body(null, 204)
  })
}
