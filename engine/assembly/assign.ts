import type { Problem } from './problem.ts'

export type Seating = {
  /** Which member holds part p, as candidate number; -1 where the part stays open. */
  readonly holder: Int32Array
  readonly worth: number
  readonly openMusts: number
  /** Everyone who is not a must-have holds at least one part. */
  readonly everyoneSeated: boolean
  /** What part p is worth as it is now held: nobody new adds more than a part's worth above this, per part it takes. */
  readonly partPrice: Float64Array
}

/**
 * The best way to share out the parts among these members: fewest open musts, then most worth, each part to one member,
 * each member within its capacity, and nobody without a part unless the brief insists on them.
 * Hungarian method with potentials, parts against seats; a part may also go to an empty seat of its own.
 */
export function seat(problem: Problem, members: readonly number[], free: Uint8Array = problem.forced): Seating {
  const { parts, worth, must, openMust } = problem
  const ownSeat = openMust * (parts + 1)
  const seats = members.flatMap((member) =>
    Array.from({ length: problem.capacity[member]! }, (_, turn) => ({ member, first: turn === 0 && !free[member] })))
  const columns = seats.length + parts
  const gain = new Float64Array(parts * columns)
  for (let p = 0; p < parts; p++) {
    seats.forEach(({ member, first }, s) => {
      const counts = worth[member * parts + p]!
      gain[p * columns + s] = counts < 0 ? -Infinity : counts + (must[p] ? openMust : 0) + (first ? ownSeat : 0)
    })
    for (let s = seats.length; s < columns; s++) gain[p * columns + s] = 0
  }
  const { column, rowPrice } = bestMatching(gain, parts, columns)
  const holder = Int32Array.from(column, (s) => seats[s]?.member ?? -1)
  const seated = new Set(holder)
  return {
    holder,
    worth: holder.reduce((sum, member, p) => sum + (member < 0 ? 0 : worth[member * parts + p]!), 0),
    openMusts: holder.reduce((sum, member, p) => sum + (member < 0 && must[p] ? 1 : 0), 0),
    partPrice: rowPrice.subarray(1).map((price) => -price),
    everyoneSeated: members.every((member) => free[member] || seated.has(member)),
  }
}

/** Maximum-weight matching of every row to a column of its own; rows <= columns, -Infinity is forbidden. */
function bestMatching(gain: Float64Array, rows: number, columns: number): { column: Int32Array; rowPrice: Float64Array } {
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const before = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    let at = 0
    const slack = new Float64Array(columns + 1).fill(Infinity)
    const done = new Uint8Array(columns + 1)
    do {
      done[at] = 1
      const here = rowOf[at]!
      let least = Infinity
      let next = -1
      for (let c = 1; c <= columns; c++) {
        if (done[c]) continue
        const reduced = -gain[(here - 1) * columns + c - 1]! - rowPrice[here]! - columnPrice[c]!
        if (reduced < slack[c]!) {
          slack[c] = reduced
          before[c] = at
        }
        if (slack[c]! < least) {
          least = slack[c]!
          next = c
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (done[c]) {
          rowPrice[rowOf[c]!]! += least
          columnPrice[c]! -= least
        } else slack[c]! -= least
      }
      at = next
    } while (rowOf[at] !== 0)
    for (; at !== 0; at = before[at]!) rowOf[at] = rowOf[before[at]!]!
  }
  const column = new Int32Array(rows).fill(-1)
  for (let c = 1; c <= columns; c++) if (rowOf[c]! > 0) column[rowOf[c]! - 1] = c - 1
  return { column, rowPrice }
}
