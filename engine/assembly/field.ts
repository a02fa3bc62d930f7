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
  const { parts, size, worth, tie, knows } = problem
  const at = new Int32Array(size).fill(-1)
  who.forEach((u, i) => (at[u] = i))
  const n = who.length
  const coverStart = new Int32Array(n + 1)
  const coverPart: number[] = []
  const coverWorth: number[] = []
  const tieStart = new Int32Array(n + 1)
  const tieTo: number[] = []
  const tieWorth: number[] = []
  who.forEach((u, i) => {
    for (let p = 0; p < parts; p++) {
      if (worth[u * parts + p]! < 0) continue
      coverPart.push(p)
      coverWorth.push(worth[u * parts + p]!)
    }
    for (const v of knows[u]!) {
      if (at[v]! < 0) continue
      tieTo.push(at[v]!)
      tieWorth.push(tie[u * size + v]!)
    }
    coverStart[i + 1] = coverPart.length
    tieStart[i + 1] = tieTo.length
  })
  return {
    ask, who: Int32Array.from(who), n,
    forced: Uint8Array.from(who, (u) => problem.forced[u]!),
    capacity: Int32Array.from(who, (u) => problem.capacity[u]!),
    coverStart, coverPart: Int32Array.from(coverPart), coverWorth: Float64Array.from(coverWorth),
    tieStart, tieTo: Int32Array.from(tieTo), tieWorth: Float64Array.from(tieWorth),
  }
}
