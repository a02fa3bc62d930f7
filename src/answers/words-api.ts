import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { sendFile } from '../kit/files.ts'
import { NotAllowed, NotFound } from '../kit/refusal.ts'
import { body, done, idOf, json, next, pageOfAll, paging } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { getNetwork } from '../networks/index.ts'
import { getOrganisationToKeep } from '../organisations/index.ts'
import { readCertificateFile } from './add-paper.ts'
import { adoptWords } from './adopt-words.ts'
import { asQuestion, type Question } from './answer.ts'
import { listDismissed, listSuggestions, listVersions } from './answer-store.ts'
import { listFreeWords } from './claim-store.ts'
import { dismissNote } from './dismiss-note.ts'
import { removeClaim } from './keep-claims.ts'
import { forgetUse, rememberUse } from './public/keep-statements.ts'
import { PARTS } from './public/statement.ts'
import { listUses } from './public/statement-store.ts'
import { restoreVersion } from './save-answer.ts'
import { askSecondLook, takeSuggestion } from './second-look.ts'
import { mayAnswerFor } from './who-may.ts'

const tags = ['answers']
const params = z.object({ id: z.string() })
const about = params.extend({ question: z.string() })
const query = z.object(paging)
const moment = z.iso.datetime()

/** What stands around an answer: earlier versions, second looks, notes put away; the network’s own words; papers and statements. */
export function wordsApi(api: OpenAPIHono<WebEnv>): void {
  versionsApi(api)
  looksApi(api)
  notesApi(api)
  freeWordsApi(api)
  statementsApi(api)
}

function versionsApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/answers/{question}/versions', tags, summary: 'Earlier versions of an answer', request: { params: about, query }, responses: { 200: json('The latest first', z.object({ versions: z.array(z.object({ id: z.uuid(), words: z.string(), savedAt: moment, replacedAt: moment })), next })) } }), async (c) => {
    const { id, question } = c.req.valid('param')
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { const organisation = await getOrganisationToKeep(tx, idOf(id), mayAnswerFor); return listVersions(tx, organisation.id, questionOf(question), 500) }), c.req.valid('query'))
    return c.json({ versions: page.rows.map((one) => ({ id: one.id as string, words: one.words, savedAt: one.savedAt.toISOString(), replacedAt: one.replacedAt.toISOString() })), next: page.next }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/answers/{question}/versions/{version}/return', tags, summary: 'Bring an earlier version back', request: { params: about.extend({ version: z.string() }) }, responses: done('It stands again; what stood there is an earlier version') }), async (c) => {
    const { id, question, version } = c.req.valid('param')
    await restoreVersion(c.var.ctx, idOf(id), questionOf(question), idOf(version))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/claims/{claim}/return', tags, summary: 'Bring a removed claim back', request: { params: params.extend({ claim: z.string() }) }, responses: done('Claimed again') }), async (c) => {
    const { id, claim } = c.req.valid('param')
    await removeClaim(c.var.ctx, idOf(id), idOf(claim), true)
    return c.body(null, 204)
  })
}

function looksApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/answers/{question}/second-looks', tags, summary: 'Ask somebody to look at an answer and suggest words', request: { params: about, ...body(z.strictObject({ name: z.string(), email: z.string().optional(), note: z.string().optional() }).openapi('SecondLookWords')) }, responses: { 201: json('Asked, with the link to pass on', z.object({ name: z.string(), link: z.string() })) } }), async (c) => {
    const { id, question } = c.req.valid('param')
    const { name, link } = await askSecondLook(c.var.ctx, idOf(id), questionOf(question), c.req.valid('json'))
    return c.json({ name, link }, 201)
  })
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/suggestions', tags, summary: 'Words that were suggested and wait for a look', request: { params, query }, responses: { 200: json('The oldest first', z.object({ suggestions: z.array(z.object({ id: z.uuid(), question: z.int(), from: z.string(), words: z.string(), note: z.string().nullable(), madeAt: moment })), next })) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, id, mayAnswerFor); return listSuggestions(tx, id) }), c.req.valid('query'))
    return c.json({ suggestions: page.rows.map((one) => ({ id: one.id as string, question: one.question, from: one.from, words: one.words, note: one.note ?? null, madeAt: one.madeAt.toISOString() })), next: page.next }, 200) // ids go out as text
  })
  for (const [end, take, summary] of [['taking', true, 'Take suggested words as the answer'], ['putting-away', false, 'Put suggested words away']] as const) {
    api.openapi(createRoute({ method: 'post', path: `/organisations/{id}/suggestions/{suggestion}/${end}`, tags, summary, request: { params: params.extend({ suggestion: z.string() }) }, responses: done('Done') }), async (c) => {
      const { id, suggestion } = c.req.valid('param' as never) as { id: string; suggestion: string } // its own schema has read it
      await takeSuggestion(c.var.ctx, idOf(id), idOf(suggestion), take)
      return c.body(null, 204)
    })
  }
}

