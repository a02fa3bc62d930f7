import { buildAtlas, type Atlas } from '../atlas/atlas.ts'
import { MEMBER } from '../atlas/sight.ts'
import { organisationOf } from '../atlas/works.ts'
import type { ListName } from '../fit/weights.ts'
import type { Fold, Query } from './queries.ts'
import type { Tables } from './read-tables.ts'
import { rowsFrom } from './rows-from-tables.ts'

/** A network as it stood, ready to be asked, with what the slices need to know about its organisations. */
export type World = { readonly atlas: Atlas; readonly fold: Fold; readonly everyone: Int32Array; readonly small: Uint8Array; readonly popularity: Float64Array }

export function worldOf(tables: Tables, fold: Fold): World {
  const atlas = buildAtlas(rowsFrom(tables, fold.history))
  const { organisations, works } = atlas
  const past = works.counts[MEMBER].worksOf.data
  const everyone = Int32Array.from({ length: organisations.size }, (_, i) => i)
  const small = Uint8Array.from(everyone, (i) => (['PRC', 'OTH'].includes(organisations.rows[i]?.kind ?? '') && (past[i] ?? 0) <= 3 ? 1 : 0))
  return { atlas, fold, everyone, small, popularity: Float64Array.from(everyone, (i) => past[i] ?? 0) }
}

export type Slice = { readonly listed: Int32Array; readonly targets: readonly number[] }

/** Who is in each list and who should lead it. The one place that reads a query's answer. */
export function slicesOf(world: World, query: Query): Readonly<Record<ListName, Slice>> {
  const { organisations } = world.atlas
  const coordinator = organisations.find(query.coordinator) ?? -1
  const partners = new Uint8Array(organisations.size)
  for (const partner of partnersOf(world.atlas, coordinator)) partners[partner] = 1
  const answer = query.answer.map((id) => organisations.find(id)).filter((number) => number !== undefined)
  const slice = (smallness: 0 | 1, metBefore: 0 | 1): Slice => {
    const isIn = (i: number) => i !== coordinator && world.small[i]! >= smallness && partners[i]! <= metBefore
    const listed = new Int32Array(organisations.size)
    let count = 0
    for (let i = 0; i < listed.length; i++) if (isIn(i)) listed[count++] = i
    return { listed: listed.subarray(0, count), targets: answer.filter(isIn) }
  }
  return { all: slice(0, 1), new: slice(0, 0), small: slice(1, 1) }
}

function partnersOf(atlas: Atlas, organisation: number): number[] {
  if (organisation < 0) return []
  return Array.from(atlas.works.byMember.settled(organisation)).flatMap((work) => Array.from(atlas.works.members.of(work), organisationOf))
}
