import type { ReactNode } from 'react'
import { Day, State } from '../../ui/index.ts'
import { LEVEL_OF_PROOF, type ProofLevel } from '../proof.ts'
import type { Behind, Proof } from '../claim.ts'
import type { Job } from '../job.ts'
import type { Certificate, Figure } from '../paper-store.ts'
import { BASIS_WORDS, type Recommendation } from '../recommendation.ts'

const SHAPE = { proven: 'full', old_proof: 'half', claimed: 'ring' } as const
const TONE = { proven: 'good', old_proof: 'care', claimed: 'plain' } as const

/** How well a claim is proven: in a word, with a shape. */
export function Level({ level }: { level: ProofLevel }) {
  return <State shape={SHAPE[level]} tone={TONE[level]}>{LEVEL_OF_PROOF[level]}</State>
}

export type Things = { readonly jobs: readonly Job[]; readonly recommendations: readonly Recommendation[]; readonly certificates: readonly Certificate[]; readonly figures: readonly Figure[] }

/** What a proof is, in a line for its owner: what it says, and whose word it waits for. */
export function wordsOfProof({ behind }: Proof, things: Things): { title: string; detail: ReactNode; notes: readonly string[] } {
  const missing = { title: 'Something that was taken away', detail: '', notes: [] }
  switch (behind.is) {
    case 'job': {
      const job = find(things.jobs, behind)
      if (!job) return missing
      const asked = [...job.parties.filter((party) => !party.confirmedAt && !party.declined).map((party) => party.name ?? 'a partner'), ...(job.witnesses ?? []).filter((one) => !one.confirmedAt && !one.declinedAt).map((one) => one.name)]
      const notes = [
        ...(asked.length > 0 ? [`Waiting for the word of ${asked.join(', ')}.`] : []),
        ...job.parties.flatMap((party) => (party.declined ? [`${party.name ?? 'A partner'} does not remember it so.${party.declined.note ? ` “${party.declined.note}”` : ''}`] : [])),
        ...(job.witnesses ?? []).flatMap((one) => (one.declinedAt ? [`${one.name} does not remember it so.${one.note ? ` “${one.note}”` : ''}`] : [])),
        ...(job.witnesses ?? []).flatMap((one) => (one.confirmedAt ? [`${one.name} says that it was so.`] : [])),
      ]
      return { title: job.what, detail: <>Job{job.forWhom && `, for ${job.forWhom}`}, finished on <Day on={job.finishedOn} /></>, notes }
    }
    case 'recommendation': {
      const one = find(things.recommendations, behind)
      if (!one) return missing
      const from = one.from.name ?? 'a partner'
      const waiting = one.declined ? [`${from} would not put it so.${one.declined.note ? ` “${one.declined.note}”` : ''}`] : one.givenAt ? [] : [`Waiting for the word of ${from}.`]
      return { title: `“${one.words}”`, detail: <>Recommendation by {from}, <Day on={one.saidOn} />. {BASIS_WORDS[one.basis]}.</>, notes: waiting }
    }
    case 'certificate': {
      const one = find(things.certificates, behind)
      return one ? { title: one.name, detail: <>Certificate{one.number && ` ${one.number}`}, issued by {one.issuedBy}{one.expiresOn && <>, runs out on <Day on={one.expiresOn} /></>}</>, notes: [] } : missing
    }
    case 'figure': {
      const one = find(things.figures, behind)
      return one ? { title: one.says, detail: <>Figure, <Day on={one.on} />. Source: {one.source}</>, notes: ['A figure supports a claim. A job, a recommendation or a certificate proves it.'] } : missing
    }
  }
}

function find<T extends { readonly id: string }>(list: readonly T[], behind: Behind): T | undefined {
  return list.find((one) => one.id === behind.id)
}
