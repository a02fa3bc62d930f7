import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { VALUE_BANDS } from '../answers/index.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { NEEDS } from './brief.ts'
import { tryReading } from './read-into.ts'
import type { Found } from './tender/found.ts'

const day = z.iso.date().nullable()
const words = z.string().nullable()

const foundShape = z.object({
  title: words, says: words, forWhom: words, district: words, answerBy: day, startsOn: day, endsOn: day, value: z.enum(VALUE_BANDS).nullable(), source: words,
  parts: z.array(z.object({ says: z.string(), wants: words, need: z.enum(NEEDS), size: words, startsOn: day, endsOn: day, district: words, sure: z.boolean().describe('Whether it would be ticked on the page') })),
  left: z.number().int().describe('How many more there were than one brief can have'),
})

const given = z.object({
  text: z.string().optional().describe('A tender as it was written, up to 200,000 characters'),
  ocds: z.unknown().optional().describe('A release, release package, record or record package of the Open Contracting Data Standard 1.1'),
  release: z.string().max(200).optional().describe('The id or ocid of the release that is meant; without it, the latest that asks for offers'),
})

/** Reading a tender, for programs: what is found, kept nowhere. What they want of it they send as a brief. */
export function readingsApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({
    method: 'post', path: '/networks/{slug}/briefs/readings', tags: ['briefs'], summary: 'Read a tender: what needs to be done, as parts. Nothing is saved',
    request: { params: z.object({ slug: z.string() }), body: { content: { 'application/json': { schema: given } }, required: true } },
    responses: { 200: { description: 'What was found', content: { 'application/json': { schema: foundShape } } } },
  }), async (c) => c.json(presentFound(await tryReading(c.var.ctx, c.req.valid('param').slug, c.req.valid('json'))), 200))
}

function presentFound({ title, says, forWhom, district, answerBy, startsOn, endsOn, value, source, parts, left }: Found): z.input<typeof foundShape> {
  const orNull = <T>(one: T | undefined): T | null => one ?? null
  return {
    title: orNull(title), says: orNull(says), forWhom: orNull(forWhom), district: orNull(district), answerBy: orNull(answerBy), startsOn: orNull(startsOn), endsOn: orNull(endsOn), value: orNull(value), source: orNull(source),
    parts: parts.map((part) => ({ says: part.says, wants: orNull(part.wants), need: part.need, size: orNull(part.size), startsOn: orNull(part.startsOn), endsOn: orNull(part.endsOn), district: orNull(part.district), sure: part.ticked })),
    left: left ?? 0,
  }
}
