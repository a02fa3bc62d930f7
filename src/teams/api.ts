import { createRoute, z, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { getAsk, linkTo } from '../asks/index.ts'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { countBefore, next, pageOf, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebContext, WebEnv } from '../kit/web/env.ts'
import { entryShape, lineShape, presentEntry, presentLine, presentProposals, presentSeat, presentShare, presentTeam, presentView, proposalsShape, seatShape, shareShape, teamPage, teamShape } from './api-shapes.ts'
import { answerCapacity, askCapacity } from './ask-capacity.ts'
import { allProposals, lineView, openDesk, viewTeam } from './builder.ts'
import { addPart, changePart, removePart } from './change-part.ts'
import { changeWords, endTeam, finishTeam, takeOverBrief } from './finish-team.ts'
import { inviteToSeat } from './invite-to-seat.ts'
import { addEntry, removeEntry } from './keep-room.ts'
import { CHANGES } from './line-up.ts'
import { papersApi } from './papers-api.ts'
import { ENTRY_KINDS, listEntries } from './room-store.ts'
import { sayShare } from './say-share.ts'
import { getSeat } from './seat-store.ts'
import { listShares } from './share-store.ts'
import { startTeam } from './start-team.ts'
import { standIn } from './stand-in.ts'
import { agreeWords, proposeWords, sayProof, suggestAnother, suggestWords, takeSeat } from './take-seat.ts'
import { listTeams } from './team-store.ts'
import { askProof, leaveSeat, nudgeSeat, takeOwnParts, withdrawSeat } from './tend-seat.ts'
import { goBack, removeLineUp, tryAnother, tryChange } from './try-line-up.ts'
import { UNITS } from './workshare.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const made = z.object({ id: z.uuid() })
const tags = ['teams']
const done = { 204: { description: 'Done' } }
const ids = z.array(z.uuid())
const partWords = z.strictObject({ says: z.string(), capability: z.uuid().optional(), need: z.enum(['must', 'should']), size: z.string().optional(), startsOn: z.string().optional(), endsOn: z.string().optional(), district: z.string().optional(), details: z.string().optional(), needToKnow: z.boolean().optional() }).openapi('TeamPartWords')
const scopeWords = { purpose: z.string().optional(), scope: z.string().optional(), neverDiscussed: z.array(z.string()).optional() }
const invitationWords = z.strictObject({
  organisation: z.uuid().optional(), name: z.string().optional(), email: z.string().optional(), parts: ids, note: z.string().optional(), unit: z.enum(UNITS).optional(), shares: z.array(z.strictObject({ part: z.uuid(), figure: z.number().int() })).optional(),
  rivals: z.boolean().optional(), ...scopeWords,
}).openapi('SeatInvitation')
const because = z.strictObject({ because: z.string().optional() })

/** Teams as this token's person leads them or sits in them. */
export function teamsApi(api: OpenAPIHono<WebEnv>): void {
  readings(api)
  papersApi(api)
  api.openapi(createRoute({ method: 'post', path: '/teams', tags, summary: 'Start a team for a brief', request: body(z.strictObject({ network: z.uuid(), brief: z.uuid(), title: z.string().optional(), says: z.string().optional(), parts: ids.optional() })), responses: { 201: json('Started', made) } }),
    async (c) => c.json({ id: await startTeam(c.var.ctx, c.req.valid('json')) }, 201)) // ids go out as text
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/line-ups', tags, summary: 'Try another line-up beside the others', request: { params: z.object({ id: z.string() }), ...body(z.strictObject({ from: z.uuid().optional() })) }, responses: { 201: json('Made', made) } }),
    async (c) => { const { from } = c.req.valid('json'); return c.json({ id: (await tryAnother(c.var.ctx, idOf(c, 'id'), from as Id<'line-up'> | undefined)).line }, 201) }) // looked up before it is used; ids go out as text
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/line-ups/{line}/steps', tags, summary: 'What if: one click, kept as a step', request: { params: z.object({ id: z.string(), line: z.string() }), ...body(z.strictObject({ do: z.enum(CHANGES), organisation: z.uuid().optional(), part: z.uuid().optional(), members: ids.optional() })) }, responses: { 200: json('The line-up after it', lineShape) } }), async (c) => {
    const [id, line] = [idOf<'team'>(c, 'id'), idOf<'line-up'>(c, 'line')]
    await tryChange(c.var.ctx, id, line, c.req.valid('json'))
    return c.json(presentLine(await oneLine(c, id, line)), 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/line-ups/{line}/return', tags, summary: 'Go back to an earlier step, as one step more', request: { params: z.object({ id: z.string(), line: z.string() }), ...body(z.strictObject({ number: z.number().int() })) }, responses: { 200: json('The line-up after it', lineShape) } }), async (c) => {
    const [id, line] = [idOf<'team'>(c, 'id'), idOf<'line-up'>(c, 'line')]
    await goBack(c.var.ctx, id, line, c.req.valid('json').number)
    return c.json(presentLine(await oneLine(c, id, line)), 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/parts', tags, summary: 'Add a part', request: { params: z.object({ id: z.string() }), ...body(partWords) }, responses: { 201: json('Added', made) } }),
    async (c) => c.json({ id: await addPart(c.var.ctx, idOf(c, 'id'), c.req.valid('json')) }, 201)) // ids go out as text
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/seats', tags, summary: 'Invite an organisation, or make a link for anyone', request: { params: z.object({ id: z.string() }), ...body(invitationWords) }, responses: { 201: json('Asked, with the link to pass on', made.extend({ link: z.string() })) } }), async (c) => {
    const { seat } = await inviteToSeat(c.var.ctx, idOf(c, 'id'), c.req.valid('json'))
    const link = await c.var.ctx.read(async (tx) => { const { ask } = await getSeat(tx, (await standIn(tx, idOf(c, 'id'))).team, seat); return ask ? linkTo(tx, await getAsk(tx, ask)) : '' })
    return c.json({ id: seat, link }, 201) // ids go out as text
  })
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/own-parts', tags, summary: 'Take parts as the lead', request: { params: z.object({ id: z.string() }), ...body(z.strictObject({ parts: ids })) }, responses: { 201: json('Taken', made) } }),
    async (c) => c.json({ id: (await takeOwnParts(c.var.ctx, idOf(c, 'id'), c.req.valid('json'))).seat }, 201)) // ids go out as text
  api.openapi(createRoute({ method: 'post', path: '/teams/{id}/entries', tags, summary: 'Write something down in the team’s room; papers are handed in on the page', request: { params: z.object({ id: z.string() }), ...body(z.strictObject({ kind: z.enum(ENTRY_KINDS), says: z.string(), onDay: z.string().optional(), part: z.uuid().optional() })) }, responses: { 201: json('Written down', made) } }),
    async (c) => c.json({ id: await addEntry(c.var.ctx, idOf(c, 'id'), c.req.valid('json')) }, 201)) // ids go out as text
  for (const act of ACTS) {
    api.openapi(createRoute({ method: act.method, path: act.path, tags, summary: act.summary, request: { params: z.object(Object.fromEntries([...act.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, z.string()]))), ...(act.input && body(act.input)) }, responses: done } satisfies RouteConfig), async (c) => {
      await act.run(c, act.input ? c.req.valid('json' as never) : {}) // its own schema has read it
      return c.body(null, 204)
    })
  }
}

