import { KIND_WORDS, type Organisation } from '../../organisations/index.ts'
import type { Behind } from '../claim.ts'
import { LEVEL_OF_PROOF } from '../proof.ts'
import type { FaceCertificate, FaceClaim, PublicFace } from '../public-face.ts'

/** How a public page words what an organisation shows: pure, so that page, sheet, card and search engines say the same. */

const NOUNS: Readonly<Record<Behind['is'], readonly [string, string]>> = { job: ['job', 'jobs'], recommendation: ['recommendation', 'recommendations'], certificate: ['certificate', 'certificates'], figure: ['figure', 'figures'] }

/** What weighs most is named first; a figure only supports. */
const WEIGHT = ['job', 'recommendation', 'certificate', 'figure'] as const

/** "2 jobs, 1 recommendation": what stands behind a claim, of what the reader may see. */
export function behindInWords(claim: Pick<FaceClaim, 'proofs'>): string {
  const counted = Map.groupBy(claim.proofs, (proof) => proof.is)
  return WEIGHT.flatMap((is) => { const many = counted.get(is)?.length ?? 0; return many > 0 ? [`${many} ${NOUNS[is][many === 1 ? 0 : 1]}`] : [] }).join(', ')
}

/** "Proven: 2 jobs", "Old proof: 1 job", "Claimed". */
export function proofInWords(claim: Pick<FaceClaim, 'level' | 'proofs'>): string {
  const behind = behindInWords(claim)
  return behind && claim.level !== 'claimed' ? `${LEVEL_OF_PROOF[claim.level]}: ${behind}` : LEVEL_OF_PROOF[claim.level]
}

/** The sentence to be remembered by, and the rest. An answer whose first sentence is long is no headline: then all of it is the rest. */
export function headlineOf(words: string | undefined): { lead?: string; rest?: string } {
  if (!words) return {}
  const whole = words.trim()
  const first = /^[\s\S]*?[.!?](?=\s|$)/.exec(whole)?.[0] ?? whole
  if (first.length > 260) return { rest: whole }
  return { lead: first.replaceAll(/\s+/g, ' '), rest: whole.slice(first.length).trim() || undefined }
}

/** "Nether Pellow area (HV5)"; where only one of them is known or shown, that one. */
export function areaOf({ place }: Pick<Organisation, 'place'>): string | undefined {
  if (!place) return undefined
  const { town, district } = place
  if (town && district) return `${town} area (${district})`
  return town ?? (district ? `Around ${district}` : undefined)
}

/** "Sole trader · Nether Pellow area (HV5)". */
export function kindAndArea(organisation: Organisation): string {
  const kind = organisation.kind === 'other' ? undefined : KIND_WORDS[organisation.kind]
  return [kind, areaOf(organisation)].filter(Boolean).join(' · ')
}

export const answerOf = (face: PublicFace, question: 1 | 2 | 3 | 4): string | undefined => face.answers.find((one) => one.question === question)?.words

/** Only us and best at are what a page is for; can do is said in passing. */
export function claimsByWeight(face: PublicFace): { best: readonly FaceClaim[]; also: readonly FaceClaim[] } {
  const best = face.claims.filter((claim) => claim.strength !== 'can_do')
  return best.length > 0 ? { best, also: face.claims.filter((claim) => claim.strength === 'can_do') } : { best: face.claims, also: [] }
}

/** Those it has worked with, as far as both show it: partners in jobs, and those who speak for it. */
export function partnersOf(face: PublicFace): readonly { organisation: string; name: string }[] {
  const named = [
    ...face.jobs.flatMap((job) => job.with),
    ...face.recommendations.flatMap(({ from }) => (from.organisation && from.name ? [{ organisation: from.organisation, name: from.name }] : [])),
  ]
  return [...new Map(named.map(({ organisation, name }) => [organisation, { organisation, name }])).values()].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** What customers and partners said, in their own words. */
export function quotesOf(face: PublicFace): readonly { words: string; by: string }[] {
  return [
    ...face.recommendations.map(({ words, from }) => ({ words, by: from.name ?? 'A partner' })),
    ...face.jobs.flatMap(({ customer }) => (customer ? [{ words: customer.says, by: customer.name }] : [])),
  ]
}

/** Papers that have not run out. */
export const papersInForce = (face: PublicFace, today: string): readonly FaceCertificate[] => face.certificates.filter(({ expiresOn }) => !expiresOn || expiresOn >= today)

/** One line for lists of results and shared links. */
export function descriptionOf(face: PublicFace): string {
  const lead = headlineOf(answerOf(face, 4)).lead ?? face.organisation.line ?? headlineOf(answerOf(face, 3)).lead
  return (lead ?? `${face.organisation.name} on Guildhall.`).slice(0, 300)
}

/** Nothing but a name yet: the page says so kindly instead of showing headings without words. */
export const isBare = (face: PublicFace): boolean =>
  face.answers.length + face.claims.length + face.jobs.length + face.recommendations.length + face.certificates.length + face.figures.length === 0 && !face.organisation.story
