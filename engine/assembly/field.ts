import type { Ask } from './ask.ts'

/** The candidates still in question for one ask, packed close so that the inner loops stay short. */
export type Field = {
  readonly ask: Ask
  /** Candidate number in the problem of each one in the field, ascending. */
  readonly who: Int32Array
  readonly n: number
  /** Must-haves are in every team, so nothing needs to pay for leaning on them. */
  readonly forced: Uint8Array
  readonly capacity: Int32Array
  /** Parts each can take: part numbers and worths from `coverStart[i]` up to `coverStart[i + 1]`. */
  readonly coverStart: Int32Array
  readonly coverPart: Int32Array
  readonly coverWorth: Float64Array
  /** Ties, once from either end: i leans on `tieTo[e]` for e from `tieStart[i]` up to `tieStart[i + 1]`. */
  readonly tieStart: Int32Array
  readonly tieTo: Int32Array
  readonly tieWorth: Float64Array
}

export function fieldOf(ask: Ask, who: readonly number[]): Field {
  const { problem } = ask
  const cover = packed(who, (u) => listOf(problem.parts, (p) => problem.worth[u * problem.parts + p]!, -1))
  const tie = packed(who, (u) => listOf(who.length, (j) => problem.tie[u * problem.size + who[j]!]!, 0))
  return {
    ask, who: Int32Array.from(who), n: who.length,
    forced: Uint8Array.from(who, (u) => problem.forced[u]!),
    capacity: Int32Array.from(who, (u) => problem.capacity[u]!),
    coverStart: cover.start, coverPart: cover.at, coverWorth: cover.worth,
    tieStart: tie.start, tieTo: tie.at, tieWorth: tie.worth,
  }
}

type Listed = { readonly at: number[]; readonly worth: number[] }

/** Where a row has something, and how much: everything but `none`. */
function listOf(length: number, worthAt: (at: number) => number, none: number): Listed {
  const at: number[] = []
  const worth: number[] = []
  for (let k = 0; k < length; k++) {
    const counts = worthAt(k)
    if (counts === none) continue
    at.push(k)
    worth.push(counts)
  }
  return { at, worth }
}

function packed(who: readonly number[], listFor: (u: number) => Listed) {
  const start = new Int32Array(who.length + 1)
  const lists = who.map(listFor)
  lists.forEach((list, i) => (start[i + 1] = start[i]! + list.at.length))
  return { start, at: Int32Array.from(lists.flatMap((list) => list.at)), worth: Float64Array.from(lists.flatMap((list) => list.worth)) }
}
