import type { Atlas, Viewer } from '../../../engine/index.ts'
import { jobOf } from '../atlas/rows-of-job.ts'
import { kindOfTie } from '../atlas/rows-of-ties.ts'

/** What ties two organisations, of what the asker may see. */
export type Evidence =
  | { readonly is: 'job'; readonly job: string; readonly what: string; readonly year?: string }
  | { readonly is: 'tie'; readonly kind: string }

const MOST = 3

/** Jobs the two did together, the latest first, and what else ties them. */
export function evidenceOf(atlas: Atlas, viewer: Viewer, one: string, other: string): readonly Evidence[] {
  const [first, second] = [atlas.organisations.find(one), atlas.organisations.find(other)]
  if (first === undefined || second === undefined) return []
  const { works } = atlas
  const worksOf = (number: number) => [...works.byMember.settled(number), ...works.byMember.added(number)]
  const theirs = new Set(worksOf(second))
  const together = worksOf(first).filter((work) => theirs.has(work) && works.sees(viewer, work)).map((work) => works.row(work)).sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : (a.on ?? '') > (b.on ?? '') ? -1 : a.id < b.id ? -1 : 1))
  const ties = atlas.tieRows.naming(one).filter((row) => row.between.includes(other) && mayKnow(viewer, row)).map((row): Evidence => ({ is: 'tie', kind: kindOfTie(row.id) }))
  return [...together.map((row): Evidence => ({ is: 'job', job: jobOf(row.id), what: (row.text.split('. ')[0] ?? row.text).trim(), ...(row.on ? { year: row.on.slice(0, 4) } : {}) })), ...ties].slice(0, MOST)
}

function mayKnow(viewer: Viewer, row: { readonly sight?: string; readonly between: readonly string[]; readonly sharedWith?: readonly string[] }): boolean {
  return row.sight === 'anyone' || row.sight === 'network' || (viewer.id !== undefined && (row.between.includes(viewer.id) || (row.sharedWith ?? []).includes(viewer.id)))
}

type Named = { readonly id: string; readonly name: string }

/** One thing that ties two organisations, as a whole sentence to the asker. */
export function inWords(evidence: Evidence, from: Named, to: Named, asker: string): string {
  const [one, other] = from.id === asker ? ['You', to.name] : to.id === asker ? [from.name, 'you'] : [from.name, to.name]
  if (evidence.is === 'job') return evidence.year ? `${one} and ${other} did “${evidence.what}” together in ${evidence.year}.` : `${one} and ${other} did “${evidence.what}” together.`
  switch (evidence.kind) {
    case 'referral': return `${one} and ${other} pass customers to each other.`
    case 'recommendation': return `${one} and ${other} recommend each other’s work.`
    case 'cover': return `${one} and ${other} have covered for each other.`
    case 'team': return `${one} and ${other} have been in one team.`
    case 'agreement': return `${one} and ${other} have an agreement.`
    case 'introduced': return `${one} and ${other} were introduced and stayed in touch.`
    default: return `${one} and ${other} are partners.`
  }
}
