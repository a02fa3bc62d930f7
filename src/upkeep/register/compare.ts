import type { Atlas } from '../../../engine/index.ts'
import { summary } from '../../../engine/evaluate/measures.ts'
import type { Fold } from '../../../engine/evaluate/queries.ts'
import { LISTS, type RankerName } from '../../../engine/evaluate/rankers.ts'
import type { Tables } from '../../../engine/evaluate/read-tables.ts'
import { RANKERS, taskA, type Results } from '../../../engine/evaluate/task-a.ts'
import { worldOf, type World } from '../../../engine/evaluate/world.ts'

export type Compared = { readonly list: (typeof LISTS)[number]; readonly ranker: RankerName; readonly fromFiles: Figures; readonly fromTheHouse: Figures }
export type Figures = { readonly ndcg10: number; readonly r10: number; readonly r50: number; readonly queries: number }

/**
 * Ranks partners for real consortia twice: with an atlas built straight from the register's files, as `npm run evaluate` does, and with
 * the one the application built from its database. The same questions, the same history, the same measures.
 */
export function compare(tables: Tables, fold: Fold, atlas: Atlas, idOf: (registered: string) => string | undefined, tell: (says: string, done: number, of: number) => void): readonly Compared[] {
  const fromFiles = taskA(worldOf(tables, fold), true, { progress: (done, all) => tell('Asking over the files', done, all) })
  const fromTheHouse = taskA(worldInHouse(tables, fold, atlas, idOf), true, { progress: (done, all) => tell('Asking the application', done, all) })
  return LISTS.flatMap((list) => RANKERS.map((ranker) => ({ list, ranker, fromFiles: figuresOf(fromFiles, ranker, list), fromTheHouse: figuresOf(fromTheHouse, ranker, list) })))
}

function figuresOf(results: Results, ranker: RankerName, list: (typeof LISTS)[number]): Figures {
  const { ndcg10, r10, r50, queries } = summary(results[ranker][list])
  return { ndcg10: ndcg10.mean, r10: r10.mean, r50: r50.mean, queries }
}

/** Whoever was in no earlier project is known to neither: it neither asks nor is looked for. */
function worldInHouse(tables: Tables, fold: Fold, atlas: Atlas, idOf: (registered: string) => string | undefined): World {
  const seen = new Set(fold.history.flatMap(({ id }) => (tables.members.get(id) ?? []).map(({ organisation }) => organisation)))
  const inHouse = (registered: string) => (seen.has(registered) ? idOf(registered) : undefined)
  const queries = fold.queries.map((query) => ({
    ...query, topic: { text: query.topic.text, tags: query.topic.tags.map((tag) => tag.replace(/^field /, '')) }, // the product's keywords name a field as it is
    coordinator: inHouse(query.coordinator) ?? '', answer: query.answer.flatMap((id) => inHouse(id) ?? []),
  }))
  const typeOf = new Map(tables.organisations.flatMap(({ id, type }) => { const known = idOf(id); return known === undefined ? [] : [[known, type] as const] }))
  const everyone = Int32Array.from({ length: atlas.organisations.size }, (_, number) => number)
  const past = atlas.works.counts[2].worksOf.data
  return {
    atlas, fold: { ...fold, queries }, everyone, popularity: Float64Array.from(everyone, (number) => past[number] ?? 0),
    small: Uint8Array.from(everyone, (number) => (['PRC', 'OTH'].includes(typeOf.get(atlas.organisations.texts[number] ?? '') ?? '') && (past[number] ?? 0) <= 3 ? 1 : 0)),
  }
}
