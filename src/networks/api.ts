import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { next, pageOf, pageOfAll, paging, placeAfter } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { KINDS, SIGHT_WORDS } from '../organisations/index.ts'
import type { Capability } from './capability.ts'
import { listCapabilities } from './capability-store.ts'
import { changeNetwork } from './change-network.ts'
import { giveSight, withdrawSight } from './give-sight.ts'
import { importCapabilities } from './import-capabilities.ts'
import { inviteMember } from './invite-member.ts'
import { addCapability, changeCapability, retireCapability } from './keep-capabilities.ts'
import { joiningApi } from './joining-api.ts'
import { leaveNetwork, removeMember } from './leave-network.ts'
import { listMembers, type Member } from './member-store.ts'
import type { Network, Place } from './network.ts'
import { getNetwork, listMyNetworks } from './network-store.ts'
import { sayWhoSees } from './say-who-sees.ts'
import { shownApi } from './shown-api.ts'
import { PARTS } from './sight.ts'
import { startNetwork } from './start-network.ts'
import { getNetworkTo } from './tend.ts'
import { maySeeMembers } from './who-may.ts'

const listed = z.enum(['anyone', 'members'])
const network = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), kind: z.string(), purpose: z.string(), houseRules: z.string().nullable(), listed, organises: z.boolean(), isMember: z.boolean() }).openapi('Network')
const words = { name: z.string(), kind: z.string(), purpose: z.string(), houseRules: z.string().optional() }
const member = z.object({ organisation: z.uuid(), name: z.string(), kind: z.enum(KINDS).nullable(), line: z.string().nullable(), town: z.string().nullable(), district: z.string().nullable(), joinedAt: z.iso.datetime() }).openapi('Member')
const capability = z.object({ id: z.uuid(), parent: z.uuid().nullable(), title: z.string(), code: z.string().nullable(), codeScheme: z.string().nullable(), synonyms: z.array(z.string()) }).openapi('Capability')
const capabilityWords = z.strictObject({ title: z.string(), parent: z.uuid().optional(), code: z.string().optional(), codeScheme: z.string().optional(), synonyms: z.array(z.string()).optional() }).openapi('CapabilityWords')

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const made = json('Made', z.object({ id: z.uuid() }))
const done = { 204: { description: 'Done' } }
const params = z.object({ slug: z.string() })
const tags = ['networks']

/** Networks, their members and vocabulary, and who sees what, for programs. */
export function networksApi(api: OpenAPIHono<WebEnv>): void {
  networkRoutes(api)
  memberRoutes(api)
  capabilityRoutes(api)
  sightRoutes(api)
  joiningApi(api)
  shownApi(api)
}

function networkRoutes(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/networks', tags, summary: 'Networks you stand in', request: { query: z.object(paging) }, responses: { 200: json('By name', z.object({ networks: z.array(network), next })) } }), async (c) => {
    const page = pageOfAll(c, await c.var.ctx.read((tx) => listMyNetworks(tx, 1000)), c.req.valid('query'))
    return c.json({ networks: page.rows.map(presentNetwork), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks', tags, summary: 'Start a network', request: body(z.strictObject({ ...words, listed: listed.optional(), joinToo: z.boolean().optional() })), responses: { 201: json('Started', z.object({ id: z.uuid(), slug: z.string() })) } }),
    async (c) => {
      const { id, slug } = await startNetwork(c.var.ctx, c.req.valid('json'))
      return c.json({ id: id, slug }, 201)
    })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}', tags, summary: 'One network', request: { params }, responses: { 200: json('What is shown to you', network) } }),
    async (c) => c.json(presentNetwork(await c.var.ctx.read((tx) => getNetwork(tx, c.req.valid('param').slug))), 200))
  api.openapi(createRoute({ method: 'put', path: '/networks/{slug}', tags, summary: 'Change its words, house rules and who may find it', request: { params, ...body(z.strictObject({ ...words, listed })) }, responses: done }), async (c) => {
    await changeNetwork(c.var.ctx, c.req.valid('param').slug, c.req.valid('json'))
    return c.body(null, 204)
  })
}

