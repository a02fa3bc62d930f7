import type { Atlas } from '../atlas/atlas.ts'
import { dayNumber } from '../atlas/check-row.ts'
import { compare } from '../atlas/snapshot.ts'
import type { ClaimRow } from '../atlas/rows.ts'
import { maySeeRow, type Viewer } from '../atlas/sight.ts'
import { NO_DAY, organisationOf } from '../atlas/works.ts'
import { eachIn } from './similar-works.ts'
import type { Ask, ProofLevel } from './question.ts'

/** What each level of proof counts. */
export const PROOF_COUNTS: Readonly<Record<ProofLevel, number>> = { proven: 1, 'old proof': 0.7, claimed: 0.35 }
/** Proof older than this is old proof, in days. */
export const OLD_AFTER = 3 * 365

/** How one organisation covers one ask, by its best-proven way, with the rows behind it. */
export type Cover = {
  readonly value: number
  readonly capability: string
  readonly level: ProofLevel
  readonly claim?: string
  readonly proof?: string
  readonly work?: string
}

/**
 * Who covers an ask and how well, by organisation id: proof level times how near the held capability is to the one wanted.
 * A claim is proven by a proof row behind it, or by a past work that names the capability; such a work also counts without a claim.
 * `on` is the day asked about, in days since 1970. Each organisation counts once, by its best.
 */
export function coversOf(atlas: Atlas, viewer: Viewer, ask: Ask, on: number | undefined): Map<string, Cover> {
  const covers = new Map<string, Cover>()
  for (const wanted of ask.capabilities) {
    const parent = atlas.vocabulary.rows.get(wanted)?.parent
    for (const held of new Set([...atlas.vocabulary.within(wanted), ...(parent === undefined ? [] : [parent])])) {
      const near = atlas.vocabulary.answers(held, wanted)
      for (const claim of atlas.claims.naming(`for ${held}`)) {
        if (claim.capability !== held || !maySeeRow(viewer, claim)) continue
        const { level, proof } = proofOf(atlas, viewer, claim, on)
        keep(covers, claim.organisation, { value: near * PROOF_COUNTS[level], capability: held, level, claim: claim.id, ...(proof ? { proof } : {}) })
      }
      worksWith(atlas, viewer, held, (work, organisation) => {
        const level = ageOf(atlas.works.on.data[work]!, on)
        keep(covers, organisation, { value: near * PROOF_COUNTS[level], capability: held, level, work: atlas.works.ids[work]! })
      })
    }
  }
  return covers
}

/**
 * How one organisation covers whatever is asked, by the same rule as `coversOf` and looking through its own rows alone: for
 * asking many things of one instead of one thing of many.
 */
export function coverer(atlas: Atlas, viewer: Viewer, organisation: string, on: number | undefined): (capabilities: readonly string[]) => Cover | undefined {
  const held: Cover[] = []
  for (const claim of atlas.claims.naming(organisation)) {
    if (claim.organisation !== organisation || !maySeeRow(viewer, claim)) continue
    const { level, proof } = proofOf(atlas, viewer, claim, on)
    held.push({ value: PROOF_COUNTS[level], capability: claim.capability, level, claim: claim.id, ...(proof ? { proof } : {}) })
  }
  const { works, organisations } = atlas
  const me = organisations.find(organisation) ?? -1
  for (const work of [...works.byMember.settled(me), ...works.byMember.added(me)]) {
    if (!works.sees(viewer, work)) continue
    const level = ageOf(works.on.data[work]!, on)
    for (const name of works.capabilities.of(work)) held.push({ value: PROOF_COUNTS[level], capability: works.capabilityNames.texts[name]!, level, work: works.ids[work]! })
  }
  return (capabilities) => {
    const best = new Map<string, Cover>()
    for (const wanted of capabilities) {
      for (const cover of held) {
        const near = atlas.vocabulary.answers(cover.capability, wanted)
        if (near > 0) keep(best, organisation, near === 1 ? cover : { ...cover, value: near * cover.value })
      }
    }
    return best.get(organisation)
  }
}

/** Better covers win; between equals the one whose rows come first by id, so that the order of rows never shows. */
function keep(covers: Map<string, Cover>, organisation: string, cover: Cover): void {
  const known = covers.get(organisation)
  if (!known || cover.value > known.value || (cover.value === known.value && compare(tag(cover), tag(known)) < 0)) covers.set(organisation, cover)
}

const tag = ({ capability, claim, work }: Cover): string => `${claim === undefined ? 1 : 0} ${capability} ${claim ?? ''} ${work ?? ''}`

function proofOf(atlas: Atlas, viewer: Viewer, claim: ClaimRow, on: number | undefined): { level: ProofLevel; proof?: string } {
  let best: { level: ProofLevel; proof?: string } = { level: 'claimed' }
  for (const row of atlas.proofs.naming(claim.id)) {
    if (!maySeeRow(viewer, { organisation: claim.organisation, ...row })) continue
    const ends = dayNumber(row.endsOn)
    const level = ends !== undefined && on !== undefined && ends < on ? 'old proof' : ends === undefined ? ageOf(dayNumber(row.on) ?? NO_DAY, on) : 'proven'
    if (PROOF_COUNTS[level] > PROOF_COUNTS[best.level]) best = { level, proof: row.id }
  }
  return best
}

/** Undated proof counts as proof; a date only ever says how old it is. */
const ageOf = (day: number, on: number | undefined): ProofLevel => (day !== NO_DAY && on !== undefined && on - day > OLD_AFTER ? 'old proof' : 'proven')

function worksWith(atlas: Atlas, viewer: Viewer, capability: string, visit: (work: number, organisation: string) => void): void {
  const { works, organisations } = atlas
  const number = works.capabilityNames.find(capability)
  if (number === undefined) return
  eachIn(works.byCapability.settled(number), works.byCapability.added(number), (work) => {
    if (!works.sees(viewer, work)) return
    for (const member of works.members.of(work)) visit(work, organisations.texts[organisationOf(member)]!)
  })
}
