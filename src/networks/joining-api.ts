import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { linkTo, listAsksMadeIn } from '../asks/index.ts'
import { body, done, idOf, json, next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { byTheHouse } from '../organisations/index.ts'
import { exportCapabilities, previewCapabilities } from './import-capabilities.ts'
import { INVITATION, withdrawInvitationToJoin } from './invite-member.ts'
import { listJoinLinks } from './join-link-store.ts'
import { joinNetwork } from './join-network.ts'
import { retireCapability } from './keep-capabilities.ts'
import { listOrganisers } from './network-store.ts'
import { readOffer } from './offer.ts'
import { endOrganiser, makeOrganiser } from './organisers.ts'
import { joinLinkAddress, shareJoinLink, withdrawJoinLink } from './share-join-link.ts'
import { getNetworkTo } from './tend.ts'
import { mayInvite, maySeeMembers } from './who-may.ts'

const tags = ['networks']
const params = z.object({ slug: z.string() })
const query = z.object(paging)
const moment = z.iso.datetime()

/** Coming into a network, tending who organises it, and its vocabulary as a table. */
export function joiningApi(api: OpenAPIHono<WebEnv>): void {
  organisersApi(api)
  invitationsApi(api)
  linksApi(api)
  tableApi(api)
}

function organisersApi(api: OpenAPIHono<WebEnv>): void {
  const one = params.extend({ person: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/organisers', tags, summary: 'Who organises it', request: { params, query }, responses: { 200: json('By name', z.object({ organisers: z.array(z.object({ person: z.uuid(), name: z.string(), since: moment })), next })) } }), async (c) => {
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => listOrganisers(tx, (await getNetworkTo(tx, c.req.valid('param').slug, maySeeMembers)).id)), c.req.valid('query'))
    return c.json({ organisers: page.rows.map(({ person, name, since }) => ({ person: person as string, name, since: since.toISOString() })), next: page.next }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'put', path: '/networks/{slug}/organisers/{person}', tags, summary: 'Make a colleague of a member an organiser', request: { params: one }, responses: done('They organise it too') }), async (c) => {
    const { slug, person } = c.req.valid('param')
    await makeOrganiser(c.var.ctx, slug, idOf(person))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/organisers/{person}', tags, summary: 'Let somebody organise it no longer', request: { params: one }, responses: done('They organise it no longer') }), async (c) => {
    const { slug, person } = c.req.valid('param')
    await endOrganiser(c.var.ctx, slug, idOf(person))
    return c.body(null, 204)
  })
}

function invitationsApi(api: OpenAPIHono<WebEnv>): void {
  const shape = z.object({ id: z.uuid(), name: z.string().nullable(), email: z.string().nullable(), askedAt: moment, answerBy: moment, state: z.string(), link: z.string().nullable() }).openapi('InvitationToJoin')
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/invitations', tags, summary: 'Whom this network invited, the latest first', request: { params, query }, responses: { 200: json('With the link to pass on while one is open', z.object({ invitations: z.array(shape), next })) } }), async (c) => {
    const { id } = await c.var.ctx.read((tx) => getNetworkTo(tx, c.req.valid('param').slug, mayInvite))
    const found = await byTheHouse(c.var.ctx).read(async (tx) => (await listAsksMadeIn(tx, id, INVITATION, 500)).map((ask) => ({ ask, link: ask.state.is === 'open' ? linkTo(tx, ask) : null })))
    const page = pageOfAll(c, found, c.req.valid('query'))
    return c.json({ next: page.next, invitations: page.rows.map(({ ask, link }) => ({ id: ask.id as string, name: ask.to.name ?? null, email: ask.to.email ?? null, askedAt: ask.askedAt.toISOString(), answerBy: ask.answerBy.toISOString(), state: ask.state.is, link })) }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/invitations/{id}', tags, summary: 'Take an invitation back', request: { params: params.extend({ id: z.string() }) }, responses: done('Taken back') }), async (c) => {
    const { slug, id } = c.req.valid('param')
    await withdrawInvitationToJoin(c.var.ctx, slug, idOf(id))
    return c.body(null, 204)
  })
}

