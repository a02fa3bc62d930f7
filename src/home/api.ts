import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { answerAsk } from '../asks/index.ts'
import { isId, type Id } from '../kit/ids.ts'
import { cancelWork, listWork } from '../kit/jobs/work.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { countBefore, next, pageOf, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { readNoticePage } from '../notices/index.ts'
import { deskApi } from './desk-api.ts'
import { describeTurns } from './describe-turns.ts'
import { icalOf } from '../kit/ical.ts'
import { answerFeed } from '../kit/web/feed.ts'
import { listEntries } from './calendar/read-calendar.ts'
import { chooseRhythm, readHabit } from './letter/choose-rhythm.ts'
import { RHYTHMS } from './letter/letter.ts'
import { jobOf } from './job-of.ts'
import { endSnooze, listTurns, snooze } from './snooze.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const tags = ['home']

const turnShape = z.object({ id: z.uuid(), kind: z.string(), title: z.string(), lines: z.array(z.string()), answers: z.array(z.object({ word: z.string(), says: z.string() })), askedAt: z.iso.datetime(), answerBy: z.iso.datetime(), putOffUntil: z.iso.date().nullable() }).openapi('Turn')
const noticeShape = z.object({ id: z.uuid(), kind: z.string(), good: z.boolean(), says: z.string(), detail: z.string().nullable(), toldAt: z.iso.datetime() }).openapi('Notice')
const workShape = z.object({ id: z.uuid(), title: z.string(), is: z.enum(['running', 'finished', 'failed', 'cancelled']), stages: z.array(z.string()), stage: z.int(), done: z.int(), of: z.int().nullable(), said: z.string().nullable(), askedAt: z.iso.datetime(), finishedAt: z.iso.datetime().nullable(), stopping: z.boolean() }).openapi('Work')
const habit = z.object({ organisation: z.string(), rhythm: z.enum(RHYTHMS), writtenAt: z.iso.datetime().nullable() }).openapi('LetterHabit')

