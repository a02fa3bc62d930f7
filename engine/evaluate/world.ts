import { buildAtlas, type Atlas } from '../atlas/atlas.ts'
import { organisationOf } from '../atlas/works.ts'
import type { ListName } from '../fit/weights.ts'
import type { Fold, Query } from './queries.ts'
import type { Tables } from './read-tables.ts'
import { rowsFrom } from './rows-from-tables.ts'

/** A network as it stood, ready to be asked, with what the slices need to know about its organisations. */
export type World = { readonly atlas: Atlas; readonly fold: Fold; readonly small: Uint8Array }

export function worldOf(tables: Tables, fold: Fold): World {
  const atlas = buildAtlas(rowsFrom(tables, fold.history))
  const { organisations, works } = atlas
  const past = works.counts[2].worksOf.data
  const small = Uint8Array.from({ length: organisations.size }, (_, i) =>
    ['PRC', 'OTH'].includes(organisations.rows[i]?.kind ?? '') && (past[i] ?? 0) <= 3 ? 1 : 0)
  return { atlas, fold, small }
}

export type Slice = { readonly listed: Uint8Array; readonly targets: readonly number[] }

/** Who is in each list and who should lead it. The one place that reads a query's answer. */
export function slicesOf(world: World, query: Query): Readonly<Record<ListName, Slice>> {
  const { organisations } = world.atlas
  const coordinator = organisations.find(query.coordinator) ?? -1
  const everyone = new Uint8Array(organisations.size).fill(1)
  if (coordinator >= 0) everyone[coordinator] = 0
  const strangers = everyone.slice()
  for (const partner of partnersOf(world.atlas, coordinator)) strangers[partner] = 0
  const answer = query.answer.map((id) => organisations.find(id)).filter((number) => number !== undefined)
  const slice = (listed: Uint8Array): Slice => ({ listed, targets: answer.filter((number) => listed[number] === 1) })
  return { all: slice(everyone), new: slice(strangers), small: slice(everyone.map((one, i) => one & world.small[i]!)) }
}

function partnersOf(atlas: Atlas, organisation: number): number[] {
  if (organisation < 0) return []
  return Array.from(atlas.works.byMember.settled(organisation)).flatMap((work) => Array.from(atlas.works.members.of(work), organisationOf))
}
