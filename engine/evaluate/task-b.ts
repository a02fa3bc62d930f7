import { join } from 'node:path'
import { assemble } from '../assembly/assemble.ts'
import { foldOfSplit } from './queries.ts'
import { readTables, type Tables } from './read-tables.ts'
import { table } from './table.ts'
import { type Choice, type RealBrief, realBriefs } from './task-b-briefs.ts'
import { loadHighs } from './task-b-highs.ts'
import { greedyCover, type Highs, looksOf, type Ours, poolOf, type Theirs, timeHighs, timeOurs } from './task-b-timing.ts'

export type TaskBOptions = { readonly highsSeconds?: number; readonly progress?: (title: string, done: number, all: number) => void }

/**
 * Task B, team cover: 50 real briefs of five or six parts, the best team of three sizes each, the engine beside HiGHS in
 * the same run. Twice, because it matters whom one puts forward: specialists know few others, old hands nearly everyone.
 * Directly: node engine/evaluate/task-b.ts [DIR] [SPLIT]
 */
export async function evaluateTaskB(tables: Tables, split: string, print: (text: string) => void, options: TaskBOptions = {}): Promise<void> {
  const highs = await loadHighs()
  const fold = foldOfSplit(tables, split)
  for (const choice of ['most works', 'specialists'] as const) {
    const briefs = realBriefs(tables, choice, fold)
    if (briefs.length === 0) return print('Task B, team cover: no query project of this split asks for five capabilities.')
    print(report(choice, briefs, highs, options))
  }
}

type Pair = { readonly ours: Ours; readonly theirs: readonly Theirs[]; readonly whole: number }

function report(choice: Choice, briefs: readonly RealBrief[], highs: Highs, { highsSeconds: seconds = 20, progress }: TaskBOptions): string {
  // Both run warm: what is measured is the work, not the first translation of the code.
  for (const real of briefs.slice(0, 12)) assemble(poolOf(real))
  timeHighs(highs, timeOurs(poolOf(briefs[0]!)).sizes[0]!.ask, seconds)
  const pairs = briefs.map((real, turn): Pair => {
    if (turn % 10 === 0) progress?.(`team cover by ${choice}`, turn, briefs.length)
    const pool = poolOf(real)
    const ours = timeOurs(pool)
    const start = performance.now()
    assemble(pool, { now: () => performance.now() })
    const whole = performance.now() - start
    return { ours, whole, theirs: ours.sizes.map(({ ask }) => timeHighs(highs, ask, seconds)) }
  })
  return [`Task B, team cover, 25 candidates per capability by ${choice}`, agreement(pairs), times(pairs), teams(pairs)].join('\n') + '\n'
}

function agreement(pairs: readonly Pair[]): string {
  const sizes = pairs.flatMap(({ ours, theirs }) => ours.sizes.map((size, k) => ({ ...size, theirs: theirs[k]! })))
  const proved = sizes.filter(({ theirs }) => theirs.status === 'Optimal')
  const same = proved.filter(({ solved, theirs }) => Math.abs(solved.score / 1e6 - theirs.value) < 1e-5)
  const covered = pairs.filter(({ ours }) => ours.sizes.length > 0)
  return table([
    ['', 'count', 'of'],
    ['briefs with every part covered', String(covered.length), String(pairs.length)],
    ['teams proven best', String(sizes.filter(({ solved }) => solved.proven).length), String(sizes.length)],
    ['HiGHS proves its optimum', String(proved.length), String(sizes.length)],
    ['same value where it does', String(same.length), String(proved.length)],
  ])
}

function times(pairs: readonly Pair[]): string {
  const perSize = pairs.flatMap(({ ours, theirs }) => ours.sizes.map((size, k) => ({ ours: size.milliseconds, theirs: theirs[k]!.milliseconds })))
  const perBrief = pairs.map(({ ours, theirs }) => ({ ours: ours.milliseconds, theirs: theirs.reduce((sum, { milliseconds }) => sum + milliseconds, 0) }))
  const row = (name: string, all: readonly { ours: number; theirs: number }[]) => {
    const ours = all.map((one) => one.ours)
    const theirs = all.map((one) => one.theirs)
    const ratio = quantile(theirs, 0.5) / quantile(ours, 0.5)
    return [name, ...[0.5, 0.95].map((share) => quantile(ours, share).toFixed(2)), ...[0.5, 0.95].map((share) => quantile(theirs, share).toFixed(1)), `${ratio.toFixed(0)} x`, `${quantile(all.map((one) => one.theirs / one.ours), 0.5).toFixed(0)} x`]
  }
  const whole = pairs.map((pair) => pair.whole)
  return table([
    ['milliseconds', 'engine p50', 'p95', 'HiGHS p50', 'p95', 'ratio of medians', 'median ratio'],
    row('one team', perSize),
    row('all three sizes', perBrief),
    ['whole answer, with substitutes', quantile(whole, 0.5).toFixed(2), quantile(whole, 0.95).toFixed(2), '', '', '', ''],
  ])
}

function teams(pairs: readonly Pair[]): string {
  const rows = pairs.map(({ ours: { problem, sizes } }) => {
    const greedy = greedyCover(problem)
    const same = sizes.find(({ ask }) => ask.members === greedy.length) ?? sizes[0]!
    return { best: looksOf(problem, same.solved.team!), greedy: looksOf(problem, greedy), sizes: [same.ask.members, greedy.length] as const }
  })
  const mean = (numbers: readonly number[]) => (numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(3)
  const line = (name: string, of: 'best' | 'greedy', size: 0 | 1) =>
    [name, mean(rows.map((one) => one.sizes[size])), mean(rows.map((one) => one[of].value)), mean(rows.map((one) => one[of].ties)), mean(rows.map((one) => one[of].unproven))]
  return table([['mean', 'members', 'value', 'ties', 'seats without fresh proof'], line('engine', 'best', 0), line('greedy cover', 'greedy', 1)])
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

if (import.meta.main) {
  const [folder = join(import.meta.dirname, '../../../shared/data/cordis'), split = 'valid'] = process.argv.slice(2)
  await evaluateTaskB(readTables(folder), split, (text) => console.log(text))
}
