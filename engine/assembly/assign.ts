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
 * Hungarian method with potentials, parts against seats; a part may also stay open.
 */
export function seat(problem: Problem, members: readonly number[], free: Uint8Array = problem.forced): Seating {
  const { parts, worth, must, openMust } = problem
  const ownSeat = openMust * (parts + 1)
  const seats: number[] = []
  const bonus: number[] = []
  for (const member of members) {
    for (let turn = 0; turn < problem.capacity[member]!; turn++) {
      seats.push(member)
      bonus.push(turn === 0 && !free[member] ? ownSeat : 0)
    }
  }
  const gain = new Float64Array(parts * seats.length)
  for (let p = 0; p < parts; p++) {
    const needed = must[p] ? openMust : 0
    for (let s = 0; s < seats.length; s++) {
      const counts = worth[seats[s]! * parts + p]!
      gain[p * seats.length + s] = counts < 0 ? -Infinity : counts + needed + bonus[s]!
    }
  }
  const { column, rowPrice } = bestMatching(gain, parts, seats.length)
  const holder = Int32Array.from(column, (s) => seats[s] ?? -1)
  const seated = new Set(holder)
  return {
    holder,
    worth: holder.reduce((sum, member, p) => sum + (member < 0 ? 0 : worth[member * parts + p]!), 0),
    openMusts: holder.reduce((sum, member, p) => sum + (member < 0 && must[p] ? 1 : 0), 0),
    partPrice: rowPrice.subarray(1).map((price) => -price),
    everyoneSeated: members.every((member) => free[member] || seated.has(member)),
  }
}

/**
 * Maximum-weight matching of rows to columns; a row may stay without (column -1) at no gain, -Infinity is forbidden.
 * One column more than there are stands for staying without: it is always free, so its price stays nothing.
 */
function bestMatching(gain: Float64Array, rows: number, columns: number): { column: Int32Array; rowPrice: Float64Array } {
  const without = columns + 1
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 2)
  const rowOf = new Int32Array(columns + 2)
  const before = new Int32Array(columns + 2)
  const slack = new Float64Array(columns + 2)
  const done = new Uint8Array(columns + 2)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    let at = 0
    slack.fill(Infinity)
    done.fill(0)
    do {
      done[at] = 1
      const here = rowOf[at]!
      const base = (here - 1) * columns - 1
      const price = rowPrice[here]!
      let least = Infinity
      let next = -1
      for (let c = 1; c <= without; c++) {
        if (done[c]) continue
        const reduced = (c === without ? 0 : -gain[base + c]! - columnPrice[c]!) - price
        if (reduced < slack[c]!) {
          slack[c] = reduced
          before[c] = at
        }
        if (slack[c]! < least) {
          least = slack[c]!
          next = c
        }
      }
      for (let c = 0; c <= without; c++) {
        if (done[c]) {
          rowPrice[rowOf[c]!]! += least
          columnPrice[c]! -= least
        } else slack[c]! -= least
      }
      at = next
    } while (at !== without && rowOf[at] !== 0)
    for (; at !== 0; at = before[at]!) rowOf[at] = rowOf[before[at]!]!
    rowOf[without] = 0
  }
  const column = new Int32Array(rows).fill(-1)
  for (let c = 1; c <= columns; c++) if (rowOf[c]! > 0) column[rowOf[c]! - 1] = c - 1
  return { column, rowPrice }
}
