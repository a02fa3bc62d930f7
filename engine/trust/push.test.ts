import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiesFrom } from '../atlas/build-ties.ts'
import { blendedTrust, networkScore } from './blend.ts'
import { forwardPush, type Standing } from './push.ts'

const jobs = fc.array(fc.record({ members: fc.array(fc.nat({ max: 11 }), { maxLength: 5 }) }), { maxLength: 20 })
const byNode = ({ nodes, scores }: Standing) => new Map([...nodes].map((node, i) => [node, scores[i]!]))
const sum = (standing: Standing) => standing.scores.reduce((a, b) => a + b, 0)

test('a friend of a friend stands lower than the friend', () => {
  const chain = tiesFrom(4, [{ members: [0, 1] }, { members: [1, 2] }])

  const standing = byNode(forwardPush(chain, 0))

  expect(standing.get(1)!).toBeGreaterThan(standing.get(2)!)
  expect(standing.get(2)!).toBeGreaterThan(0)
  expect(standing.has(3)).toBe(false)
})

test('agrees with PageRank worked out by repeated multiplication', () => {
  const ties = tiesFrom(6, [{ members: [0, 1, 2] }, { members: [2, 3] }, { members: [3, 4, 5] }, { members: [0, 5] }])

  const fine = byNode(forwardPush(ties, 0, { epsilon: 1e-9 }))

  const exact = byMultiplication(ties, 0, 0.3)
  for (let node = 0; node < 6; node++) expect(fine.get(node) ?? 0).toBeCloseTo(exact[node]!, 6)
})

test('numbering the organisations differently changes no score, to the bit', () => {
  fc.assert(fc.property(jobs, fc.nat({ max: 11 }), (joint, seed) => {
    const turned = joint.map(({ members }) => ({ members: members.map((m) => 11 - m) })).reverse()

    const there = byNode(forwardPush(tiesFrom(12, joint), seed))
    const back = byNode(forwardPush(tiesFrom(12, turned), 11 - seed))

    expect(new Map([...back].map(([node, score]) => [11 - node, score]))).toEqual(there)
  }), { numRuns: 60 })
})

test('scores are finite, never negative and never more than the whole', () => {
  fc.assert(fc.property(jobs, fc.double(), fc.double(), fc.integer(), (joint, restart, epsilon, seed) => {
    const ties = tiesFrom(12, joint)

    const standing = forwardPush(ties, new Map([[seed, epsilon], [3, 1e308], [4, 1e308]]), { restart, epsilon: Math.max(epsilon, 1e-4) })

    expect(standing.scores.every((score) => score >= 0 && Number.isFinite(score))).toBe(true)
    expect(sum(standing)).toBeLessThanOrEqual(1 + 1e-9)
  }), { numRuns: 60 })
})

test('asking twice gives the same answer: nothing is left over from the first question', () => {
  const ties = tiesFrom(5, [{ members: [0, 1, 2] }, { members: [2, 3] }])
  const first = byNode(forwardPush(ties, 0))

  forwardPush(ties, 3)

  expect(byNode(forwardPush(ties, 0))).toEqual(first)
})

test('someone without ties sees the network through those it has verified', () => {
  const ties = tiesFrom(5, [{ members: [1, 2] }, { members: [2, 3] }])
  const network = networkScore(ties, [1])

  expect(byNode(blendedTrust(ties, 4, network))).toEqual(byNode(network))
})

test('the more ties of one’s own, the less the network’s view counts', () => {
  const few = tiesFrom(8, [{ members: [0, 1] }, { members: [6, 7] }])
  const many = tiesFrom(8, [1, 2, 3, 4, 5].map((other) => ({ members: [0, other] })).concat([{ members: [6, 7] }]))

  const strangerSeenBy = (ties: typeof few) => byNode(blendedTrust(ties, 0, networkScore(ties, [6]))).get(7)!

  expect(strangerSeenBy(few)).toBeGreaterThan(strangerSeenBy(many))
})

test('invented organisations that vouch for each other gain nothing from the network', () => {
  const invented = Array.from({ length: 4 }, (_, i) => ({ members: [4 + i, 4 + ((i + 1) % 4)] }))
  const ties = tiesFrom(8, [{ members: [0, 1] }, { members: [1, 2, 3] }, ...invented, ...invented])

  const network = byNode(networkScore(ties, [0]))

  expect([4, 5, 6, 7].map((node) => network.get(node) ?? 0)).toEqual([0, 0, 0, 0])
})

function byMultiplication(ties: ReturnType<typeof tiesFrom>, seed: number, restart: number): number[] {
  let scores: number[] = Array.from({ length: ties.size }, (_, node) => (node === seed ? 1 : 0))
  for (let round = 0; round < 200; round++) {
    const next = scores.map((_, node) => (node === seed ? restart : 0))
    scores.forEach((score, node) => {
      const row = ties.strengths.subarray(ties.offsets[node], ties.offsets[node + 1])
      const total = row.reduce((a, b) => a + b, 0)
      row.forEach((strength, k) => { next[ties.targets[ties.offsets[node]! + k]!]! += ((1 - restart) * score * strength) / total })
    })
    scores = next
  }
  return scores
}
