import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { changeRole, removeStaff } from './change-staff.ts'
import { colleaguesApi } from './colleagues-api.ts'
import { editOrganisation } from './edit-organisation.ts'
import { SCHEME_CODES } from './identifier.ts'
import { addIdentifier, removeIdentifier } from './keep-identifiers.ts'
import { getOrganisationToKeep } from './keep.ts'
import { listOrganisation, listStub } from './list-organisation.ts'
import { KINDS, type Organisation } from './organisation.ts'
import { SIGHT_WORDS } from './sight-words.ts'
import { ROLES, type Role } from './staff.ts'
import { listStaff, listWorkingFor } from './staff-store.ts'
import { getOrganisation, keepingOf } from './store.ts'
import { mayEdit } from './who-may.ts'

const sight = z.enum(SIGHT_WORDS)
/** What everybody who may see the page is told. Contact and place are null where they are not shown; who sees what is told to its own people only. */
const shown = z.object({
  id: z.uuid(), name: z.string(), kind: z.enum(KINDS), line: z.string().nullable(), story: z.string().nullable(), website: z.string().nullable(), peopleCount: z.number().int().nullable(),
  standing: z.enum(['listed', 'claimed', 'resting', 'closed']),
  contact: z.object({ phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
  place: z.object({ district: z.string().nullable(), town: z.string().nullable() }).nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  whoSees: z.object({ page: sight, contact: sight.nullable(), place: sight.nullable() }).optional(),
}).openapi('Organisation')
const written = {
  name: z.string(), kind: z.enum(KINDS), line: z.string().optional(), story: z.string().optional(), website: z.string().optional(), peopleCount: z.number().int().optional(),
  phone: z.string().optional(), email: z.string().optional(), district: z.string().optional(), town: z.string().optional(),
}
const wanted = z.strictObject(written).openapi('OrganisationWords')
const newOne = z.strictObject({ ...written, whose: z.enum(['ours', 'theirs']).default('ours') }).openapi('NewOrganisation')
const identifier = z.strictObject({ scheme: z.enum(SCHEME_CODES), value: z.string() }).openapi('Identifier')
const colleague = z.object({ person: z.uuid(), name: z.string(), role: z.enum(ROLES), since: z.iso.datetime() }).openapi('Colleague')

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const tags = ['organisations']

/** Organisations as this token's person may see and change them, acting for the organisation the token names. */
export function organisationsApi(api: OpenAPIHono<WebEnv>): void {
  colleaguesApi(api)
  api.openapi(createRoute({ method: 'get', path: '/organisations', tags, summary: 'Organisations you work for', request: { query: z.object(paging) }, responses: { 200: json('By name', z.object({ organisations: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES) })), next })) } }), async (c) => {
    const page = pageOfAll(c, await c.var.ctx.read((tx) => listWorkingFor(tx)), c.req.valid('query'))
    return c.json({ organisations: page.rows.map(({ organisation, name, role }) => ({ id: organisation as string, name, role })), next: page.next }, 200) // ids go out as text
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations', tags, summary: 'List an organisation: yours, or one for others to claim', request: body(newOne), responses: { 201: json('Listed', z.object({ id: z.uuid() })) } }), async (c) => {
    const { whose, ...words } = c.req.valid('json')
    const id = whose === 'ours' ? await listOrganisation(c.var.ctx, words) : await listStub(c.var.ctx, words)
    return c.json({ id: id }, 201)
  })

  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}', tags, summary: 'One organisation, as you may see it', request: { params }, responses: { 200: json('What is shown to you', shown) } }),
    async (c) => c.json(await c.var.ctx.read(async (tx) => {
      const organisation = await getOrganisation(tx, idOf(c.req.valid('param').id))
      return present(organisation, mayEdit(await keepingOf(tx, organisation)))
    }), 200))

  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}', tags, summary: 'Change what its page, contact and place say', request: { params, ...body(wanted) }, responses: { 204: { description: 'Changed' } } }), async (c) => {
    await editOrganisation(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/identifiers', tags, summary: 'Add a register number', request: { params, ...body(identifier) }, responses: { 204: { description: 'Added' } } }), async (c) => {
    await addIdentifier(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/identifiers/{scheme}/{value}', tags, summary: 'Take a register number away', request: { params: params.extend({ scheme: z.string(), value: z.string() }) }, responses: { 204: { description: 'Taken away' } } }), async (c) => {
    const { id, scheme, value } = c.req.valid('param')
    await removeIdentifier(c.var.ctx, idOf(id), { scheme, value })
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/staff', tags, summary: 'Colleagues', request: { params, query: z.object(paging) }, responses: { 200: json('Who works there', z.object({ staff: z.array(colleague), next })) } }), async (c) => {
    const all = await c.var.ctx.read(async (tx) => listStaff(tx, (await getOrganisationToKeep(tx, idOf(c.req.valid('param').id), ({ role }) => role !== undefined)).id))
    const page = pageOfAll(c, all, c.req.valid('query'))
    return c.json({ staff: page.rows.map((one) => ({ person: one.person as string, name: one.name, role: one.role, since: one.since.toISOString() })), next: page.next }, 200) // ids go out as text
  })

  const person = params.extend({ person: z.string() })
  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/staff/{person}', tags, summary: 'Give a colleague another role', request: { params: person, ...body(z.strictObject({ role: z.enum(ROLES) })) }, responses: { 204: { description: 'Changed' } } }), async (c) => {
    const { id, person: who } = c.req.valid('param')
    const input: { role: Role } = c.req.valid('json')
    await changeRole(c.var.ctx, idOf(id), idOf(who), input)
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/staff/{person}', tags, summary: 'Take a colleague off the list', request: { params: person }, responses: { 204: { description: 'Taken off' } } }), async (c) => {
    const { id, person: who } = c.req.valid('param')
    await removeStaff(c.var.ctx, idOf(id), idOf(who))
    return c.body(null, 204)
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

/** An allow-list: what is not named here is not told. */
function present(one: Organisation, mine: boolean): z.output<typeof shown> {
  return {
    id: one.id, name: one.name, kind: one.kind, line: one.line ?? null, story: one.story ?? null, website: one.website ?? null, peopleCount: one.peopleCount ?? null,
    standing: one.standing.is,
    contact: one.contact ? { phone: one.contact.phone ?? null, email: one.contact.email ?? null } : null,
    place: one.place ? { district: one.place.district ?? null, town: one.place.town ?? null } : null,
    identifiers: one.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    whoSees: mine ? { page: one.sight, contact: one.contact?.sight ?? null, place: one.place?.sight ?? null } : undefined,
  }
}
