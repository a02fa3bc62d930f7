import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WEIGHTS, type PartWeights } from '../fit/weights.ts'
import { casesOf, type CasesByList } from './cases.ts'
import { climb, valueOf, type Case } from './climb.ts'
import { foldOfDays, foldOfSplit, launchOf, type Fold } from './queries.ts'
import { readTables } from './read-tables.ts'
import { worldOf } from './world.ts'

/**
 * Finds the weights anew and says what they are worth where they were not fitted.
 *   node engine/evaluate/refit.ts [--data DIR] [--final]
 * Learns from projects that began from April 2018 on, each asked with what came before its period, and from the valid split.
 */
const { values: options } = parseArgs({ options: { data: { type: 'string' }, final: { type: 'boolean', default: false } } })
const tables = readTables(options.data ?? join(import.meta.dirname, '../../../shared/data/cordis'))
const EARLIER: readonly (readonly [string, string])[] = [['2018-04-01', '2018-09-30'], ['2018-10-01', '2019-05-31']]

const earlier = EARLIER.map(([from, to]) => foldOfDays(tables, from, to))
const valid = foldOfSplit(tables, 'valid')

const learned = together(earlier.map((fold) => asked('earlier projects', fold, true, false)))
const here = asked('valid', valid, true, false)
for (const list of ['all', 'new', 'small'] as const) {
  const aim = list === 'small' ? 'r50' : 'ndcg10'
  const starts = startsFor(WEIGHTS[list])
  const before = climb(learned[list], aim, starts)
  say(`${list}: fitted on ${learned[list].length} earlier projects ${before.value.toFixed(4)}, on valid ${valueOf(here[list], aim, before.weights).toFixed(4)} (with the table as it stands ${valueOf(here[list], aim, WEIGHTS[list]).toFixed(4)})`)
  const halves = [0, 1].map((half) => here[list].filter((_, i) => i % 2 === half))
  halves.forEach((half, i) => {
    const alone = climb(half, aim, starts)
    const both = climb([...learned[list], ...half], aim, [before.weights])
    const other = halves[1 - i]!
    say(`${list}: fitted on half ${'AB'[i]} of valid, on the other half ${valueOf(other, aim, alone.weights).toFixed(4)}; with the earlier projects besides ${valueOf(other, aim, both.weights).toFixed(4)}`)
  })
  say(`${list} before: ${JSON.stringify(before.weights)}`)
  if (options.final) say(`${list} final: ${JSON.stringify(climb([...learned[list], ...here[list]], aim, [before.weights, ...starts]).weights)}`)
}
const strangers = together(earlier.flatMap((fold) => [asked('brief only', fold, false, true), asked('launch', launchOf(fold), true, true)]))
const there = asked('brief only, valid', valid, false, true)
const stranger = climb(strangers.all, 'ndcg10', startsFor(WEIGHTS.stranger))
say(`stranger: fitted on ${strangers.all.length} earlier projects ${stranger.value.toFixed(4)}, brief only on valid ${valueOf(there.all, 'ndcg10', stranger.weights).toFixed(4)}`)
say(`stranger final: ${JSON.stringify(stranger.weights)}`)

function asked(title: string, fold: Fold, withCoordinator: boolean, strangersOnly: boolean): CasesByList {
  return casesOf(worldOf(tables, fold), withCoordinator, strangersOnly, (done) => console.error(`${title}: ${done} of ${fold.queries.length}`))
}

function together(all: readonly CasesByList[]): CasesByList {
  const of = (list: keyof CasesByList): Case[] => all.flatMap((one) => one[list])
  return { all: of('all'), new: of('new'), small: of('small') }
}

/** The present table, one that leans on trusted works, and one that leans on company. */
function startsFor(table: PartWeights): PartWeights[] {
  return [table, { trusted: 1, similar: 0.3, between: 0.3, ownWords: 0.3 }, { company: 1, trusted: 0.5, similar: 0.2, ties: 0.2 }]
}

function say(line: string): void {
  console.log(line)
}
