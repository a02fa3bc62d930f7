import { describe, expect, test } from 'vitest'
import { tiesFrom, type Joint } from '../atlas/build-ties.ts'
import { seeded, skewedJobs } from '../bench/skewed-network.ts'
import { networkScore } from './blend.ts'

/**
 * Someone invents organisations, lets them do job after job with each other, and befriends a few real
 * members (attack ties: jobs of two, one real and one invented). Counting jobs is fooled; standing
 * passed on from verified organisations is not. Ranks are among the first 1,000.
 */
const TOP = 1_000
const JOBS_EACH = 20
const CREW = 4

const attacks = [500, 2_000].flatMap((invented) => [1, 10, 50].map((ties) => ({ invented, ties })))

describe.each(attacks)('$invented invented organisations with $ties attack ties', ({ invented, ties }) => {
  test('none gets into the first thousand of 4,000, three in ten of them verified', () => {
    const honest = skewedJobs(4_000, 7)

    const got = [1, 2, 3].map((seed) => inventedAtTop(4_000, underAttack(honest, 4_000, invented, ties, seed), verifiedOf(4_000, 0.3, seed)).length)

    expect(got).toEqual([0, 0, 0])
  })

  test('counting jobs, the control, lets hundreds in', () => {
    const jobs = underAttack(skewedJobs(4_000, 7), 4_000, invented, ties, 1)

    expect(inventedByCount(4_000, jobs)).toBeGreaterThan(400)
  })
})

test.each(attacks)('$invented invented with $ties ties: none among 30,000, one in twenty verified', ({ invented, ties }) => {
  const jobs = underAttack(skewedJobs(30_000, 7), 30_000, invented, ties, 1)

  expect(inventedAtTop(30_000, jobs, verifiedOf(30_000, 0.05, 1))).toEqual([])
}, 30_000)

test('where hardly anyone is verified, only those a real member vouched for can get in, however busy their friends are', () => {
  const honest = skewedJobs(4_000, 7)
  const verified = verifiedOf(4_000, 0.05, 1)
  const attacked = underAttack(honest, 4_000, 500, 50, 1)
  const vouchedFor = new Set(attacked.filter(({ members }) => members.length === 2).flatMap(({ members }) => [...members]).filter((node) => node >= 4_000))

  const got = inventedAtTop(4_000, attacked, verified)
  const busier = inventedAtTop(4_000, [...attacked, ...attacked.filter(({ members }) => isInvented(members, 4_000))], verified)

  expect(got.filter((node) => !vouchedFor.has(node))).toEqual([])
  expect(got.length).toBeLessThan(10)
  expect(busier.length).toBeLessThanOrEqual(got.length)
})

function underAttack(honest: readonly Joint[], size: number, invented: number, ties: number, seed: number): Joint[] {
  const random = seeded(99 * seed + ties)
  const oneOf = (count: number): number => Math.floor(random() * count)
  const inside = Array.from({ length: (invented * JOBS_EACH) / CREW }, () => {
    const crew = new Set<number>()
    while (crew.size < CREW) crew.add(size + oneOf(invented))
    return { members: [...crew] }
  })
  const across = Array.from({ length: ties }, () => ({ members: [oneOf(size), size + oneOf(invented)] }))
  return [...honest, ...inside, ...across]
}

const isInvented = (members: Joint['members'], size: number): boolean => [...members].every((member) => member >= size)

function verifiedOf(size: number, share: number, seed: number): number[] {
  const random = seeded(5 * seed)
  return Array.from({ length: size }, (_, node) => node).filter(() => random() < share)
}

function inventedAtTop(size: number, jobs: readonly Joint[], verified: readonly number[]): number[] {
  const largest = jobs.reduce((most, { members }) => Math.max(most, ...members), 0)
  const { nodes, scores } = networkScore(tiesFrom(largest + 1, jobs), verified)
  return first([...nodes].map((node, at) => [node, scores[at] ?? 0])).filter((node) => node >= size)
}

function inventedByCount(size: number, jobs: readonly Joint[]): number {
  const counts = new Map<number, number>()
  for (const { members } of jobs) for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1)
  return first([...counts]).filter((node) => node >= size).length
}

const first = (scored: readonly (readonly [number, number])[]): number[] =>
  [...scored].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, TOP).map(([node]) => node)
