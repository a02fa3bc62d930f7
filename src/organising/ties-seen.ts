import { maySeeRow, type Atlas, type Viewer } from '../../engine/index.ts'
import { strongerOf, type LinkKind } from './link.ts'

/**
 * What the viewer may know of who is linked with whom, read from the network's atlas: ties that both sides show to them, and jobs whose
 * parts they see. Nothing else of the atlas leaves this file.
 */
export function linksOf(atlas: Atlas, viewer: Viewer, me: number): ReadonlyMap<number, LinkKind> {
  const found = new Map<number, LinkKind>()
  const note = (id: string, kind: LinkKind): void => {
    const other = atlas.organisations.find(id)
    if (other === undefined || other === me || !atlas.organisations.sees(viewer, other)) return
    const before = found.get(other)
    found.set(other, before ? strongerOf(before, kind) : kind)
  }
  const { works } = atlas
  for (const work of [...works.byMember.settled(me), ...works.byMember.added(me)]) {
    if (works.sees(viewer, work)) for (const { organisation } of works.row(work).members) note(organisation, 'worked')
  }
  const id = atlas.organisations.texts[me] ?? ''
  for (const row of atlas.tieRows.naming(id)) if (maySeeRow(viewer, row) || row.between.includes(viewer.id ?? '')) note(row.between[0] === id ? row.between[1] : row.between[0], kindOf(row))
  return found
}

/** A tie by partnership weighs by its stage: written terms 1, working together three quarters, trust a half. */
function kindOf({ id, weight = 1 }: { id: string; weight?: number }): LinkKind {
  switch (id.split(':')[0]) {
    case 'agreement': return 'agreement'
    case 'partnership': return weight >= 1 ? 'agreement' : weight >= 0.75 ? 'worked' : 'trust'
    case 'recommendation': return 'trust'
    case 'met': case 'introduced': return 'met'
    default: return 'worked'
  }
}

/** Members who claim one of these capabilities, as far as the viewer sees both. */
export function whoClaims(atlas: Atlas, viewer: Viewer, capabilities: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const capability of capabilities) for (const row of atlas.claims.naming(`for ${capability}`)) {
    const organisation = atlas.organisations.find(row.organisation)
    if (organisation !== undefined && maySeeRow(viewer, row) && atlas.organisations.sees(viewer, organisation)) found.add(organisation)
  }
  return found
}

const STRENGTHS = ['only_us', 'best_at', 'can_do']
/** What one claims, the strongest first. */
export function claimsOf(atlas: Atlas, viewer: Viewer, me: number): readonly string[] {
  return atlas.claims.naming(atlas.organisations.texts[me] ?? '').filter((row) => maySeeRow(viewer, row)).toSorted((one, other) => STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength)).map((row) => row.capability)
}

export type Reached = { readonly steps: ReadonlyMap<number, number>; /** There were more than we walk. */ readonly more: boolean }

/** Everyone within so many steps of where it starts, nearest first, each in the order of numbers, so that the same question reads the same. */
export function reach(atlas: Atlas, viewer: Viewer, starts: Iterable<number>, most: { readonly steps: number; readonly nodes: number }): Reached {
  const steps = new Map<number, number>([...starts].map((start) => [start, 0]))
  let edge = [...steps.keys()]
  for (let step = 1; step <= most.steps && edge.length > 0; step += 1) {
    const next: number[] = []
    for (const me of edge) for (const other of [...linksOf(atlas, viewer, me).keys()].toSorted((one, two) => one - two)) {
      if (steps.has(other)) continue
      if (steps.size >= most.nodes) return { steps, more: true }
      steps.set(other, step)
      next.push(other)
    }
    edge = next
  }
  return { steps, more: false }
}
