import type { ClaimRow, OrganisationRow, PreferenceRow, ProofRow, Row, WantRow, WorkRow } from '../../../engine/index.ts'
import type { ClaimFacts, OrganisationFacts } from './facts.ts'
import { reachesAll, reachOfPage, reachOnPage, seenBy, type Reach } from './reach.ts'

/** The engine's rows of one organisation. Pure: the same facts give the same rows, and a fact nobody may see gives none to anybody. */
export function rowsOfOrganisation(facts: OrganisationFacts): Row[] {
  const page = reachOfPage(facts.sight, facts, facts.rests)
  return [
    organisationRow(facts, page),
    ...facts.claims.flatMap((claim) => claimRows(facts, page, claim)),
    ...wantRows(facts, page),
    ...narrowAnswers(facts, page),
    ...preferenceRow(facts),
  ]
}

/** The id of what an organisation answers, among wants and works. */
export const answerId = (organisation: string, question: number): string => `answer:${organisation}:${question}`
export const isAnswer = (id: string): boolean => id.startsWith('answer:')
export const questionOf = (id: string): number => Number(id.split(':')[2])

const WHAT_OTHERS_CAN_DO = 2
/** What it says of itself; what it looks for is a want. */
const OF_ITSELF = [3, 4, 1]

function organisationRow(facts: OrganisationFacts, page: Reach): OrganisationRow {
  const shown = (word: OrganisationFacts['sight']) => reachesAll(reachOnPage(page, word, facts), page)
  const said = OF_ITSELF.flatMap((question) => facts.answers.filter((one) => one.question === question && shown(one.sight)).map(({ words }) => words))
  const claimed = facts.claims.filter(({ sight }) => shown(sight)).map(({ title, says = '' }) => `${title} ${says}`)
  const text = [facts.name, facts.line, ...said, ...claimed, facts.story].filter(Boolean).join('\n')
  // Where the place is for fewer people than the page, the atlas does not know it: a distance would tell.
  const place = facts.place && shown(facts.place.sight) ? facts.place : undefined
  return {
    is: 'organisation', id: facts.id, name: facts.name, text, ...seenBy(page, facts.id), ...(facts.verified ? { verified: true } : {}),
    ...(place ? { place: { town: place.town, region: place.district?.replace(/[0-9].*$/, ''), latitude: place.latitude, longitude: place.longitude } } : {}),
  }
}

function claimRows(facts: OrganisationFacts, page: Reach, claim: ClaimFacts): Row[] {
  if (!claim.capability) return [] // free words are read with the rest of what it says of itself
  const reach = reachOnPage(page, claim.sight, facts)
  const row: ClaimRow = {
    is: 'claim', id: claim.id, organisation: facts.id, capability: claim.capability, strength: claim.strength, ...seenBy(reach, facts.id),
    ...(claim.from ? { availableFrom: claim.from } : {}), ...(claim.until ? { availableUntil: claim.until } : {}),
  }
  // The last day on which a proof proves says all there is to say of its age (decision 10).
  const proofs = claim.proofs.map((proof): ProofRow => ({ is: 'proof', id: proof.id, claim: claim.id, endsOn: proof.countsUntil, ...seenBy(reachOnPage(page, proof.sight, facts), facts.id) }))
  return [row, ...proofs]
}

/** Needs posted, and the answer to question 2, which looks for somebody to fill a gap. What needs doing (question 1) asks nothing of anybody in particular. */
function wantRows(facts: OrganisationFacts, page: Reach): WantRow[] {
  return [
    ...facts.wants.map((want): WantRow => ({
      is: 'want', id: want.id, organisation: facts.id, lens: want.lens, text: want.says, ...(want.capability ? { capability: want.capability } : {}), ...seenBy(reachOnPage(page, want.sight, facts), facts.id),
    })),
    ...facts.answers.filter((one) => one.question === WHAT_OTHERS_CAN_DO).map((one): WantRow => ({
      is: 'want', id: answerId(facts.id, WHAT_OTHERS_CAN_DO), organisation: facts.id, lens: 'gap', text: one.words, ...seenBy(reachOnPage(page, one.sight, facts), facts.id),
    })),
  ]
}

/** What it says of itself to fewer people than see its page: rows of their own, found by those few. */
function narrowAnswers(facts: OrganisationFacts, page: Reach): WorkRow[] {
  return facts.answers.filter((one) => OF_ITSELF.includes(one.question)).flatMap((one): WorkRow[] => {
    const reach = reachOnPage(page, one.sight, facts)
    if (reachesAll(reach, page)) return []
    return [{ is: 'work', id: answerId(facts.id, one.question), text: one.words, members: [{ organisation: facts.id }], ...seenBy(reach, facts.id) }]
  })
}

function preferenceRow({ id, meets }: OrganisationFacts): PreferenceRow[] {
  return meets ? [{ is: 'preference', id, organisation: id, rivals: meets }] : []
}
