import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiesFrom } from './build-ties.ts'

const jobs = fc.array(fc.record({ members: fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 6 }), weight: fc.double() }), { maxLength: 25 })

test('a job for two ties closer than a job for ten', () => {
  const duo = tiesFrom(10, [{ members: [0, 1] }])
  const crowd = tiesFrom(10, [{ members: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }])

  expect(duo.strengths[0]).toBe(1)
  expect(crowd.strengths[0]).toBeCloseTo(1 / 9, 5)
})

test('a pair that meets a hundred times stops at the cap', () => {
  const ties = tiesFrom(2, Array.from({ length: 100 }, () => ({ members: [0, 1] })), { cap: 2 })

  expect([...ties.strengths]).toEqual([2, 2])
})

test('unknown members, repeated members and work done alone make no ties', () => {
  const ties = tiesFrom(3, [{ members: [0, 0] }, { members: [1] }, { members: [2, 7, -1, 0.5, NaN] }])

  expect(ties.targets.length).toBe(0)
})

test('every tie stands at both ends with the same strength, whatever the order of the jobs', () => {
  fc.assert(fc.property(jobs, (joint) => {
    const ties = tiesFrom(10, joint)

    expect(tiesFrom(10, [...joint].reverse())).toEqual(ties)
    for (let a = 0; a < 10; a++) {
      for (let k = ties.offsets[a]!; k < ties.offsets[a + 1]!; k++) {
        const back = ties.targets.subarray(ties.offsets[ties.targets[k]!], ties.offsets[ties.targets[k]! + 1]).indexOf(a)
        expect(ties.strengths[ties.offsets[ties.targets[k]!]! + back]).toBe(ties.strengths[k])
      }
    }
  }), { numRuns: 60 })
})
