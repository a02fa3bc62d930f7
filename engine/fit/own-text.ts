import type { Atlas } from '../atlas/atlas.ts'
import type { Lists, Names, Runs } from '../atlas/columns.ts'
import { GONE, type Viewer } from '../atlas/sight.ts'
import { organisationOf } from '../atlas/works.ts'
import type { Column, Desk } from './desk.ts'
import { eachIn } from './similar-works.ts'

const K1 = 1.2
/** A word or tag in more than this share of works says little about who uses it, and would cost the most to follow. */
const TOO_COMMON = 1 / 8
const NEVER_TOO_COMMON = 50

export type Terms = {
  readonly names: Names
  readonly lists: Lists
  /** How many works hold each term, among those everybody of the viewer's reach sees. */
  readonly holders: ArrayLike<number>
  readonly workOf: (posting: number) => number
  readonly usesOf: (posting: number) => number
  /** How much each organisation has said in all, by number. */
  readonly lengths: ArrayLike<number>
  readonly lengthWeight: number
}

/** How well everything an organisation has done or said, taken as one text, answers these terms (BM25). By organisation. */
export function ownText(atlas: Atlas, viewer: Viewer, desk: Desk, terms: readonly string[], kept: Terms): Column {
  const scores = desk.column(atlas.organisations.size)
  const uses = desk.column(atlas.organisations.size)
  const most = Math.max(NEVER_TOO_COMMON, atlas.works.counts[viewer.reach].works * TOO_COMMON)
  const found = [...new Set(terms)].map((term) => kept.names.find(term)).filter((term) => term !== undefined && (kept.holders[term] ?? 0) <= most)
  const { everybody, average } = measureOf(atlas, viewer, kept.lengths)
  for (const term of found) {
    countUses(atlas, viewer, kept, term!, uses)
    const holders = uses.count
    const rarity = Math.log(1 + Math.max(0, everybody - holders + 0.5) / (holders + 0.5))
    for (const organisation of uses.positions()) {
      const often = uses.values[organisation]!
      const length = (kept.lengths[organisation] ?? 0) / average
      scores.add(organisation, (rarity * often * (K1 + 1)) / (often + K1 * (1 - kept.lengthWeight + kept.lengthWeight * length)))
    }
    uses.wipe()
  }
  return scores
}

function countUses(atlas: Atlas, viewer: Viewer, kept: Terms, term: number, uses: Column): void {
  const { works, organisations } = atlas
  const members: Runs = works.members
  const seats = members.values.data
  eachIn(kept.lists.settled(term), kept.lists.added(term), (posting) => {
    const work = kept.workOf(posting)
    if (!works.sees(viewer, work)) return
    const often = kept.usesOf(posting)
    const to = members.to(work)
    for (let m = members.from(work); m < to; m++) {
      const organisation = organisationOf(seats[m]!)
      if (organisations.sees(viewer, organisation)) uses.add(organisation, often)
    }
  })
}

/** Among those everybody of the viewer's reach sees and who have said or done anything: how many, and how much on average. */
function measureOf(atlas: Atlas, viewer: Viewer, lengths: ArrayLike<number>): { everybody: number; average: number } {
  const { level } = atlas.organisations
  let everybody = 0
  let sum = 0
  for (let i = 0; i < level.length; i++) {
    const length = lengths[i] ?? 0
    if (length === 0 || level.data[i]! > viewer.reach || level.data[i] === GONE) continue
    everybody++
    sum += length
  }
  return { everybody, average: Math.max(1, sum / Math.max(1, everybody)) }
}
