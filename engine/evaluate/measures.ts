/** What one ranking of one query scored. `mrr` is 1 / rank of the first hit. */
export type Measures = { readonly ndcg10: number; readonly r10: number; readonly r50: number; readonly r200: number; readonly mrr: number }
export const MEASURES = ['ndcg10', 'r10', 'r50', 'r200', 'mrr'] as const

/** Scores by organisation number; -Infinity for those a ranker has nothing to say about. */
export type Scores = Float64Array

/**
 * Measures one ranking. `listed` are those in the list, `targets` who should come first (all listed). Equals share their mean rank.
 */
export function measure(scores: Scores, listed: Int32Array, targets: readonly number[]): Measures {
  const ranks = ranksOf(scores, listed, targets)
  const found = (limit: number) => ranks.filter((rank) => rank <= limit).length / targets.length
  return { ndcg10: ndcg(ranks, 10), r10: found(10), r50: found(50), r200: found(200), mrr: 1 / Math.min(...ranks) }
}

/** Normalised discounted cumulative gain with a gain of 1 for each hit. */
export function ndcg(ranks: readonly number[], limit: number): number {
  let ideal = 0
  for (let rank = 1; rank <= Math.min(limit, ranks.length); rank++) ideal += 1 / Math.log2(1 + rank)
  return ranks.reduce((sum, rank) => sum + (rank <= limit ? 1 / Math.log2(1 + rank) : 0), 0) / ideal
}

export function ranksOf(scores: Scores, listed: Int32Array, targets: readonly number[]): number[] {
  const steps = Float64Array.from(new Set(targets.map((target) => scores[target]!))).sort()
  const least = steps[0]!
  const above = new Int32Array(steps.length + 1)
  const equal = new Int32Array(steps.length)
  for (let i = 0; i < listed.length; i++) {
    const score = scores[listed[i]!]!
    if (score < least) continue
    let step = steps.length - 1
    while (steps[step]! > score) step--
    if (steps[step] === score) {
      equal[step]!++
      above[step]!++ // above every lower step
    } else above[step + 1]!++
  }
  // above[s] now counts those that beat step s - 1 but not step s; summed from the top it counts all that beat step s - 1.
  let sum = 0
  const better = new Int32Array(steps.length)
  for (let step = steps.length; step > 0; step--) {
    sum += above[step]!
    better[step - 1] = sum
  }
  return targets.map((target) => {
    const step = steps.indexOf(scores[target]!)
    return better[step]! + (equal[step]! + 1) / 2
  })
}

export type Summary = Readonly<Record<(typeof MEASURES)[number], { readonly mean: number; readonly error: number }>> & { readonly queries: number }

/** Means over queries with their standard errors. */
export function summary(all: readonly Measures[]): Summary {
  const of = (name: (typeof MEASURES)[number]) => {
    const mean = all.reduce((sum, one) => sum + one[name], 0) / Math.max(1, all.length)
    const variance = all.reduce((sum, one) => sum + (one[name] - mean) ** 2, 0) / Math.max(1, all.length - 1)
    return { mean, error: Math.sqrt(variance / Math.max(1, all.length)) }
  }
  return { ndcg10: of('ndcg10'), r10: of('r10'), r50: of('r50'), r200: of('r200'), mrr: of('mrr'), queries: all.length }
}