/** What waits on this token’s person, answered or put off; what they were told; how often they are written to. */
export function homeApi(api: OpenAPIHono<WebEnv>): void {
  deskApi(api)
  api.openapi(createRoute({ method: 'get', path: '/turns', tags, summary: 'What waits for your answer, the longest first, and then what you put off', request: { query: z.object(paging) }, responses: { 200: json('Your turns', z.object({ turns: z.array(turnShape), total: z.number().int(), next })) } }), async (c) => {
    const { ctx } = c.var
    const { due, later } = await ctx.read(listTurns)
    const until = new Map(later.map((one) => [one.ask.id, one.until]))
    const page = pageOfAll(c, [...due, ...later.map((one) => one.ask)], c.req.valid('query'))
    const turns = await describeTurns(ctx, page.rows)
    return c.json({
      total: due.length, next: page.next, turns: turns.map(({ ask, title, lines, words }) => ({
        id: ask.id as string, kind: ask.kind, title, lines: [...lines], answers: Object.entries(words).map(([word, says]) => ({ word, says })), askedAt: ask.askedAt.toISOString(), answerBy: ask.answerBy.toISOString(), putOffUntil: until.get(ask.id) ?? null, // ids go out as text
      })),
    }, 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/turns/{id}/answer', tags, summary: 'Answer with one of the words offered', request: { params, ...body(z.strictObject({ word: z.string().max(40), note: z.string().max(500).optional() })) }, responses: { 204: { description: 'Answered' } } }), async (c) => {
    const { word, note } = c.req.valid('json')
    await answerAsk(c.var.ctx, idOf(c.req.valid('param').id), word, note)
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'put', path: '/turns/{id}/snooze', tags, summary: 'Put it off until a day, for yourself alone', request: { params, ...body(z.strictObject({ untilOn: z.string() })) }, responses: { 204: { description: 'Put off' } } }), async (c) => {
    await snooze(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: '/turns/{id}/snooze', tags, summary: 'Bring it back', request: { params }, responses: { 204: { description: 'Back' } } }), async (c) => {
    await endSnooze(c.var.ctx, idOf(c.req.valid('param').id))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/notices', tags, summary: 'What your organisation was told, the newest first', request: { query: z.object(paging) }, responses: { 200: json('Good news and word of what happened', z.object({ notices: z.array(noticeShape), next })) } }), async (c) => {
    const { after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const { notices, more } = await readNoticePage(c.var.ctx, { limit, past })
    const { next: following } = pageOf(c, Array.from({ length: more ? limit + 1 : 0 }, () => past), limit, () => [past + limit])
    return c.json({ next: following, notices: notices.map(({ notice, says, detail }) => ({ id: notice.id as string, kind: notice.kind, good: notice.good, says, detail: detail ?? null, toldAt: notice.toldAt.toISOString() })) }, 200) // ids go out as text
  })

  api.openapi(createRoute({ method: 'get', path: '/work', tags, summary: 'Long work you set going, the newest first, at most 20', responses: { 200: json('Each with how far it is', z.object({ work: z.array(workShape) })) } }),
    async (c) => c.json({ work: (await listWork(c.var.ctx)).map(presentWork) }, 200))

  api.openapi(createRoute({ method: 'get', path: '/work/{id}', tags, summary: 'How far a piece of work is', request: { params }, responses: { 200: json('The work', workShape) } }), async (c) => {
    const id = idOf<'work'>(c.req.valid('param').id)
    const found = (await listWork(c.var.ctx, 200)).find((one) => one.id === id)
    if (!found) throw new NotFound()
    return c.json(presentWork(found), 200)
  })

  api.openapi(createRoute({ method: 'post', path: '/work/{id}/cancellation', tags, summary: 'Stop it at its next step', request: { params }, responses: { 204: { description: 'It will stop' } } }), async (c) => {
    if (!await cancelWork(c.var.ctx, idOf(c.req.valid('param').id))) throw new NotFound()
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'get', path: '/calendar', tags, summary: 'The days of the organisation you act for, and what waits for you, as a calendar (RFC 5545)', responses: { 200: { description: 'A calendar; send If-None-Match with its ETag to hear only of changes', content: { 'text/calendar': { schema: z.string() } } }, 304: { description: 'You have it already' } } }), async (c) => {
    const { ctx } = c.var
    if (!ctx.actor.person) throw new SignInFirst()
    return answerFeed(c, { text: icalOf({ name: 'Guildhall', entries: await ctx.read(listEntries) }), type: 'text/calendar', kept: 'private, no-cache' })
  })

  api.openapi(createRoute({ method: 'get', path: '/letters', tags, summary: 'How often you are written to for the organisation you act for', responses: { 200: json('Your choice', habit) } }), async (c) => {
    const { organisation, rhythm, writtenAt } = await readHabit(c.var.ctx)
    return c.json({ organisation, rhythm, writtenAt: writtenAt?.toISOString() ?? null }, 200)
  })

  api.openapi(createRoute({ method: 'put', path: '/letters', tags, summary: 'Weekly, monthly or never', request: body(z.strictObject({ rhythm: z.enum(RHYTHMS) })), responses: { 204: { description: 'Kept' } } }), async (c) => {
    await chooseRhythm(c.var.ctx, c.req.valid('json'))
    return c.body(null, 204)
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  if (!isId<Of>(text)) throw new NotFound()
  return text
}

function presentWork(row: Awaited<ReturnType<typeof listWork>>[number]): z.output<typeof workShape> {
  const { id, title, is, stages, stage, done, of, ending } = jobOf(row)
  return { id, title, is, stages: [...stages], stage, done: done ?? 0, of: of ?? null, said: ending ?? null, askedAt: row.asked_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null, stopping: is === 'running' && !!row.cancel_asked_at }
}
