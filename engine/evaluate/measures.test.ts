import { expect, test } from 'vitest'
import { measure, ranksOf, summary } from './measures.ts'

const everyone = (count: number) => Int32Array.from({ length: count }, (_, i) => i)

test('the best scored comes first and equals share their mean rank', () => {
  expect(ranksOf(Float64Array.of(5, 3, 3, 3, 1), everyone(5), [0, 2, 4])).toEqual([1, 3, 5])
})

test('those left out of the list push nobody down', () => {
  expect(ranksOf(Float64Array.of(9, 8, 7), Int32Array.of(1, 2), [2])).toEqual([2])
})

test('those nothing is known about share the end of the list', () => {
  expect(ranksOf(Float64Array.of(1, -Infinity, -Infinity, -Infinity), everyone(4), [3])).toEqual([3])
})

test('agrees with counting one by one', () => {
  const scores = Float64Array.from({ length: 60 }, (_, i) => (i * 7) % 13)
  const targets = [3, 11, 12, 40, 59]
  const one = (target: number) => {
    const above = scores.filter((score) => score > scores[target]!).length
    return above + (scores.filter((score) => score === scores[target]).length + 1) / 2
  }

  expect(ranksOf(scores, everyone(60), targets)).toEqual(targets.map(one))
})

test('a perfect ranking measures 1 throughout', () => {
  expect(measure(Float64Array.of(3, 2, 1, 0), everyone(4), [0, 1])).toEqual({ ndcg10: 1, r10: 1, r50: 1, r200: 1, mrr: 1 })
})

test('the error of a mean shrinks with the number of queries', () => {
  const some = [0, 1].map((ndcg10) => ({ ndcg10, r10: 0, r50: 0, r200: 0, mrr: 0 }))

  expect(summary(some).ndcg10).toEqual({ mean: 0.5, error: 0.5 })
  expect(summary([...some, ...some, ...some]).ndcg10.error).toBeLessThan(0.5)
})
