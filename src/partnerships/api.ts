import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Ctx } from '../kit/ctx.ts'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, pageOf, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { addLine, removeNote, takeBackMoment } from './add-line.ts'
import { endWords, habitWords, lineWords, noteWords, partnershipPage, presentPartnership, presentWhole, quietWords, restWords, showsWords, stageWords, termsWords, wholePartnership } from './api-shapes.ts'
import { getUsToSee } from './change-ours.ts'
import { changeReminder, changeTerms, sayHabit, sayWhoKnows } from './change-terms.ts'
import { endPartnership, takeUpAgain } from './end.ts'
import { VIEWS } from './moment.ts'
import { notePartnership } from './note-partnership.ts'
import { STAGES } from './partnership.ts'
import { readPartnership } from './read-partnership.ts'
import { restPartnership, wakePartnership } from './rest.ts'
import { setStage } from './set-stage.ts'
import { listPartnerships } from './store.ts'
import { askAgain, takeBackNote } from './take-back-note.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const tags = ['partnerships']

/** Partnerships of the organisation acted for, as this token's person may see and change them. */
export function partnershipsApi(api: OpenAPIHono<WebEnv>): void {
  const query = z.object({ stage: z.enum(STAGES).optional(), standing: z.enum(['agreed', 'waiting', 'resting', 'ended']).optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/partnerships', tags, summary: 'Your partnerships', request: { query }, responses: { 200: json('By name', partnershipPage) } }), async (c) => {
    const { after, limit, ...filter } = c.req.valid('query')
    const offset = countBefore(after)
    const found = await c.var.ctx.read(async (tx) => listPartnerships(tx, getUsToSee(tx), { ...filter, limit: limit + 1, offset }))
    const page = pageOf(c, found.partnerships, limit, () => [offset + limit])
    return c.json({ partnerships: page.rows.map(presentPartnership), total: found.total, next: page.next }, 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/partnerships', tags, summary: 'Note a partnership; the other side is asked', request: body(noteWords), responses: { 201: json('Noted', z.object({ id: z.uuid(), claimLink: z.string().nullable(), agreed: z.boolean() })) } }), async (c) => {
    const { partnership, claimLink, agreed } = await notePartnership(c.var.ctx, c.req.valid('json'))
    return c.json({ id: partnership, claimLink: claimLink ?? null, agreed }, 201) // ids go out as text
  })

  api.openapi(createRoute({ method: 'put', path: '/partnerships/habit', tags, summary: 'What holds for partnerships to come', request: body(habitWords), responses: { 204: { description: 'Saved' } } }), async (c) => {
    await sayHabit(c.var.ctx, c.req.valid('json'))
    return c.body(null, 204)
  })

  const views = z.object({ view: z.enum(VIEWS).optional(), with: z.enum(['all', 'both', 'us']).optional(), beforeAt: z.iso.datetime().optional(), beforeId: z.string().optional() })
  api.openapi(createRoute({ method: 'get', path: '/partnerships/{id}', tags, summary: 'One partnership with its timeline', request: { params, query: views }, responses: { 200: json('As you see it', wholePartnership) } }), async (c) => {
    const { view, with: whom, beforeAt, beforeId } = c.req.valid('query')
    const before = beforeAt && isId(beforeId) ? { at: new Date(beforeAt), id: beforeId } : undefined
    return c.json(presentWhole(await c.var.ctx.read((tx) => readPartnership(tx, idOf(c.req.valid('param').id), { view, with: whom, before }))), 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/partnerships/{id}/lines', tags, summary: 'Add a line: to what both read, or to what only you read', request: { params, ...body(lineWords) }, responses: { 201: json('Added', z.object({ id: z.uuid() })) } }),
    async (c) => c.json({ id: (await addLine(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))).id }, 201)) // ids go out as text

  changes(api)
}

type Change<Words> = { readonly method: 'put' | 'post' | 'delete'; readonly path: string; readonly summary: string; readonly words?: z.ZodType<Words>; readonly done: string; readonly act: (ctx: Ctx, id: Id<'partnership'>, words: unknown, thing: string) => Promise<unknown> }

const CHANGES: readonly Change<unknown>[] = [
  { method: 'delete', path: '', summary: 'Take a note back while only you see it', done: 'Taken back', act: takeBackNote },
  { method: 'put', path: '/terms', summary: 'Say how you met, what you hope for and what is next', words: termsWords, done: 'Saved', act: changeTerms },
  { method: 'put', path: '/stage', summary: 'Say how far it has grown; the other side is told', words: stageWords, done: 'Said', act: setStage },
  { method: 'put', path: '/who-knows', summary: 'Say who may know that you are partners', words: showsWords, done: 'Saved', act: sayWhoKnows },
  { method: 'put', path: '/reminder', summary: 'Say after how many quiet months a hello is suggested', words: quietWords, done: 'Saved', act: changeReminder },
  { method: 'post', path: '/asks', summary: 'Ask once more, where the question ran out', done: 'Asked', act: askAgain },
  { method: 'post', path: '/rest', summary: 'Let it rest', words: restWords, done: 'Resting', act: restPartnership },
  { method: 'post', path: '/waking', summary: 'Wake it up', done: 'Awake', act: wakePartnership },
  { method: 'post', path: '/ending', summary: 'End it kindly', words: endWords, done: 'Ended', act: endPartnership },
  { method: 'post', path: '/return', summary: 'Take it up again', done: 'It goes on, or they are asked', act: takeUpAgain },
  { method: 'delete', path: '/notes/{thing}', summary: 'Take a note of yours away', done: 'Taken away', act: (ctx, id, _, thing) => removeNote(ctx, id, idOf(thing)) },
  { method: 'delete', path: '/moments/{thing}', summary: 'Take back what you added to the timeline', done: 'Taken back', act: (ctx, id, _, thing) => takeBackMoment(ctx, id, idOf(thing)) },
]

/** All of them are alike: words in, done, nothing out. */
function changes(api: OpenAPIHono<WebEnv>): void {
  for (const { method, path, summary, words, done, act } of CHANGES) {
    const within = path.includes('{thing}') ? params.extend({ thing: z.string() }) : params
    api.openapi(createRoute({ method, path: `/partnerships/{id}${path}`, tags, summary, request: { params: within, ...(words ? body(words) : {}) }, responses: { 204: { description: done } } }), async (c) => {
      const id = idOf<'partnership'>(c.req.param('id') ?? '')
      await act(c.var.ctx, id, words ? await c.req.json() : undefined, c.req.param('thing') ?? '')
      return c.body(null, 204)
    })
  }
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (isId<Of>(text)) return text
  throw new NotFound()
}
