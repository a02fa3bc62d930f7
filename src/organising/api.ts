import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { KINDS } from '../organisations/index.ts'
import { LINK_KINDS } from './link.ts'
import { readQuestion } from './map-question.ts'
import { findMeeting } from './meet.ts'
import { readMap } from './read-map.ts'
import { weekApi } from './week-api.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const params = z.object({ slug: z.string() })
const named = z.object({ id: z.uuid(), name: z.string() })
const tags = ['organising']

const map = z.object({
  focus: z.uuid().nullable(), capability: z.uuid().nullable(), steps: z.number().int(), more: z.boolean(),
  members: z.array(named.extend({ kind: z.enum(KINDS), district: z.string().nullable(), town: z.string().nullable(), steps: z.number().int(), does: z.array(z.string()) })),
  links: z.array(z.object({ one: z.uuid(), other: z.uuid(), how: z.enum(LINK_KINDS), words: z.array(z.string()) })),
}).openapi('NetworkMap')
const paths = z.object({ paths: z.array(z.object({ introducer: named.nullable(), steps: z.array(z.object({ from: named, to: named, words: z.array(z.string()) })) })) }).openapi('FriendlyPaths')

/** The network map and the friendly path, as this token's person may know them. */
export function organisingApi(api: OpenAPIHono<WebEnv>): void {
  weekApi(api)
  const query = z.object({ focus: z.string().optional(), capability: z.string().optional(), steps: z.enum(['1', '2', '3']).optional(), district: z.string().optional() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/map', tags, summary: 'Who is linked with whom, from one member or one capability on', request: { params, query }, responses: { 200: json('As far as both sides show it to you', map) } }), async (c) => {
    const asked = c.req.valid('query')
    const { question, nodes, links, more } = await readMap(c.var.ctx, c.req.valid('param').slug, readQuestion((name) => asked[name as keyof typeof asked])) // a name it does not know is nothing
    return c.json({
      focus: question.focus ?? null, capability: question.capability ?? null, steps: question.steps, more,
      members: nodes.map(({ id, name, kind, district, town, steps, does }) => ({ id, name, kind, district: district ?? null, town: town ?? null, steps, does: [...does] })),
      links: links.map(({ one, other, kind, words }) => ({ one, other, how: kind, words: [...words] })),
    }, 200)
  })

  const ends = z.object({ from: z.string(), to: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/map/paths', tags, summary: 'How these two could meet', request: { params, query: ends }, responses: { 200: json('Up to three friendly paths', paths) } }), async (c) => {
    const { from, to } = c.req.valid('query')
    const found = await findMeeting(c.var.ctx, c.req.valid('param').slug, { from: idOf(from), to: idOf(to) })
    return c.json({ paths: found.map(({ introducer, steps }) => ({ introducer: introducer ? { ...introducer } : null, steps: steps.map(({ from: one, to: other, words }) => ({ from: { ...one }, to: { ...other }, words: [...words] })) })) }, 200)
  })
}

function idOf(text: string): Id<'organisation'> {
  if (isId<'organisation'>(text)) return text
  throw new NotFound()
}