function linksApi(api: OpenAPIHono<WebEnv>): void {
  const shape = z.object({ id: z.string(), says: z.string().nullable(), link: z.string(), madeAt: moment, endsAt: moment, usedCount: z.int() }).openapi('JoinLink')
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/join-links', tags, summary: 'Links by which many may join', request: { params, query }, responses: { 200: json('Those in use', z.object({ links: z.array(shape), next })) } }), async (c) => {
    const all = await c.var.ctx.read(async (tx) => (await listJoinLinks(tx, (await getNetworkTo(tx, c.req.valid('param').slug, mayInvite)).id)).map((one) => ({ ...one, link: joinLinkAddress(tx, one.id) })))
    const page = pageOfAll(c, all, c.req.valid('query'))
    return c.json({ next: page.next, links: page.rows.map(({ id, says, link, madeAt, endsAt, usedCount }) => ({ id, says: says ?? null, link, madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString(), usedCount })) }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/join-links', tags, summary: 'Make a link for many: a poster, a newsletter', request: { params, ...body(z.strictObject({ says: z.string().optional(), days: z.int().optional() }).openapi('NewJoinLink')) }, responses: { 201: json('The link to hang up', z.object({ id: z.string(), link: z.string() })) } }), async (c) => {
    const { id } = await shareJoinLink(c.var.ctx, c.req.valid('param').slug, c.req.valid('json'))
    return c.json({ id, link: await c.var.ctx.read(async (tx) => joinLinkAddress(tx, id)) }, 201)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/join-links/{id}', tags, summary: 'Withdraw a link: nobody joins by it any more', request: { params: params.extend({ id: z.string() }) }, responses: done('Withdrawn') }), async (c) => {
    const { slug, id } = c.req.valid('param')
    await withdrawJoinLink(c.var.ctx, slug, id)
    return c.body(null, 204)
  })

  const held = z.object({ token: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/join-links/{token}', tags, summary: 'What a link to join offers', request: { params: held }, responses: { 200: json('The network and who invites', z.object({ network: z.object({ slug: z.string(), name: z.string(), purpose: z.string(), houseRules: z.string().nullable() }), invitedBy: z.string(), endsAt: moment })) } }), async (c) => {
    const { network, invitedBy, endsAt } = await readOffer(c.var.ctx, c.req.valid('param').token)
    return c.json({ network: { slug: network.slug, name: network.name, purpose: network.purpose, houseRules: network.houseRules ?? null }, invitedBy, endsAt: endsAt.toISOString() }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/join-links/{token}/membership', tags, summary: 'Join by a link, with an organisation of yours', request: { params: held, ...body(z.strictObject({ organisation: z.uuid() }).openapi('WhoJoins')) }, responses: { 200: json('Joined', z.object({ slug: z.string() })) } }),
    async (c) => c.json(await joinNetwork(c.var.ctx, c.req.valid('param').token, c.req.valid('json')), 200))
}

function tableApi(api: OpenAPIHono<WebEnv>): void {
  const table = z.strictObject({ table: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/capabilities/export', tags, summary: 'The vocabulary as one table', request: { params }, responses: { 200: json('As it can be taken in again', table.openapi('VocabularyTable')) } }),
    async (c) => c.json({ table: await exportCapabilities(c.var.ctx, c.req.valid('param').slug) }, 200))
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/capabilities/import/preview', tags, summary: 'What taking in a table would change; nothing is saved', request: { params, ...body(table) }, responses: { 200: json('What it would do', z.object({ added: z.array(z.string()), changed: z.int(), same: z.int() })) } }), async (c) => {
    const { added, changed, same } = await previewCapabilities(c.var.ctx, c.req.valid('param').slug, c.req.valid('json').table)
    return c.json({ added: added.map(({ title }) => title), changed: changed.length, same }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/capabilities/{id}/return', tags, summary: 'Bring a capability back into use', request: { params: params.extend({ id: z.string() }) }, responses: done('Back in use') }), async (c) => {
    const { slug, id } = c.req.valid('param')
    await retireCapability(c.var.ctx, slug, idOf(id), true)
    return c.body(null, 204)
  })
}

