import type { Ask } from './ask.ts'

/**
 * Prices that make the best imaginable team easy to reckon (Lagrangian relaxation; Held and Karp 1970, Fisher 1981).
 * Each part has a price that whoever holds it pays, each tie a toll that whoever leans on it pays to the one it leans on.
 * At any prices, the members with the largest surplus give an upper bound on every real team; good prices make it tight.
 */
export type Prices = {
  readonly part: Float64Array
  readonly toll: Float64Array
  readonly limit: Float64Array
  /** No team scores more than this. */
  bound: number
}

export type TieList = { readonly from: Int32Array; readonly to: Int32Array; readonly worth: Float64Array; readonly start: Int32Array }

/** The ties among these candidates, once from either end, grouped by who leans. */
export function tieList({ problem }: Ask, alive: readonly number[]): TieList {
  const from: number[] = []
  const to: number[] = []
  const worth: number[] = []
  const start = new Int32Array(alive.length + 1)
  alive.forEach((u, i) => {
    alive.forEach((v, j) => {
      const counts = problem.tie[u * problem.size + v]!
      if (counts === 0) return
      from.push(i)
      to.push(j)
      worth.push(counts)
    })
    start[i + 1] = from.length
  })
  return { from: Int32Array.from(from), to: Int32Array.from(to), worth: Float64Array.from(worth), start }
}
