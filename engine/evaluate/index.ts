import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WEIGHTS_VERSION, type ListName } from '../fit/weights.ts'
import { exposureTable } from './exposure.ts'
import { MEASURES, summary } from './measures.ts'
import { foldOfSplit, launchOf } from './queries.ts'
import { readTables } from './read-tables.ts'
import { table } from './table.ts'
import { evaluateTaskB } from './task-b.ts'
import { ENGINES, LISTS } from './rankers.ts'
import { RANKERS, taskA, type Results } from './task-a.ts'
import { worldOf, type World } from './world.ts'

/**
 * Prints how well the engine ranks partners on real consortia, beside its parts alone in the same run.
 *   node engine/evaluate/index.ts [--data DIR] [--split NAME] [--rankings FILE [--words-only]] [--without-teams]
 * The rankings are those of the engine with the call's tags; with `--words-only`, those it makes of the words alone.
 */
const { values: options } = parseArgs({
  options: { 'without-teams': { type: 'boolean', default: false }, data: { type: 'string' }, split: { type: 'string', default: 'valid' }, rankings: { type: 'string' }, 'words-only': { type: 'boolean', default: false } },
})
const folder = options.data ?? join(import.meta.dirname, '../../../shared/data/cordis')
const rankings = options.rankings === undefined ? undefined : openSync(options.rankings, 'w')

const tables = readTables(folder)
const fold = foldOfSplit(tables, options.split)
if (fold.queries.length === 0 || fold.history.length === 0) {
  console.error(`Nothing to ask: ${fold.queries.length} queries in split "${options.split}", ${fold.history.length} earlier projects.`)
  process.exit(1)
}
console.log(`${fold.queries.length} queries of split "${options.split}", ${fold.history.length} earlier projects as history, weights version ${WEIGHTS_VERSION}\n`)
const now = worldOf(tables, fold)
show('Task A, partner completion', ask('partner completion', now, true, (list) => list), LISTS)
show('Task A, brief only', ask('brief only', now, false, (list) => (list === 'all' ? 'brief' : undefined)), ['all', 'small'])
show('Launch, a random tenth of history (seed 1)', ask('launch', worldOf(tables, launchOf(fold)), true, (list) => (list === 'all' ? 'launch' : undefined)), LISTS)
if (rankings !== undefined) closeSync(rankings)
console.error('fair showing')
console.log(`Fair showing, over questions asked one after another\n${table(exposureTable(now))}\n`)
if (!options['without-teams']) await evaluateTaskB(tables, options.split, (text) => console.log(text), { progress: tellProgress })
const { user, system } = process.cpuUsage()
console.error(`${((user + system) / 1e6).toFixed(0)} s of processor time, ${(performance.now() / 1000).toFixed(0)} s by the clock`)

function tellProgress(title: string, done: number, all: number): void {
  console.error(`${title}: ${done} of ${all}`)
}

function ask(title: string, world: World, withCoordinator: boolean, taskOf: (list: ListName) => string | undefined): Results {
  return taskA(world, withCoordinator, {
    progress: (done, all) => tellProgress(title, done, all),
    ...(rankings === undefined ? {} : {
      ranking: {
        by: ENGINES[options['words-only'] ? 0 : 1],
        told: (list, query, ranked) => {
          const task = taskOf(list)
          if (task !== undefined) writeSync(rankings, `${JSON.stringify({ task, query, ranked })}\n`)
        },
      },
    }),
  })
}

function show(title: string, results: Results, lists: readonly ListName[]): void {
  for (const list of lists) {
    const rows = RANKERS.map((name) => {
      const { queries: _, ...figures } = summary(results[name][list])
      return [name, ...MEASURES.map((measure) => `${figures[measure].mean.toFixed(4)} ± ${figures[measure].error.toFixed(4)}`)]
    })
    console.log(`${title}: ${{ all: 'all partners', new: 'new partners only', small: 'small firms only' }[list]} (${results[ENGINES[0]][list].length} queries with known targets)`)
    console.log(`${table([['', 'NDCG@10', 'R@10', 'R@50', 'R@200', 'MRR'], ...rows])}\n`)
  }
}
