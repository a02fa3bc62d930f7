/**
 * How unevenly suggestions are shared out: 0 when everybody got the same, near 1 when one got them all (Gini).
 * Counts below 0 and what is no number are taken as 0; nobody, or nothing shared, is 0.
 * @example gini([1, 1, 1, 1]) // 0
 * @example gini([0, 0, 0, 8]) // 0.75
 */
export function gini(counts: readonly number[]): number {
  const sorted = counts.map((count) => (count > 0 && count < Infinity ? count : 0)).sort((a, b) => a - b)
  const sum = sorted.reduce((all, count) => all + count, 0)
  if (sum === 0) return 0
  const weighted = sorted.reduce((all, count, i) => all + (i + 1) * count, 0)
  return (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length
}