type Act = { readonly method: 'put' | 'post' | 'delete'; readonly path: string; readonly summary: string; readonly input?: z.ZodType; readonly run: (c: WebContext, input: unknown) => Promise<unknown> }

/** What is done and has nothing to say but that it was. */
const ACTS: readonly Act[] = [
  { method: 'put', path: '/teams/{id}', summary: 'Change the team’s words', input: z.strictObject({ title: z.string(), says: z.string() }), run: (c, input) => changeWords(c.var.ctx, idOf(c, 'id'), input) },
  { method: 'post', path: '/teams/{id}/brief-taking', summary: 'Take over what is new in the brief', run: (c) => takeOverBrief(c.var.ctx, idOf(c, 'id')) },
  { method: 'post', path: '/teams/{id}/finish', summary: 'The job is done', run: (c) => finishTeam(c.var.ctx, idOf(c, 'id')) },
  { method: 'post', path: '/teams/{id}/ending', summary: 'End the team', input: because, run: (c, input) => endTeam(c.var.ctx, idOf(c, 'id'), input) },
  { method: 'delete', path: '/teams/{id}/line-ups/{line}', summary: 'Put a line-up away', run: (c) => removeLineUp(c.var.ctx, idOf(c, 'id'), idOf(c, 'line')) },
  { method: 'put', path: '/teams/{id}/parts/{part}', summary: 'Change a part; its holder is asked whether it still stands', input: partWords, run: (c, input) => changePart(c.var.ctx, idOf(c, 'id'), idOf(c, 'part'), input) },
  { method: 'delete', path: '/teams/{id}/parts/{part}', summary: 'Take a part away', run: (c) => removePart(c.var.ctx, idOf(c, 'id'), idOf(c, 'part')) },
  { method: 'post', path: '/teams/{id}/capacity', summary: 'Ask an organisation whether it has room', input: z.strictObject({ organisation: z.uuid() }), run: (c, input) => askCapacity(c.var.ctx, idOf(c, 'id'), input) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/nudge', summary: 'Remind of an invitation, once', run: (c) => nudgeSeat(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat')) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/withdrawal', summary: 'Take an invitation back', run: (c) => withdrawSeat(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat')) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/leaving', summary: 'Leave the team, or end a seat as its lead', input: because, run: (c, input) => leaveSeat(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), input) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/words', summary: 'Put other words on purpose and scope to a rival', input: z.strictObject({ ...scopeWords, seen: z.number().int().optional() }), run: (c, input) => proposeWords(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), input) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/agreement', summary: 'Agree to the newest words', input: z.strictObject({ seen: z.number().int() }), run: (c, input) => agreeWords(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), input) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/parts/{part}/proof', summary: 'Say whether one’s own proof still stands', input: z.strictObject({ stands: z.boolean() }), run: (c, input) => sayProof(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), idOf(c, 'part'), input) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/parts/{part}/proof-request', summary: 'Ask a member whether its proof still stands', run: (c) => askProof(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), idOf(c, 'part')) },
  { method: 'post', path: '/teams/{id}/seats/{seat}/parts/{part}/share', summary: 'Say one’s own figure of what was promised or delivered', input: z.strictObject({ what: z.enum(['promised', 'delivered']), figure: z.number().int(), unit: z.enum(UNITS).optional() }), run: (c, input) => sayShare(c.var.ctx, idOf(c, 'id'), idOf(c, 'seat'), idOf(c, 'part'), input) },
  { method: 'delete', path: '/teams/{id}/entries/{entry}', summary: 'Take an entry away', run: (c) => removeEntry(c.var.ctx, idOf(c, 'id'), idOf(c, 'entry')) },
  { method: 'post', path: '/seat-answers/{token}', summary: 'Take the seat offered by this link', input: z.strictObject({ seen: z.number().int().optional(), agree: z.boolean().optional(), proof: ids.optional() }), run: (c, input) => takeSeat(c.var.ctx, c.req.param('token') ?? '', input) },
  { method: 'post', path: '/seat-answers/{token}/words', summary: 'Suggest other words on purpose and scope', input: z.strictObject({ ...scopeWords, seen: z.number().int().optional() }), run: (c, input) => suggestWords(c.var.ctx, c.req.param('token') ?? '', input) },
  { method: 'post', path: '/capacity-answers/{token}/{word}', summary: 'Say from when, or how far, there is room', input: z.strictObject({ fromOn: z.string().optional(), says: z.string().optional() }), run: (c, input) => answerCapacity(c.var.ctx, c.req.param('token') ?? '', c.req.param('word') ?? '', input) },
  { method: 'post', path: '/seat-answers/{token}/suggestion', summary: 'Suggest somebody better placed', input: z.strictObject({ suggests: z.string() }), run: (c, input) => suggestAnother(c.var.ctx, c.req.param('token') ?? '', input) },
]

