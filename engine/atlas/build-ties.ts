import type { Ties } from './ties.ts'

/** Something several organisations did together: a job, a referral with its outcome, an agreement, a recommendation. */
export type Joint = { readonly members: readonly number[] | Int32Array; readonly weight?: number }

export type TiesOptions = {
  /** The most one pair can earn however often they meet. A pair that meets a hundred times is not a hundred friends. */
  readonly cap?: number
}

/** Strengths are whole multiples of this, so sums are exact and the order of adding never shows. Fits a 32-bit float. */
export const STRENGTH_STEP = 2 ** -18
export const TIE_CAP = 3

/**
 * Ties from what organisations did together. Each joint thing adds weight / (members - 1) to every pair in it,
 * so a duo says more than a crowd; a pair's sum stops at the cap. Members outside 0 .. size - 1, repeated members
 * and things done alone are passed over; a weight that is not a number above 0 counts as 1.
 * Strengths carry no unit; targets stand in ascending order. Takes time in proportion to the pairs met.
 * @example tiesFrom(3, [{ members: [0, 1] }, { members: [0, 1, 2] }]).strengths[0] // 1.5
 * @example tiesFrom(2, []).targets.length // 0
 */
export function tiesFrom(size: number, joint: Iterable<Joint>, options: TiesOptions = {}): Ties {
  return tiesFromMembers(size, flatten(size, joint), options.cap)
}

/** Members of joint things laid end to end: thing `j` has `members[starts[j] .. starts[j + 1])` and `weights[j]`. */
export type JointColumns = { readonly starts: ArrayLike<number>; readonly members: ArrayLike<number>; readonly weights: ArrayLike<number> }

/**
 * The same as `tiesFrom`, for callers who already keep their members in columns. Members must be distinct and in range.
 * @example tiesFromMembers(2, { starts: [0, 2], members: [0, 1], weights: [1] }).strengths[0] // 1
 */
export function tiesFromMembers(size: number, joint: JointColumns, cap: number = TIE_CAP): Ties {
  const mine = thingsByMember(size, joint)
  const steps = joint.starts.length > 1 ? stepsPerPair(joint) : new Float64Array(0)
  const most = Math.floor(Math.max(cap, STRENGTH_STEP) / STRENGTH_STEP)
  const offsets = new Int32Array(size + 1)
  const met = new Float64Array(size)
  const row = new Int32Array(size)
  let targets = new Int32Array(roomFor(joint))
  let strengths = new Float32Array(targets.length)
  let used = 0
  for (let me = 0; me < size; me++) {
    let width = 0
    for (let k = mine.offsets[me]!; k < mine.offsets[me + 1]!; k++) {
      const thing = mine.things[k]!
      const step = steps[thing]!
      for (let m = joint.starts[thing]!; m < joint.starts[thing + 1]!; m++) {
        const other = joint.members[m]!
        if (other === me) continue
        if (met[other] === 0) row[width++] = other
        met[other]! += step
      }
    }
    row.subarray(0, width).sort()
    if (used + width > targets.length) [targets, strengths] = roomier(targets, strengths, used + width)
    for (let k = 0; k < width; k++) {
      const other = row[k]!
      targets[used] = other
      strengths[used++] = Math.min(met[other]!, most) * STRENGTH_STEP
      met[other] = 0
    }
    offsets[me + 1] = used
  }
  return { size, offsets, targets: trimmed(targets, used), strengths: trimmed(strengths, used) }
}

/** How many steps of strength one thing gives each of its pairs; at least one, so that no tie is lost to rounding. */
function stepsPerPair(joint: JointColumns): Float64Array {
  const steps = new Float64Array(joint.starts.length - 1)
  for (let j = 0; j < steps.length; j++) {
    const members = joint.starts[j + 1]! - joint.starts[j]!
    if (members > 1) steps[j] = stepsFor(joint.weights[j]!, members)
  }
  return steps
}

/** Weight / (members - 1) in whole steps. */
export const stepsFor = (weight: number, members: number): number => Math.max(1, Math.round(weight / (members - 1) / STRENGTH_STEP))

function thingsByMember(size: number, joint: JointColumns) {
  const offsets = new Int32Array(size + 1)
  const things = joint.starts.length - 1
  const end = things > 0 ? joint.starts[things]! : 0
  for (let m = 0; m < end; m++) offsets[joint.members[m]! + 1]!++
  for (let i = 0; i < size; i++) offsets[i + 1]! += offsets[i]!
  const next = offsets.slice(0, size)
  const list = new Int32Array(end)
  for (let j = 0; j < things; j++) {
    for (let m = joint.starts[j]!; m < joint.starts[j + 1]!; m++) list[next[joint.members[m]!]!++] = j
  }
  return { offsets, things: list }
}

function flatten(size: number, joint: Iterable<Joint>): JointColumns {
  const starts = [0]
  const members: number[] = []
  const weights: number[] = []
  for (const thing of joint) {
    const known = new Set<number>()
    for (const member of thing.members) if (Number.isInteger(member) && member >= 0 && member < size) known.add(member)
    if (known.size < 2) continue
    members.push(...known)
    starts.push(members.length)
    weights.push(thing.weight !== undefined && thing.weight > 0 ? Math.min(thing.weight, 1e6) : 1)
  }
  return { starts, members, weights }
}

/** Most pairs meet once, so the sum of all meetings is a close upper bound of the room needed; past 128 million ties it grows as it goes. */
function roomFor(joint: JointColumns): number {
  let room = 0
  for (let j = 0; j + 1 < joint.starts.length; j++) {
    const members = joint.starts[j + 1]! - joint.starts[j]!
    room += members * (members - 1)
  }
  return Math.min(room, 2 ** 27)
}

function roomier(targets: Int32Array<ArrayBuffer>, strengths: Float32Array<ArrayBuffer>, needed: number) {
  const room = Math.max(needed, Math.ceil(targets.length * 1.5))
  const more = [new Int32Array(room), new Float32Array(room)] as const
  more[0].set(targets)
  more[1].set(strengths)
  return [more[0], more[1]] satisfies unknown[] as [Int32Array<ArrayBuffer>, Float32Array<ArrayBuffer>]
}

/** A copy to fit, unless what is left over is little: then the copying would need more room than it saves. */
function trimmed<T extends Int32Array | Float32Array>(column: T, used: number): T {
  return (used > column.length * 0.85 ? column.subarray(0, used) : column.slice(0, used)) as T
}
