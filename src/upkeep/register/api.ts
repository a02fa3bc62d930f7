import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../../kit/ids.ts'
import type { WebContext, WebEnv } from '../../kit/web/env.ts'
import { STEPS } from './bring-in-register.ts'
import { NoSuchRegister } from './errors.ts'
import { lookAtRegister } from './look-at-register.ts'
import { readRegisterBrought, readRegisters, type Standings } from './read-registers.ts'
import { discardRegister, takeRegisterIn } from './take-register-in.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const tags = ['upkeep']
const count = z.int().min(0)

const found = z.object({
  projects: count, comeIn: count, organisations: count, membersToBe: count, participations: count, fields: count, nameless: count,
  leftOut: z.object({ unfinished: count, notAskedFor: count, withoutAnyone: count, organisationsInNone: count, unknownOrganisations: count }),
})
const shape = z.object({
  id: z.uuid(), title: z.string(), is: z.enum(['looking', 'refused', 'looked', 'coming-in', 'broken-off', 'in']), madeAt: z.iso.datetime(), doneAt: z.iso.datetime().nullable(), found: found.nullable(), refused: z.string().nullable(),
  work: z.uuid().nullable(), steps: z.array(z.object({ step: z.enum(STEPS), new: count, changed: count, same: count, leftOut: z.array(z.string()), seconds: z.number() })),
}).openapi('Register')

/** Registers as the host brings them in, by page or by a program with the scope for upkeep; the work itself is watched and stopped under /work. */
export function registerApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/registers', tags, summary: 'Folders that may be read, and registers looked at before; for the host', responses: { 200: json('Both', z.object({ folders: z.array(z.string()), registers: z.array(shape) })) } }), async (c) => {
    const { folders, registers } = await readRegisters(c.var.ctx)
    return c.json({ folders: [...folders], registers: registers.map(present) }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/registers', tags, summary: 'Have a folder looked through; nothing comes in yet. Files are handed in on the page', request: body(z.strictObject({ folder: z.string(), projects: z.int().min(1).optional() })), responses: { 201: json('Being looked through', shape) } }),
    async (c) => c.json(await one(c, await lookAtRegister(c.var.ctx, c.req.valid('json'))), 201))
  api.openapi(createRoute({ method: 'get', path: '/registers/{id}', tags, summary: 'How a register stands', request: { params }, responses: { 200: json('What is in it, and what of it is in', shape) } }),
    async (c) => c.json(await one(c, idOf(c)), 200))
  api.openapi(createRoute({ method: 'post', path: '/registers/{id}/import', tags, summary: 'Bring it in, into a network you organise or a new one; the same again goes on after a stop', request: { params, ...body(z.strictObject({ network: z.string().optional(), name: z.string().optional(), purpose: z.string().optional() })) }, responses: { 202: json('On its way', shape) } }), async (c) => {
    await takeRegisterIn(c.var.ctx, idOf(c), c.req.valid('json'))
    return c.json(await one(c, idOf(c)), 202)
  })
  api.openapi(createRoute({ method: 'delete', path: '/registers/{id}', tags, summary: 'Throw it away; what is in a network stays there', request: { params }, responses: { 204: { description: 'Gone' } } }), async (c) => {
    await discardRegister(c.var.ctx, idOf(c))
    return c.body(null, 204)
  })
}

function idOf(c: WebContext): Id<'register'> {
  const id = c.req.param('id')
  if (!isId<'register'>(id)) throw new NoSuchRegister()
  return id
}

const one = async (c: WebContext, id: Id<'register'>) => present(await readRegisterBrought(c.var.ctx, id))

function present({ brought, is }: Standings): z.output<typeof shape> {
  return {
    id: brought.id, title: brought.title, is, madeAt: brought.madeAt.toISOString(), doneAt: brought.doneAt?.toISOString() ?? null, refused: brought.refused ?? null, work: brought.work ?? brought.lookWork ?? null,
    found: brought.found ? found.parse(brought.found) : null,
    steps: brought.steps.map(({ step, taken, leftOut, seconds }) => ({ step, ...taken, leftOut: [...leftOut], seconds })),
  }
}
