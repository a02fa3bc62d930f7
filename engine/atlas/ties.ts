/**
 * Ties between organisations as compressed sparse rows: the ties of organisation `i` stand in
 * `targets` and `strengths` from `offsets[i]` up to (not including) `offsets[i + 1]`. Each tie
 * stands twice, once from either end. Strengths are above 0; larger means better known.
 */
export type Ties = {
  readonly size: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly strengths: Float32Array
}
