import { atDesk } from '../fit/desk.ts'
import { fit } from '../fit/fit.ts'
import { gini } from '../fit/gini.ts'
import type { Query } from './queries.ts'
import { viewerFor } from './rankers.ts'
import type { World } from './world.ts'

const QUESTIONS = 200
const PLACES = 10

type Way = { readonly name: string; readonly toldWhatWasShown: boolean; readonly newcomerShare: number; readonly counts: Map<string, number>; newcomers: number }

const way = (name: string, toldWhatWasShown: boolean, newcomerShare: number): Way => ({ name, toldWhatWasShown, newcomerShare, counts: new Map(), newcomers: 0 })

/**
 * How suggestions are shared out over many questions, in three ways of sharing: the Gini over everyone suggested at all in any
 * of them, how many that are, and the share of places that went to organisations with at most one past work.
 */
export function exposureTable(world: World): string[][] {
  const ways = [way('by score alone', false, 0), way('near equals take turns', true, 0), way('and a fifth kept for newcomers', true, 0.2)]
  const step = Math.max(1, Math.floor(world.fold.queries.length / QUESTIONS))
  for (const query of world.fold.queries.filter((_, i) => i % step === 0)) {
    const viewer = viewerFor(world, query, true).id
    if (viewer !== undefined) atDesk(world.atlas, () => ways.forEach((one) => ask(world, viewer, query, one)))
  }
  return tableOf(ways)
}

function ask({ atlas }: World, viewer: string, query: Query, way: Way): void {
  const { counts, newcomerShare, toldWhatWasShown } = way
  const { fits } = fit(atlas, { viewer, brief: { ...query.topic, openToRivals: true }, limit: PLACES, newcomerShare, ...(toldWhatWasShown ? { shown: new Map(counts) } : {}) })
  for (const { organisation, reasons } of fits) {
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
    if (reasons.some(({ is }) => is === 'newcomer')) way.newcomers++
  }
}

function tableOf(ways: readonly Way[]): string[][] {
  const places = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const results = ways.map((one) => ({ ...one, newcomers: one.newcomers / Math.max(1, places(one.counts)) }))
  const anyone = new Set(results.flatMap(({ counts }) => [...counts.keys()]))
  return [
    ['ten places a question', 'Gini', 'organisations suggested', 'most often', 'places to newcomers'],
    ...results.map(({ name, counts, newcomers }) => [
      name, gini([...anyone].map((id) => counts.get(id) ?? 0)).toFixed(3), String(counts.size), String(Math.max(0, ...counts.values())), `${(newcomers * 100).toFixed(0)} %`,
    ]),
  ]
}