function memberRoutes(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({ words: z.string().max(100).optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/members', tags, summary: 'Members, by name', request: { params, query }, responses: { 200: json('By name', z.object({ members: z.array(member), next })) } }), async (c) => {
    const { words: sought, after, limit } = c.req.valid('query')
    const [name, organisation] = placeAfter(after, z.tuple([z.string().max(300), z.uuid()])) ?? []
    const found = await c.var.ctx.read(async (tx) => listMembers(tx, (await getNetworkTo(tx, c.req.valid('param').slug, maySeeMembers)).id, { words: sought, after: name !== undefined && organisation ? { name, organisation } : undefined, limit: limit + 1 }))
    const page = pageOf(c, found.members, limit, (last) => [last.name, last.organisation])
    return c.json({ members: page.rows.map(presentMember), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/members/{organisation}', tags, summary: 'Take a member off the list, with a reason', request: { params: params.extend({ organisation: z.string() }), ...body(z.strictObject({ because: z.string() })) }, responses: done }), async (c) => {
    const { slug, organisation } = c.req.valid('param')
    await removeMember(c.var.ctx, slug, idOf(organisation), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/membership', tags, summary: 'Leave with the organisation you act for', request: { params }, responses: done }), async (c) => {
    await leaveNetwork(c.var.ctx, c.req.valid('param').slug)
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/invitations', tags, summary: 'Invite somebody', request: { params, ...body(z.strictObject({ name: z.string().optional(), email: z.string().optional(), note: z.string().optional() })) }, responses: { 201: made } }), async (c) => {
    const { ask } = await inviteMember(c.var.ctx, c.req.valid('param').slug, c.req.valid('json'))
    return c.json({ id: ask }, 201)
  })
}

function capabilityRoutes(api: OpenAPIHono<WebEnv>): void {
  const one = params.extend({ id: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/capabilities', tags, summary: 'The vocabulary in use', request: { params, query: z.object(paging) }, responses: { 200: json('By name; a tree by `parent`', z.object({ capabilities: z.array(capability), next })) } }), async (c) => {
    const all = await c.var.ctx.read(async (tx) => listCapabilities(tx, (await getNetworkTo(tx, c.req.valid('param').slug, maySeeMembers)).id))
    const page = pageOfAll(c, all, c.req.valid('query'))
    return c.json({ capabilities: page.rows.map(presentCapability), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/capabilities', tags, summary: 'Add a capability', request: { params, ...body(capabilityWords) }, responses: { 201: made } }), async (c) => {
    const id = await addCapability(c.var.ctx, c.req.valid('param').slug, c.req.valid('json'))
    return c.json({ id: id }, 201)
  })
  api.openapi(createRoute({ method: 'put', path: '/networks/{slug}/capabilities/{id}', tags, summary: 'Rename, move, or give it other words', request: { params: one, ...body(capabilityWords) }, responses: done }), async (c) => {
    const { slug, id } = c.req.valid('param')
    await changeCapability(c.var.ctx, slug, idOf(id), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/networks/{slug}/capabilities/{id}', tags, summary: 'Take it out of use', request: { params: one }, responses: done }), async (c) => {
    const { slug, id } = c.req.valid('param')
    await retireCapability(c.var.ctx, slug, idOf(id))
    return c.body(null, 204)
  })
  const imported = z.object({ added: z.number().int(), changed: z.number().int(), same: z.number().int() })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/capabilities/import', tags, summary: 'Take in a table: all rows or none', request: { params, ...body(z.strictObject({ table: z.string() })) }, responses: { 200: json('What changed', imported) } }), async (c) => {
    const { added, changed, same } = await importCapabilities(c.var.ctx, c.req.valid('param').slug, c.req.valid('json').table)
    return c.json({ added, changed, same }, 200)
  })
}

function sightRoutes(api: OpenAPIHono<WebEnv>): void {
  const owner = z.object({ id: z.string() })
  const sight = z.enum(SIGHT_WORDS)
  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/who-sees', tags: ['sight'], summary: 'Say who sees which part', request: { params: owner, ...body(z.strictObject({ page: sight, contact: sight, place: sight })) }, responses: done }), async (c) => {
    await sayWhoSees(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/grants', tags: ['sight'], summary: 'Show one part to one organisation until a day', request: { params: owner, ...body(z.strictObject({ to: z.uuid(), part: z.enum(PARTS), reason: z.string(), untilOn: z.iso.date() })) }, responses: { 201: made } }), async (c) => {
    const id = await giveSight(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ id: id }, 201)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/grants/{grant}', tags: ['sight'], summary: 'Withdraw it', request: { params: owner.extend({ grant: z.string() }) }, responses: done }), async (c) => {
    const { id, grant } = c.req.valid('param')
    await withdrawSight(c.var.ctx, idOf(id), idOf(grant))
    return c.body(null, 204)
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

// Allow-lists: what is not named here is not told.

function presentNetwork(one: Network & Place): z.output<typeof network> {
  return { id: one.id, slug: one.slug, name: one.name, kind: one.kind, purpose: one.purpose, houseRules: one.houseRules ?? null, listed: one.listed, organises: one.organises, isMember: one.isMember }
}

function presentMember(one: Member): z.output<typeof member> {
  return { organisation: one.organisation, name: one.name, kind: one.kind ?? null, line: one.line ?? null, town: one.town ?? null, district: one.district ?? null, joinedAt: one.joinedAt.toISOString() }
}

function presentCapability(one: Capability): z.output<typeof capability> {
  return { id: one.id, parent: one.parent ?? null, title: one.title, code: one.code ?? null, codeScheme: one.codeScheme ?? null, synonyms: [...one.synonyms] }
}
