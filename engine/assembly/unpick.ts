import type { Forest, Held, Workspace } from './forest.ts'

/** Who holds what in the best forest: the steps above again, downwards. Values are whole numbers, so equal means equal. */
export function unpick(forest: Forest, space: Workspace, width: number, states: number, members: number): Held[] {
  const held: Held[] = []
  const { inPlay, tieStart, tieTo, tieWorth, own, parts } = forest
  const fromTree = (i: number, mask: number, count: number): void => {
    const value = space.tree[i * states + mask * width + count]!
    if (count === 1 && own[(i << parts) | mask] === value) return void held.push({ who: i, mask })
    split(i, mask, count, value, space.branch, 1)
  }
  const split = (i: number, mask: number, count: number, value: number, hung: Float64Array, times: number): void => {
    for (let rest = (mask - 1) & mask; rest > 0; rest = (rest - 1) & mask) {
      for (let a = 1; a < count; a++) {
        const hanging = hung[i * states + rest * width + count - a]!
        if (space.tree[i * states + (mask ^ rest) * width + a]! + hanging !== value) continue
        fromTree(i, mask ^ rest, a)
        for (let e = tieStart[i]!; e < tieStart[i + 1]!; e++) {
          if (space.tree[tieTo[e]! * states + rest * width + count - a]! + times * tieWorth[e]! === hanging) return fromTree(tieTo[e]!, rest, count - a)
        }
      }
    }
  }
  const fromWhole = (mask: number, count: number): void => {
    const value = space.whole[mask * width + count]!
    for (const i of inPlay) if (space.tree[i * states + mask * width + count] === value) return fromTree(i, mask, count)
    for (const i of inPlay) {
      const before = held.length
      split(i, mask, count, value, space.pair, 2)
      if (held.length > before) return
    }
  }
  let mask = (1 << parts) - 1
  let count = members
  while (mask > 0) {
    const value = space.forest[mask * width + count]!
    const lowest = mask & -mask
    const others = mask ^ lowest
    const next = partOf(others, value, count, lowest)
    if (next.taken > 0) fromWhole(next.taken, next.count)
    mask ^= next.taken | lowest
    count -= next.count
  }
  return held

  function partOf(others: number, value: number, most: number, lowest: number): { taken: number; count: number } {
    for (let rest = others; ; rest = (rest - 1) & others) {
      const taken = others ^ rest | lowest
      for (let a = 1; a <= most; a++) if (space.whole[taken * width + a]! + space.forest[rest * width + most - a]! === value) return { taken, count: a }
      if (rest === 0) return { taken: 0, count: 0 }
    }
  }
}
