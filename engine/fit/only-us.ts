import type { Atlas } from '../atlas/atlas.ts'
import { maySeeRow } from '../atlas/sight.ts'
import { coversOf } from './coverage.ts'

/** How alone an organisation stands with one capability it claims. */
export type OnlyUs = {
  readonly claim: string
  readonly capability: string
  /** 1 when nobody else in the viewer's sight holds it, 1/2 with one other, and so on. */
  readonly alone: number
  readonly others: readonly string[]
}

/**
 * What an organisation can say only it does, as far as the viewer sees: for each of its claims, who else holds that
 * capability. Another holder always lowers it. An organisation the viewer cannot see has no answer.
 */
export function onlyUs(atlas: Atlas, viewerId: string | undefined, organisation: string): OnlyUs[] {
  const viewer = atlas.viewer(viewerId)
  const number = atlas.organisations.find(organisation)
  if (number === undefined || !atlas.organisations.sees(viewer, number)) return []
  return atlas.claims.naming(organisation).filter((claim) => claim.organisation === organisation && maySeeRow(viewer, claim)).map((claim) => {
    const holders = coversOf(atlas, viewer, { id: claim.id, text: '', must: false, weight: 1, capabilities: [claim.capability] }, undefined)
    const others = [...holders].flatMap(([id, cover]) => {
      const other = atlas.organisations.find(id)
      return id !== organisation && cover.value >= 0.35 && other !== undefined && atlas.organisations.sees(viewer, other) ? [id] : []
    }).sort()
    return { claim: claim.id, capability: claim.capability, alone: 1 / (1 + others.length), others }
  })
}
