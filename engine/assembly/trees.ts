import type { Forest, Held, Workspace } from './forest.ts'
import { unpick } from './unpick.ts'

/** Sets of parts double with each part; from here on the tables would not fit the time. */
export const MOST_FOR_TREES = 8

export type Grown = {
  /** The best value with exactly `count` members, for each count up to `members`; -Infinity where there is none. */
  readonly best: Float64Array
  /** Who holds what in it. Answers only until the workspace is used again. */
  readonly heldBy: (count: number) => readonly Held[]
}

/** Tables with no room yet. */
export const workspace = (): Workspace => {
  const none = new Float64Array(0)
  return { tree: none, branch: none, pair: none, whole: none, forest: none }
}

/**
 * The best team when one organisation may be counted twice: found exactly, by dynamic programming over sets of parts.
 *
 * Let everyone lean on the teammate it knows best. Following who leans on whom, every team falls apart into trees whose
 * roots lean on each other. So the value of a team is a sum over trees, and the best forest over all parts can be put
 * together from best trees over fewer parts. What this overlooks is only that one organisation might stand at two
 * places at once; then the value is an upper bound, and `branch.ts` splits the question. It is far tighter than linear
 * relaxation, which lets half of one organisation lean on half of another.
 */
export function grow(forest: Forest, space: Workspace): Grown {
  const width = forest.members + 1
  const states = width << forest.parts
  space.tree = cleared(space.tree, forest.n * states)
  space.branch = cleared(space.branch, forest.n * states)
  space.pair = cleared(space.pair, forest.n * states)
  space.whole = cleared(space.whole, states)
  space.forest = cleared(space.forest, states)
  growTrees(forest, space, width, states)
  joinTrees(forest, space, width)
  const best = space.forest.slice(states - width, states)
  return { best, heldBy: (count) => (best[count]! > -Infinity ? unpick(forest, space, width, states, count) : []) }
}

function cleared(array: Float64Array, length: number): Float64Array {
  if (array.length < length) return new Float64Array(length).fill(-Infinity)
  return array.fill(-Infinity, 0, length)
}

/**
 * tree[i][mask][count]: best tree with i at its root over these parts; branch: the best to hang under i, tie included;
 * pair: the same when both lean on each other; whole: the best single tree or leaning pair.
 */
function growTrees(forest: Forest, space: Workspace, width: number, states: number): void {
  const { tree, branch, pair, whole } = space
  const { n, inPlay, parts, own, tieStart, tieTo, tieWorth } = forest
  // Most candidates cover few parts and know few others: whether there is a tree or a branch at all is asked first.
  const stands = new Uint8Array(n << parts)
  const reaches = new Uint8Array(n << parts)
  for (let mask = 1; mask < 1 << parts; mask++) {
    const most = Math.min(SIZE[mask]!, width - 1)
    const at = mask * width
    for (const i of inPlay) {
      const row = i * states
      if (own[(i << parts) | mask]! > tree[row + at + 1]!) tree[row + at + 1] = own[(i << parts) | mask]!
      if (tieStart[i] !== tieStart[i + 1]) {
        for (let rest = (mask - 1) & mask; rest > 0; rest = (rest - 1) & mask) {
          if (reaches[(i << parts) | rest] && stands[(i << parts) | (mask ^ rest)]) combine(space, row, mask, rest, width)
        }
      }
      for (let count = 1; count <= most; count++) {
        const value = tree[row + at + count]!
        if (value > -Infinity) stands[(i << parts) | mask] = 1
        if (value > whole[at + count]!) whole[at + count] = value
      }
    }
    for (const i of inPlay) {
      const row = i * states + at
      for (let e = tieStart[i]!; e < tieStart[i + 1]!; e++) {
        const from = tieTo[e]! * states + at
        const worth = tieWorth[e]!
        if (!stands[(tieTo[e]! << parts) | mask]) continue
        reaches[(i << parts) | mask] = 1
        for (let count = 1; count <= most; count++) {
          const value = tree[from + count]! + worth
          if (value > branch[row + count]!) branch[row + count] = value
          if (value + worth > pair[row + count]!) pair[row + count] = value + worth
        }
      }
    }
  }
}

/** Root i with `mask - rest` as it stands, and one more branch over `rest`. A set of parts has at most as many members. */
function combine({ tree, branch, pair, whole }: Workspace, row: number, mask: number, rest: number, width: number): void {
  const at = mask * width
  const stem = row + (mask ^ rest) * width
  const hang = row + rest * width
  const mostStem = Math.min(SIZE[mask ^ rest]!, width - 2)
  const mostHang = SIZE[rest]!
  for (let a = 1; a <= mostStem; a++) {
    const base = tree[stem + a]!
    if (base === -Infinity) continue
    const last = Math.min(mostHang, width - 1 - a)
    for (let b = 1; b <= last; b++) {
      const value = base + branch[hang + b]!
      if (value === -Infinity) continue
      if (value > tree[row + at + a + b]!) tree[row + at + a + b] = value
      const both = base + pair[hang + b]!
      if (both > whole[at + a + b]!) whole[at + a + b] = both
    }
  }
}

/** forest[mask][count]: the best way to split these parts among trees, or to leave some open. */
function joinTrees({ parts, openCost }: Forest, { whole, forest }: Workspace, width: number): void {
  forest[0] = 0
  for (let mask = 1; mask < 1 << parts; mask++) {
    const lowest = mask & -mask
    const others = mask ^ lowest
    const open = openCost[31 - Math.clz32(lowest)]!
    for (let count = 0; count < width; count++) forest[mask * width + count] = forest[others * width + count]! - open
    for (let rest = others; ; rest = (rest - 1) & others) {
      const most = Math.min(SIZE[mask ^ rest]!, width - 1)
      for (let a = 1; a <= most; a++) {
        const value = whole[(mask ^ rest) * width + a]!
        if (value === -Infinity) continue
        for (let b = 0; b <= SIZE[rest]! && a + b < width; b++) {
          const sum = value + forest[rest * width + b]!
          if (sum > forest[mask * width + a + b]!) forest[mask * width + a + b] = sum
        }
      }
      if (rest === 0) break
    }
  }
}

/** How many parts are in a set. */
const SIZE = Uint8Array.from({ length: 1 << MOST_FOR_TREES }, (_, mask) => {
  let count = 0
  for (let left = mask; left > 0; left &= left - 1) count++
  return count
})