function readings(api: OpenAPIHono<WebEnv>): void {
  const params = z.object({ id: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/teams', tags, summary: 'Teams you lead or sit in', request: { query: z.object({ over: z.enum(['yes']).optional(), ...paging }) }, responses: { 200: json('The newest first', z.object({ teams: z.array(teamShape), next })) } }), async (c) => {
    const { over, after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const page = pageOf(c, await c.var.ctx.read((tx) => listTeams(tx, { over: over === 'yes', past, most: limit + 1 })), limit, () => [past + limit])
    return c.json({ teams: page.rows.map(presentTeam), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}', tags, summary: 'A team, its parts and who holds them, as you may see it', request: { params }, responses: { 200: json('The team', teamPage) } }),
    async (c) => c.json(presentView(await viewTeam(c.var.ctx, idOf(c, 'id'))), 200))
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/line-ups', tags, summary: 'The lead’s line-ups, side by side', request: { params }, responses: { 200: json('Each with its cover', z.object({ lineUps: z.array(lineShape) })) } }),
    async (c) => { const desk = await openDesk(c.var.ctx, idOf(c, 'id')); return c.json({ lineUps: desk.lines.map((line) => presentLine(lineView(desk, line))) }, 200) })
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/line-ups/{line}/proposals', tags, summary: 'Teams proposed for a line-up’s choices, each proven best or with its bound', request: { params: params.extend({ line: z.string() }) }, responses: { 200: json('Proposals', proposalsShape) } }), async (c) => {
    const desk = await openDesk(c.var.ctx, idOf(c, 'id')), line = desk.lines.find((one) => one.id === c.req.param('line'))
    return c.json(presentProposals(allProposals(desk, line ?? notThere())), 200)
  })
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/seats/{seat}', tags, summary: 'A seat', request: { params: params.extend({ seat: z.string() }) }, responses: { 200: json('The seat', seatShape) } }),
    async (c) => c.json(presentSeat(await c.var.ctx.read(async (tx) => getSeat(tx, (await standIn(tx, idOf(c, 'id'))).team, idOf(c, 'seat')))), 200))
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/workshare', tags, summary: 'Promised and delivered, each side’s own figure', request: { params, query: z.object(paging) }, responses: { 200: json('Your lines; every line as the lead', z.object({ shares: z.array(shareShape), next })) } }), async (c) => {
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => listShares(tx, (await standIn(tx, idOf(c, 'id'))).team)), c.req.valid('query'))
    return c.json({ shares: page.rows.map(presentShare), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'get', path: '/teams/{id}/entries', tags, summary: 'What is written down in the team’s room', request: { params, query: z.object({ part: z.uuid().optional(), ...paging }) }, responses: { 200: json('The newest first', z.object({ entries: z.array(entryShape), next })) } }), async (c) => {
    const { part, after, limit } = c.req.valid('query')
    const past = countBefore(after)
    const entries = await c.var.ctx.read(async (tx) => listEntries(tx, (await standIn(tx, idOf(c, 'id'))).team, { part: part as Id<'team part'> | undefined, past, most: limit + 1 })) // read by its own schema
    const page = pageOf(c, entries, limit, () => [past + limit])
    return c.json({ entries: page.rows.map(presentEntry), next: page.next }, 200)
  })
}

async function oneLine(c: WebContext, id: Id<'team'>, line: Id<'line-up'>) {
  const desk = await openDesk(c.var.ctx, id)
  return lineView(desk, desk.lines.find((one) => one.id === line) ?? notThere())
}

function idOf<Of extends string>(c: Pick<WebContext, 'req'>, name: string): Id<Of> {
  const text = c.req.param(name as never) as unknown // each route names its own
  return isId<Of>(text) ? text : notThere()
}

function notThere(): never {
  throw new NotFound()
}