function notesApi(api: OpenAPIHono<WebEnv>): void {
  const note = z.strictObject({ kind: z.string(), words: z.string().optional() }).openapi('NoteOnAnAnswer')
  const path = '/organisations/{id}/answers/{question}/dismissed-notes'
  api.openapi(createRoute({ method: 'get', path, tags, summary: 'Notes on an answer that were put away', request: { params: about, query }, responses: { 200: json('By kind', z.object({ notes: z.array(z.object({ kind: z.string(), words: z.string() })), next })) } }), async (c) => {
    const { id, question } = c.req.valid('param')
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { const organisation = await getOrganisationToKeep(tx, idOf(id), mayAnswerFor); return listDismissed(tx, organisation.id, questionOf(question)) }), c.req.valid('query'))
    return c.json({ notes: page.rows.map(({ kind, words }) => ({ kind, words })), next: page.next }, 200)
  })
  for (const [end, back, summary] of [['', false, 'Put a note away for good'], ['/return', true, 'Bring a note back']] as const) {
    api.openapi(createRoute({ method: 'post', path: `${path}${end}` as typeof path, tags, summary, request: { params: about, ...body(note) }, responses: done('Done') }), async (c) => {
      const { id, question } = c.req.valid('param')
      await dismissNote(c.var.ctx, idOf(id), questionOf(question), c.req.valid('json'), back)
      return c.body(null, 204)
    })
  }
}

function freeWordsApi(api: OpenAPIHono<WebEnv>): void {
  const inNetwork = z.object({ slug: z.string() })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/free-words', tags, summary: 'What members claim in words of their own', request: { params: inNetwork, query }, responses: { 200: json('The most used first', z.object({ words: z.array(z.object({ words: z.string(), members: z.int() })), next })) } }), async (c) => {
    const all = await c.var.ctx.read(async (tx) => {
      const network = await getNetwork(tx, c.req.valid('param').slug)
      if (!network.organises) throw new NotAllowed('Organisers tend the words of a network.', 'Ask one of them; they are named on its page.')
      return listFreeWords(tx, network.id, 1000)
    })
    const page = pageOfAll(c, all, c.req.valid('query'))
    return c.json({ words: page.rows.map((one) => ({ words: one.words, members: one.members })), next: page.next }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/free-words', tags, summary: 'Take words of members into the vocabulary', request: { params: inNetwork, ...body(z.strictObject({ words: z.string(), capability: z.uuid().optional() }).openapi('WordsToAdopt')) }, responses: { 200: json('How many claims now use it', z.object({ claims: z.int() })) } }),
    async (c) => c.json({ claims: await adoptWords(c.var.ctx, c.req.valid('param').slug, c.req.valid('json')) }, 200))
}

function statementsApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/certificates/{certificate}/file', tags, summary: 'The paper of a certificate', request: { params: params.extend({ certificate: z.string() }) }, responses: { 200: { description: 'A PDF or a picture', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } }, 'image/png': { schema: { type: 'string', format: 'binary' } }, 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } } } }),
    async (c) => sendFile(c, await readCertificateFile(c.var.ctx, idOf(c.req.param('id')), idOf(c.req.param('certificate')))) as never) // a file has no type of its own here
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/statement-uses', tags, summary: 'Which parts go into the statement, for each use of it', request: { params, query }, responses: { 200: json('By name', z.object({ uses: z.array(z.object({ id: z.uuid(), name: z.string(), part: z.array(z.enum(PARTS)) })), next })) } }), async (c) => {
    const id = idOf<'organisation'>(c.req.valid('param').id)
    const page = pageOfAll(c, await c.var.ctx.read(async (tx) => { await getOrganisationToKeep(tx, id, mayAnswerFor); return listUses(tx, id) }), c.req.valid('query'))
    return c.json({ uses: page.rows.map((one) => ({ id: one.id as string, name: one.name, part: [...one.parts] })), next: page.next }, 200) // ids go out as text
  })
  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/statement-uses', tags, summary: 'Remember which parts go into the statement for one use', request: { params, ...body(z.strictObject({ name: z.string(), part: z.array(z.enum(PARTS)) }).openapi('StatementUse')) }, responses: done('Remembered') }), async (c) => {
    await rememberUse(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/statement-uses/{use}', tags, summary: 'Forget a use', request: { params: params.extend({ use: z.string() }) }, responses: done('Forgotten') }), async (c) => {
    const { id, use } = c.req.valid('param')
    await forgetUse(c.var.ctx, idOf(id), idOf(use))
    return c.body(null, 204)
  })
}

function questionOf(text: string): Question {
  const question = asQuestion(text)
  if (!question) throw new NotFound()
  return question
}
