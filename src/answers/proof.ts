import type { Sight } from '../organisations/index.ts'

/**
 * Proof is what stands behind a claim. This is the one place that says what counts: pages, the API, the directory and the engine all
 * read what comes out of here. The columns `stands_at` and `counts_until` of `proof` are its answers, written down (decision 10).
 *
 *   proven     something behind it stands today
 *   old proof  something behind it stood once
 *   claimed    nothing does, or the other side has not said yes
 */
export const PROOF_LEVELS = ['proven', 'old_proof', 'claimed'] as const
export type ProofLevel = (typeof PROOF_LEVELS)[number]
export const LEVEL_OF_PROOF: Readonly<Record<ProofLevel, string>> = { proven: 'Proven', old_proof: 'Old proof', claimed: 'Claimed' }

/** After so many years a job or a recommendation is old proof: people, prices and machines have changed. */
export const FRESH_YEARS = 3

export type Evidence =
  /** A job counts once its own party and somebody else who was there both say that it was so. */
  | { readonly is: 'job'; readonly finishedOn: string; readonly ownWordAt?: Date; readonly othersWordAt?: Date; readonly sight: Sight }
  | { readonly is: 'recommendation'; readonly saidOn: string; readonly givenAt?: Date; readonly takenAt?: Date; readonly sight: Sight }
  /** A paper has a number that can be looked up, so it stands by itself until it runs out. */
  | { readonly is: 'certificate'; readonly addedAt: Date; readonly issuedOn?: string; readonly expiresOn?: string; readonly sight: Sight }
  /** A figure is the owner’s own word: it supports a claim and never proves it. */
  | { readonly is: 'figure'; readonly addedAt: Date; readonly sight: Sight }

export type Standing = {
  readonly sight: Sight
  /** Since when others see it; absent while it waits for somebody’s word. */
  readonly standsAt?: Date
  /** The last day on which it proves; absent where it only supports. */
  readonly countsUntil?: string
}

export function standingOf(evidence: Evidence): Standing {
  const { sight } = evidence
  switch (evidence.is) {
    case 'job': return { sight, standsAt: later(evidence.ownWordAt, evidence.othersWordAt), countsUntil: yearsAfter(evidence.finishedOn, FRESH_YEARS) }
    case 'recommendation': return { sight, standsAt: later(evidence.givenAt, evidence.takenAt), countsUntil: yearsAfter(evidence.saidOn, FRESH_YEARS) }
    case 'certificate': return { sight, standsAt: evidence.addedAt, countsUntil: evidence.expiresOn ?? yearsAfter(evidence.issuedOn ?? dayOf(evidence.addedAt), FRESH_YEARS) }
    case 'figure': return { sight, standsAt: evidence.addedAt }
  }
}

/** How well a claim is proven on a day, from the proofs that the asker may see: a level never tells of what is not shown. */
export function levelOf(proofs: readonly Pick<Standing, 'standsAt' | 'countsUntil'>[], today: string): ProofLevel {
  const days = proofs.flatMap(({ standsAt, countsUntil }) => (standsAt && countsUntil ? [countsUntil] : []))
  if (days.some((day) => day >= today)) return 'proven'
  return days.length > 0 ? 'old_proof' : 'claimed'
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** The same day so many years on; 29 February becomes 28. */
export function yearsAfter(day: string, years: number): string {
  const [year, month, date] = [Number(day.slice(0, 4)) + years, day.slice(5, 7), day.slice(8, 10)]
  const leaps = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${String(year).padStart(4, '0')}-${month}-${month === '02' && date === '29' && !leaps ? '28' : date}`
}

/** The later of two words, once both are there. */
function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return undefined
  return one > other ? one : other
}
