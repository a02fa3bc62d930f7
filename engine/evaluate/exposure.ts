import { fit } from '../fit/fit.ts'
import { gini } from '../fit/gini.ts'
import { viewerFor } from './rankers.ts'
import type { World } from './world.ts'

const QUESTIONS = 200
const PLACES = 10

/**
 * How suggestions are shared out over many questions: the Gini over everyone suggested at all in any way of sharing, how many
 * that are, and the share of places that went to organisations with at most one past work.
 */
export function exposure(world: World, toldWhatWasShown: boolean, newcomerShare: number): { counts: Map<string, number>; newcomers: number } {
  const { atlas, fold } = world
  const counts = new Map<string, number>()
  let newcomers = 0
  const step = Math.max(1, Math.floor(fold.queries.length / QUESTIONS))
  for (let i = 0; i < fold.queries.length; i += step) {
    const query = fold.queries[i]!
    const viewer = viewerFor(world, query, true).id
    if (viewer === undefined) continue
    const { fits } = fit(atlas, { viewer, brief: { ...query.topic, openToRivals: true }, limit: PLACES, newcomerShare, ...(toldWhatWasShown ? { shown: new Map(counts) } : {}) })
    for (const { organisation, reasons } of fits) {
      counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
      if (reasons.some(({ is }) => is === 'newcomer')) newcomers++
    }
  }
  return { counts, newcomers: newcomers / Math.max(1, [...counts.values()].reduce((sum, count) => sum + count, 0)) }
}

export function exposureTable(world: World): string[][] {
  const ways = [['by score alone', false, 0], ['near equals take turns', true, 0], ['and a fifth kept for newcomers', true, 0.2]] as const
  const results = ways.map(([name, told, share]) => ({ name, ...exposure(world, told, share) }))
  const anyone = new Set(results.flatMap(({ counts }) => [...counts.keys()]))
  return [
    ['ten places a question', 'Gini', 'organisations suggested', 'most often', 'places to newcomers'],
    ...results.map(({ name, counts, newcomers }) => [
      name, gini([...anyone].map((id) => counts.get(id) ?? 0)).toFixed(3), String(counts.size), String(Math.max(0, ...counts.values())), `${(newcomers * 100).toFixed(0)} %`,
    ]),
  ]
}
