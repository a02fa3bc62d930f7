import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { sendFile } from '../kit/files.ts'
import { done, idOf, json } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { presentProposals, proposalsShape } from './api-shapes.ts'
import { readTeamFile, removeEntry } from './keep-room.ts'
import { proposeForBrief } from './propose-for-brief.ts'
import { readSheet, SHEET_SECTIONS } from './sheet.ts'
import { removeLineUp } from './try-line-up.ts'

const tags = ['teams']
const params = z.object({ id: z.string() })
const level = z.enum(['proven', 'old proof', 'claimed']).nullable()
const sheet = z.object({
  title: z.string(), lead: z.string(), forWhom: z.string().nullable(), says: z.string(),
  lines: z.array(z.object({ part: z.string(), need: z.string(), size: z.string().nullable(), holder: z.string(), level, word: z.string(), proof: z.array(z.string()), confirmed: z.string().nullable() })),
  members: z.array(z.object({ name: z.string(), does: z.array(z.string()), lead: z.boolean() })),
}).openapi('TeamSheet')

const briefProposals = proposalsShape.extend({ parts: z.array(z.object({ part: z.uuid(), says: z.string() })), names: z.array(z.object({ organisation: z.uuid(), name: z.string() })) }).openapi('TeamProposalsForBrief')

/** The team on one sheet, its papers, and what was put away brought back. */
export function papersApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/sheet', tags, summary: 'The team on one sheet: who does what, with the proof', request: { params }, responses: { 200: json('Parts kept to their holder are not on it', sheet) } }), async (c) => {
    const read = await readSheet(c.var.ctx, idOf(c.req.valid('param').id), SHEET_SECTIONS)
    return c.json({
      title: read.team.title, lead: read.lead, forWhom: read.forWhom ?? null, says: read.says, members: read.members.map(({ name, does, lead }) => ({ name, does: [...does], lead })),
      lines: read.lines.map((line) => ({ part: line.part, need: line.need, size: line.size ?? null, holder: line.holder, level: line.level ?? null, word: line.word, proof: [...line.proof], confirmed: line.confirmed ?? null })),
    }, 200)
  })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/briefs/{brief}/team-proposals', tags, summary: 'Teams you could lead for a brief, before any is started; nothing is saved and nobody is told', request: { params: z.object({ slug: z.string(), brief: z.string() }) }, responses: { 200: json('Each proven best or with its bound; parts are those of the brief', briefProposals) } }), async (c) => {
    const { slug, brief } = c.req.valid('param')
    const { found, names, parts } = await proposeForBrief(c.var.ctx, slug, idOf(brief))
    return c.json({ ...presentProposals(found), parts: parts.map(({ id, says }) => ({ part: id as string, says })), names: [...names].map(([organisation, name]) => ({ organisation, name })) }, 200) // ids go out as text
  })
  const entry = params.extend({ entry: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/entries/{entry}/file', tags, summary: 'A paper of the team’s room', request: { params: entry }, responses: { 200: { description: 'A PDF or a picture', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } }, 'image/png': { schema: { type: 'string', format: 'binary' } }, 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } } } }),
    async (c) => sendFile(c, await readTeamFile(c.var.ctx, idOf(c.req.param('id')), idOf(c.req.param('entry')))) as never) // a file has no type of its own here
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/entries/{entry}/return', tags, summary: 'Bring an entry back', request: { params: entry }, responses: done('It is back') }), async (c) => {
    const { id, entry: which } = c.req.valid('param')
    await removeEntry(c.var.ctx, idOf(id), idOf(which), true)
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/line-ups/{line}/comeback', tags, summary: 'Bring a line-up back', request: { params: params.extend({ line: z.string() }) }, responses: done('It is back') }), async (c) => {
    const { id, line } = c.req.valid('param')
    await removeLineUp(c.var.ctx, idOf(id), idOf(line), true)
    return c.body(null, 204)
  })
}
