const STEPS = 1024

/**
 * A value that at least `count` of these reach, and not many more: found by counting in steps, without sorting.
 * All reach it when there are few.
 * @example cut(Int32Array.of(0, 1, 2), Float64Array.of(3, 1, 2), 5) // -Infinity
 */
export function cut(positions: Int32Array, values: Float64Array, count: number): number {
  if (positions.length <= count * 2) return -Infinity
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < positions.length; i++) {
    const value = values[positions[i]!]!
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = (most - least) / STEPS
  if (!(width > 0)) return least
  const reached = new Int32Array(STEPS + 1)
  for (let i = 0; i < positions.length; i++) reached[Math.floor((values[positions[i]!]! - least) / width)]!++
  let sum = 0
  for (let step = STEPS; step >= 0; step--) {
    sum += reached[step]!
    if (sum >= count) return least + (step - 1e-6) * width // a hair lower, so that rounding cannot leave one out
  }
  return least
}
