import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebContext, WebEnv } from '../../kit/web/env.ts'
import { bringFile, discardFile, goAhead, lookAt, type Look } from './bring-back.ts'
import { listKeptNotes, throwNoteAway } from './kept-notes.ts'

const step = z.object({ about: z.string(), does: z.enum(['new', 'changed', 'same', 'left']), because: z.string().nullable(), changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })) })
const look = z.object({
  id: z.uuid(), kind: z.enum(['organisation', 'network']), of: z.string(), counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), left: z.int() }),
  work: z.uuid().nullable(), takenInAt: z.iso.datetime().nullable(), said: z.string().nullable(), sections: z.array(z.object({ title: z.string(), steps: z.array(step) })),
}).openapi('BroughtFile')
const note = z.object({ id: z.uuid(), kind: z.string(), about: z.string(), says: z.string(), on: z.iso.date().nullable() }).openapi('KeptNote')
const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const one = { params: z.object({ id: z.string() }) }
const tags = ['everything']

/** Everything back in: the file as it came out, looked at before anything is written. */
export function bringingBackApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({
    method: 'post', path: '/everything/back', tags, summary: 'Bring a file of everything: says what it would do, and changes nothing yet', description: 'The ZIP itself as application/zip, 10 MB at most. An organisation goes into the one you act for, where the file is of it, or becomes a new one; a network needs a person signed in.',
    request: { query: z.object({ into: z.string().max(100).optional() }), body: { content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } } } }, responses: { 201: json('What it would do', look) },
  }), async (c) => c.json(present(await lookAt(c.var.ctx, await bringFile(c.var.ctx, { name: 'everything.zip', bytes: c.var.body ?? Buffer.alloc(0), into: c.req.valid('query').into }))), 201))
  api.openapi(createRoute({ method: 'get', path: '/everything/back/{id}', tags, summary: 'What a file would do now, or what came of it', request: one, responses: { 200: json('As it stands', look) } }), async (c) => c.json(present(await lookAt(c.var.ctx, idOf(c))), 200))
  api.openapi(createRoute({ method: 'post', path: '/everything/back/{id}/taking-in', tags, summary: 'Take it in: all of it or none, as work with a count', description: 'What goes into an organisation is taken back by hand, thing by thing, or by closing a new one; tables of a network can be taken back for 30 days.', request: one, responses: { 202: json('The work that does it', z.object({ work: z.uuid() })) } }), async (c) => c.json({ work: await goAhead(c.var.ctx, idOf(c)) }, 202))
  api.openapi(createRoute({ method: 'delete', path: '/everything/back/{id}', tags, summary: 'Throw away a file that has not gone in', request: one, responses: { 204: { description: 'Gone' } } }), async (c) => { await discardFile(c.var.ctx, idOf(c)); return c.body(null, 204) })
  api.openapi(createRoute({
    method: 'get', path: '/everything/notes', tags, summary: 'What files told of bonds with others, fifty at a time', request: { query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }) }, responses: { 200: json('For your own people alone', z.object({ notes: z.array(note), more: z.boolean() })) },
  }), async (c) => {
    const { notes, more } = await listKeptNotes(c.var.ctx, c.req.valid('query').page)
    return c.json({ notes: notes.map(({ on, ...rest }) => ({ ...rest, id: rest.id as string, on: on ?? null })), more }, 200) // and here
  })
  api.openapi(createRoute({ method: 'delete', path: '/everything/notes/{id}', tags, summary: 'Throw a note away', request: one, responses: { 204: { description: 'Gone' } } }), async (c) => { await throwNoteAway(c.var.ctx, idOf(c)); return c.body(null, 204) })
}

function present({ file, sections, counts }: Look) {
  return {
    id: file.id as string, kind: file.kind, of: file.title, counts, work: (file.work as string | undefined) ?? null, takenInAt: file.doneAt?.toISOString() ?? null, said: file.said ?? null, // ids go out as text
    sections: sections.map(({ title, steps }) => ({ title, steps: steps.map(({ about, does, because, changes }) => ({ about, does, because: because ?? null, changes: [...changes ?? []] })) })),
  }
}

function idOf<Of extends string>(c: WebContext): Id<Of> {
  const id = c.req.param('id')
  if (!isId<Of>(id)) throw new NotFound()
  return id
}
