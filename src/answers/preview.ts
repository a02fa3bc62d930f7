import { maySee, type Facts } from '../networks/index.ts'
import type { Organisation } from '../organisations/index.ts'
import type { Answer, Question } from './answer.ts'
import type { Claim } from './claim.ts'

/** How the page looks to somebody else: worked out from our own rows by the same rule that shows them. */
export const VIEWERS = ['anyone', 'member', 'partner'] as const
export type ViewerKind = (typeof VIEWERS)[number]
export const VIEWER_WORDS: Readonly<Record<ViewerKind, string>> = { anyone: 'Anyone', member: 'A member', partner: 'A partner' }

const FACTS: Readonly<Record<ViewerKind, Facts>> = {
  anyone: { ours: false, partner: false, sharesNetwork: false, granted: false },
  member: { ours: false, partner: false, sharesNetwork: true, granted: false },
  partner: { ours: false, partner: true, sharesNetwork: false, granted: false },
}

export type Preview = { readonly pageShown: boolean; readonly place?: string; readonly answerShown: boolean; readonly words?: string; readonly claims: readonly Claim[] }

/** Our own claims carry all their proof; a level that rests on proof they are not shown would promise too much, so only names are given. */
export function previewFor(viewer: ViewerKind, organisation: Organisation, question: Question, answers: readonly Answer[], claims: readonly Claim[]): Preview {
  const facts = FACTS[viewer]
  if (!maySee(organisation.sight, facts)) return { pageShown: false, answerShown: false, claims: [] }
  const answer = answers.find((one) => one.question === question)
  const { place } = organisation
  return {
    pageShown: true, place: place && maySee(place.sight, facts) ? place.district : undefined,
    answerShown: !answer || maySee(answer.sight, facts), words: answer && maySee(answer.sight, facts) ? answer.words : undefined, claims: claims.filter((claim) => maySee(claim.sight, facts)),
  }
}

/** The widest circle that sees this answer: whom one writes for. */
export function widestViewer(organisation: Organisation, question: Question, answers: readonly Answer[]): ViewerKind {
  const sight = answers.find((one) => one.question === question)?.sight ?? 'network'
  return VIEWERS.find((one) => maySee(organisation.sight, FACTS[one]) && maySee(sight, FACTS[one])) ?? 'anyone'
}
