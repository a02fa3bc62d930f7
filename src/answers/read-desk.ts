import type { Proof as EngineProof } from '../../engine/clarity/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getOrganisationToKeep, isForGood, type Organisation } from '../organisations/index.ts'
import { listAnswers, listDismissed, listSuggestions, type Suggestion } from './answer-store.ts'
import type { Answer, Question } from './answer.ts'
import { listPeers } from './circle.ts'
import { listClaims } from './claim-store.ts'
import type { Claim, Strength } from './claim.ts'
import type { Beside } from './coaching.ts'
import { dayOf } from './proof.ts'
import { mayAnswerFor } from './who-may.ts'

/** All that lies on the desk while one answers a question. */
export type Desk = {
  readonly organisation: Organisation
  readonly question: Question
  readonly answers: readonly Answer[]
  readonly answer: Answer | undefined
  readonly claims: readonly Claim[]
  readonly suggestions: readonly Suggestion[]
  readonly beside: Beside
}

export async function readDesk(tx: Tx, id: Id<'organisation'>, question: Question): Promise<Desk> {
  const organisation = await getOrganisationToKeep(tx, id, mayAnswerFor)
  const answers = await listAnswers(tx, id)
  const claims = await listClaims(tx, id)
  return {
    organisation, question, answers, answer: answers.find((one) => one.question === question), claims, suggestions: await listSuggestions(tx, id, question),
    beside: { proof: proofFor(question, claims, dayOf(tx.now)), peers: question > 2 ? await listPeers(tx, id, claims) : [], dismissed: await listDismissed(tx, id, question), forGood: isForGood(organisation.kind) },
  }
}

const ABOUT: Partial<Record<Question, Strength>> = { 3: 'best_at', 4: 'only_us' }

/** The proof behind the claims that belong to a question: what one does best, and what only one does. */
function proofFor(question: Question, claims: readonly Claim[], today: string): readonly EngineProof[] {
  return claims.filter((claim) => claim.strength === ABOUT[question]).flatMap((claim) => claim.proofs.flatMap(({ behind, standsAt, countsUntil }) =>
    standsAt && countsUntil ? [{ kind: behind.is, about: claim.title, old: countsUntil < today }] : []))
}
