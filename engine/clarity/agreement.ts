import { LEVELS, type Level } from './answer.ts'

/** How well a reading agrees with the labels. `confusion[label][reading]` counts answers, in the order of LEVELS. */
export type Agreement = {
  readonly answers: number
  /** Share from 0 to 1 with the very same level. */
  readonly exact: number
  /** Share no more than one level apart. */
  readonly withinOne: number
  /** Cohen's kappa with quadratic weights (1968): 1 is full agreement, 0 is chance. */
  readonly kappa: number
  readonly confusion: readonly (readonly number[])[]
}

/**
 * Compares levels read with levels labelled, pair by pair.
 * @example agreement([['clear', 'clear'], ['vague', 'vague']]).kappa // 1
 */
export function agreement(pairs: readonly (readonly [label: Level, reading: Level])[]): Agreement {
  const confusion = LEVELS.map((label) => LEVELS.map((reading) =>
    pairs.filter(([said, read]) => said === label && read === reading).length))
  const share = (within: number): number => pairs.length === 0 ? 1 : sumOver(confusion, (i, j) => Math.abs(i - j) <= within ? 1 : 0) / pairs.length
  return { answers: pairs.length, exact: share(0), withinOne: share(1), kappa: kappa(confusion, pairs.length), confusion }
}

function kappa(confusion: readonly (readonly number[])[], total: number): number {
  const rows = confusion.map((row) => row.reduce((sum, n) => sum + n, 0))
  const columns = LEVELS.map((_, j) => confusion.reduce((sum, row) => sum + (row[j] ?? 0), 0))
  const observed = sumOver(confusion, (i, j) => (i - j) ** 2)
  const expected = rows.reduce((sum, row, i) => sum + columns.reduce((all, column, j) => all + ((i - j) ** 2 * row * column) / Math.max(1, total), 0), 0)
  return expected === 0 ? 1 : 1 - observed / expected
}

function sumOver(confusion: readonly (readonly number[])[], weight: (i: number, j: number) => number): number {
  return confusion.reduce((sum, row, i) => sum + row.reduce((all, n, j) => all + n * weight(i, j), 0), 0)
}
