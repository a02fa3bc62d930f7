import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisation, type Organisation } from '../organisations/index.ts'
import { listAnswers } from './answer-store.ts'
import type { Question } from './answer.ts'
import { listClaims } from './claim-store.ts'
import type { Behind, Capacity, Strength } from './claim.ts'
import { listJobs } from './job-store.ts'
import { listCertificates, listFigures } from './paper-store.ts'
import type { ProofLevel } from './proof.ts'
import type { Basis } from './recommendation.ts'
import { listRecommendations } from './recommendation-store.ts'

/**
 * Everything of an organisation's answers that this asker may see, in one shape: an allow-list, so that a new column is not shown by
 * accident. The public page, the one-page statement, the API and exports are made of it. Values of jobs, notes of witnesses, levels of
 * clarity and what waits for somebody's word are never in it.
 */
export type PublicFace = {
  readonly organisation: Organisation
  readonly answers: readonly { readonly question: Question; readonly words: string; readonly savedAt: Date }[]
  /** Only us first, then best at, then can do. */
  readonly claims: readonly FaceClaim[]
  /** The latest first. */
  readonly jobs: readonly FaceJob[]
  readonly recommendations: readonly FaceRecommendation[]
  readonly certificates: readonly FaceCertificate[]
  readonly figures: readonly FaceFigure[]
}

export type FaceClaim = {
  readonly id: Id<'claim'>
  readonly network?: Id<'network'>
  readonly capability?: Id<'capability'>
  readonly title: string
  readonly strength: Strength
  readonly says?: string
  readonly capacity?: Capacity
  readonly confirmedAt: Date
  readonly level: ProofLevel
  /** What stands behind it, to be found in the lists below by id. */
  readonly proofs: readonly Behind[]
}
export type FaceJob = {
  readonly id: Id<'job'>
  readonly what: string
  readonly forWhom?: string
  readonly finishedOn: string
  readonly customer?: { readonly says: string; readonly name: string }
  readonly did?: string
  /** Those who did it together with this one, of those who confirmed it and show it. */
  readonly with: readonly { readonly organisation: Id<'organisation'>; readonly name: string; readonly did?: string }[]
}
export type FaceRecommendation = { readonly id: Id<'recommendation'>; readonly from: { readonly organisation?: Id<'organisation'>; readonly name?: string }; readonly basis: Basis; readonly words: string; readonly saidOn: string }
export type FaceCertificate = { readonly id: Id<'certificate'>; readonly name: string; readonly number?: string; readonly issuedBy: string; readonly expiresOn?: string; readonly file?: Id<'file'> }
export type FaceFigure = { readonly id: Id<'figure'>; readonly says: string; readonly source: string; readonly on: string }

/** Refuses where the page itself is not shown to the asker. */
export async function readPublicFace(tx: Tx, id: Id<'organisation'>): Promise<PublicFace> {
  const organisation = await getOrganisation(tx, id)
  const [answers, claims, jobs, recommendations, certificates, figures] = [
    await listAnswers(tx, id), await listClaims(tx, id), await listJobs(tx, id), await listRecommendations(tx, id), await listCertificates(tx, id), await listFigures(tx, id),
  ]
  return {
    organisation,
    answers: answers.map(({ question, words, savedAt }) => ({ question, words, savedAt })),
    claims: claims.map((claim) => ({
      id: claim.id, network: claim.network, capability: claim.capability, title: claim.title, strength: claim.strength, says: claim.says, capacity: claim.capacity,
      confirmedAt: claim.confirmedAt, level: claim.level, proofs: claim.proofs.filter((proof) => proof.standsAt).map((proof) => proof.behind),
    })),
    jobs: jobs.flatMap((job) => {
      const own = job.parties.find((party) => party.organisation === id)
      if (!own?.confirmedAt) return []
      const others = job.parties.flatMap((party) => (party.organisation !== id && party.confirmedAt && party.name ? [{ organisation: party.organisation, name: party.name, did: party.did }] : []))
      return [{ id: job.id, what: job.what, forWhom: job.forWhom, finishedOn: job.finishedOn, customer: job.customer, did: own.did, with: others }]
    }),
    recommendations: recommendations.filter((one) => one.givenAt && one.takenAt).map(({ id: own, from, basis, words, saidOn }) => ({ id: own, from, basis, words, saidOn })),
    certificates: certificates.map(({ id: own, name, number, issuedBy, expiresOn, file }) => ({ id: own, name, number, issuedBy, expiresOn, file })),
    figures: figures.map(({ id: own, says, source, on }) => ({ id: own, says, source, on })),
  }
}
