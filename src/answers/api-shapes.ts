import { z } from '@hono/zod-openapi'
import { next } from '../kit/web/api.ts'
import { SIGHT_WORDS } from '../organisations/index.ts'
import { STRENGTHS, type Claim } from './claim.ts'
import { VALUE_BANDS } from './job.ts'
import type { PublicFace } from './public-face.ts'
import { PROOF_LEVELS } from './proof.ts'
import { BASES } from './recommendation.ts'

/** What programs are given and may send, as documented. What is absent or not shown is null. */
const sight = z.enum(SIGHT_WORDS)
const behind = z.object({ is: z.enum(['job', 'recommendation', 'certificate', 'figure']), id: z.uuid() })
const claimShape = z.object({
  id: z.uuid(), network: z.uuid().nullable(), capability: z.uuid().nullable(), title: z.string(), strength: z.enum(STRENGTHS), says: z.string().nullable(),
  capacity: z.object({ says: z.string().nullable(), from: z.iso.date().nullable(), until: z.iso.date().nullable() }).nullable(),
  confirmedAt: z.iso.datetime(), level: z.enum(PROOF_LEVELS), proofs: z.array(behind),
}).openapi('Claim')

export const face = z.object({
  answers: z.array(z.object({ question: z.number().int(), words: z.string(), savedAt: z.iso.datetime() })),
  claims: z.array(claimShape),
  jobs: z.array(z.object({
    id: z.uuid(), what: z.string(), forWhom: z.string().nullable(), finishedOn: z.iso.date(), customer: z.object({ says: z.string(), name: z.string() }).nullable(), did: z.string().nullable(),
    with: z.array(z.object({ organisation: z.uuid(), name: z.string(), did: z.string().nullable() })),
  })),
  recommendations: z.array(z.object({ id: z.uuid(), from: z.object({ organisation: z.uuid().nullable(), name: z.string().nullable() }), basis: z.enum(BASES), words: z.string(), saidOn: z.iso.date() })),
  certificates: z.array(z.object({ id: z.uuid(), name: z.string(), number: z.string().nullable(), issuedBy: z.string(), expiresOn: z.iso.date().nullable() })),
  figures: z.array(z.object({ id: z.uuid(), says: z.string(), source: z.string(), on: z.iso.date() })),
}).openapi('Answers')

export const memberClaims = z.object({ members: z.array(z.object({ organisation: z.uuid(), name: z.string(), claims: z.array(claimShape) })), next })
export const answerWords = z.strictObject({ words: z.string(), sight: sight.optional() }).openapi('AnswerWords')
export const claimWords = z.strictObject({
  network: z.uuid().optional(), capability: z.uuid().optional(), words: z.string().optional(), strength: z.enum(STRENGTHS), says: z.string().optional(),
  capacitySays: z.string().optional(), capacityFrom: z.string().optional(), capacityUntil: z.string().optional(), sight: sight.optional(),
}).openapi('ClaimWords')
export const jobWords = z.strictObject({
  what: z.string(), forWhom: z.string().optional(), finishedOn: z.string(), did: z.string().optional(), value: z.enum(VALUE_BANDS).optional(), partners: z.array(z.uuid()).optional(),
  witnessName: z.string().optional(), witnessEmail: z.string().optional(), claim: z.uuid().optional(), sight: sight.optional(),
}).openapi('JobWords')
export const givenWords = z.strictObject({ basis: z.enum(BASES), words: z.string(), claim: z.uuid().optional(), public: z.boolean().optional() }).openapi('GivenRecommendationWords')
export const recommendationWords = z.strictObject({
  from: z.uuid().optional(), fromName: z.string().optional(), fromEmail: z.string().optional(), basis: z.enum(BASES), words: z.string(), saidOn: z.string(), public: z.boolean().optional(), claim: z.uuid(),
}).openapi('RecommendationWords')
export const certificateWords = z.strictObject({
  name: z.string(), number: z.string().optional(), issuedBy: z.string(), issuedOn: z.string().optional(), expiresOn: z.string().optional(), sight: sight.optional(), claim: z.uuid(),
}).openapi('CertificateWords')
export const figureWords = z.strictObject({ says: z.string(), source: z.string(), on: z.string(), sight: sight.optional(), claim: z.uuid() }).openapi('FigureWords')

type Told = Pick<Claim, 'id' | 'network' | 'capability' | 'title' | 'strength' | 'says' | 'capacity' | 'confirmedAt' | 'level'>

export function presentClaim(claim: Told & { readonly proofs: PublicFace['claims'][number]['proofs'] }) {
  const { capacity } = claim
  return {
    id: claim.id as string, network: (claim.network ?? null) as string | null, capability: (claim.capability ?? null) as string | null, title: claim.title, strength: claim.strength, says: claim.says ?? null, // ids go out as text
    capacity: capacity ? { says: capacity.says ?? null, from: capacity.from ?? null, until: capacity.until ?? null } : null,
    confirmedAt: claim.confirmedAt.toISOString(), level: claim.level, proofs: claim.proofs.map(({ is, id }) => ({ is, id: id as string })),
  }
}

export function presentFace({ answers, claims, jobs, recommendations, certificates, figures }: PublicFace) {
  return {
    answers: answers.map(({ question, words, savedAt }) => ({ question: question as number, words, savedAt: savedAt.toISOString() })),
    claims: claims.map(presentClaim),
    jobs: jobs.map((job) => ({
      id: job.id as string, what: job.what, forWhom: job.forWhom ?? null, finishedOn: job.finishedOn, customer: job.customer ?? null, did: job.did ?? null, // ids go out as text
      with: job.with.map(({ organisation, name, did }) => ({ organisation: organisation as string, name, did: did ?? null })),
    })),
    recommendations: recommendations.map(({ id, from, basis, words, saidOn }) => ({ id: id as string, from: { organisation: (from.organisation ?? null), name: from.name ?? null }, basis, words, saidOn })),
    certificates: certificates.map(({ id, name, number, issuedBy, expiresOn }) => ({ id: id as string, name, number: number ?? null, issuedBy, expiresOn: expiresOn ?? null })),
    figures: figures.map(({ id, says, source, on }) => ({ id: id as string, says, source, on })),
  }
}
