import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isId, type Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { pageOf, paging, placeAfter } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { getNetwork } from '../networks/index.ts'
import { addCertificate, addFigure } from './add-paper.ts'
import { asQuestion } from './answer.ts'
import { answerWords, certificateWords, claimWords, face, figureWords, givenWords, jobWords, memberClaims, presentClaim, presentFace, recommendationWords } from './api-shapes.ts'
import { STRENGTHS } from './claim.ts'
import { listClaimsIn } from './directory-store.ts'
import { giveRecommendation } from './give-recommendation.ts'
import { addClaim, changeClaim, confirmClaims, removeClaim } from './keep-claims.ts'
import { noteJob } from './note-job.ts'
import { readPublicFace } from './public-face.ts'
import { askRecommendation } from './recommend.ts'
import { removeProof } from './remove-proof.ts'
import { saveAnswer } from './save-answer.ts'
import { wordsApi } from './words-api.ts'

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({ description, content: { 'application/json': { schema } } })
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { content: { 'application/json': { schema } }, required: true } })
const params = z.object({ id: z.string() })
const ofClaim = params.extend({ claim: z.string() })
const made = z.object({ id: z.uuid() })
const tags = ['answers']

/** Answers, claims and proof as this token's person may see and change them. */
export function answersApi(api: OpenAPIHono<WebEnv>): void {
  wordsApi(api)
  api.openapi(createRoute({ method: 'get', path: '/organisations/{id}/answers', tags, summary: 'What an organisation answers, claims and can prove, as you may see it', request: { params }, responses: { 200: json('What is shown to you', face) } }),
    async (c) => c.json(presentFace(await c.var.ctx.read((tx) => readPublicFace(tx, idOf(c.req.valid('param').id)))), 200))

  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/answers/{question}', tags, summary: 'Save an answer', request: { params: params.extend({ question: z.string() }), ...body(answerWords) }, responses: { 204: { description: 'Saved; what stood there is an earlier version' } } }), async (c) => {
    const { id, question } = c.req.valid('param')
    await saveAnswer(c.var.ctx, idOf(id), asQuestion(question) ?? notThere(), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/claims', tags, summary: 'Claim a capability', request: { params, ...body(claimWords) }, responses: { 201: json('Claimed', made) } }),
    async (c) => c.json({ id: (await addClaim(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))) }, 201)) // ids go out as text

  api.openapi(createRoute({ method: 'put', path: '/organisations/{id}/claims/{claim}', tags, summary: 'Change a claim, which also confirms it', request: { params: ofClaim, ...body(claimWords) }, responses: { 204: { description: 'Changed' } } }), async (c) => {
    const { id, claim } = c.req.valid('param')
    await changeClaim(c.var.ctx, idOf(id), idOf(claim), c.req.valid('json'))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/claims/{claim}', tags, summary: 'Remove a claim; it is kept for 30 days', request: { params: ofClaim }, responses: { 204: { description: 'Removed' } } }), async (c) => {
    const { id, claim } = c.req.valid('param')
    await removeClaim(c.var.ctx, idOf(id), idOf(claim))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/claims/{claim}/confirmation', tags, summary: 'Say that a claim is still true', request: { params: ofClaim }, responses: { 204: { description: 'Confirmed as of now' } } }), async (c) => {
    const { id, claim } = c.req.valid('param')
    await confirmClaims(c.var.ctx, idOf(id), idOf(claim))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'delete', path: '/organisations/{id}/claims/{claim}/proof/{proof}', tags, summary: 'Take a proof away from a claim', request: { params: ofClaim.extend({ proof: z.string() }) }, responses: { 204: { description: 'Taken away' } } }), async (c) => {
    const { id, claim, proof } = c.req.valid('param')
    await removeProof(c.var.ctx, idOf(id), idOf(claim), idOf(proof))
    return c.body(null, 204)
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/jobs', tags, summary: 'Note a finished job; those who were there are asked', request: { params, ...body(jobWords) }, responses: { 201: json('Noted, with the links to pass on', made.extend({ links: z.array(z.object({ name: z.string(), link: z.string() })) })) } }), async (c) => {
    const { job, links } = await noteJob(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ id: job, links: [...links] }, 201) // ids go out as text
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/recommendations', tags, summary: 'Quote what somebody said; they are asked', request: { params, ...body(recommendationWords) }, responses: { 201: json('Asked, with the link to pass on where they are not here', made.extend({ link: z.string().nullable() })) } }), async (c) => {
    const asked = await askRecommendation(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))
    return c.json({ id: asked.id, link: asked.link?.link ?? null }, 201) // ids go out as text
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/given-recommendations/{about}', tags, summary: 'Recommend another organisation first hand; they are asked whether they take it', request: { params: params.extend({ about: z.string() }), ...body(givenWords) }, responses: { 201: json('Given, and waiting for their word', made) } }), async (c) => {
    const { id, about } = c.req.valid('param')
    return c.json({ id: (await giveRecommendation(c.var.ctx, idOf(id), idOf(about), c.req.valid('json'))) }, 201) // ids go out as text
  })

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/certificates', tags, summary: 'Add a certificate; its paper is handed in on the page', request: { params, ...body(certificateWords) }, responses: { 201: json('Added as proof', made) } }),
    async (c) => c.json({ id: (await addCertificate(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))) }, 201)) // ids go out as text

  api.openapi(createRoute({ method: 'post', path: '/organisations/{id}/figures', tags, summary: 'Add a figure with its source', request: { params, ...body(figureWords) }, responses: { 201: json('Added beside the claim', made) } }),
    async (c) => c.json({ id: (await addFigure(c.var.ctx, idOf(c.req.valid('param').id), c.req.valid('json'))) }, 201)) // ids go out as text

  const query = z.object({ capability: z.string().optional(), strength: z.enum(STRENGTHS).optional(), words: z.string().max(200).optional(), proven: z.enum(['yes']).optional(), freeOn: z.iso.date().optional(), ...paging })
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/claims', tags, summary: 'Members by what they claim', request: { params: z.object({ slug: z.string() }), query }, responses: { 200: json('By name', memberClaims) } }), async (c) => {
    const { capability, strength, words, proven, freeOn, after, limit } = c.req.valid('query')
    const [name, organisation] = placeAfter(after, z.tuple([z.string().max(300), z.uuid()])) ?? []
    const found = await c.var.ctx.read(async (tx) => listClaimsIn(tx, (await getNetwork(tx, c.req.valid('param').slug)).id, {
      capabilities: capability ? [idOf(capability)] : undefined, strengths: strength && [strength], words, proven: proven === 'yes', freeOn,
      after: name !== undefined && organisation ? { name, organisation: idOf(organisation) } : undefined, limit: limit + 1,
    }))
    const page = pageOf(c, found.members, limit, (last) => [last.name, last.organisation])
    return c.json({ members: page.rows.map(({ organisation, name, claims }) => ({ organisation: organisation as string, name, claims: claims.map((claim) => presentClaim({ ...claim, proofs: claim.proofs.map((proof) => proof.behind) })) })), next: page.next }, 200) // ids go out as text
  })
}

function idOf<Of extends string>(text: string): Id<Of> {
  return isId<Of>(text) ? text : notThere()
}

function notThere(): never {
  throw new NotFound()
}
