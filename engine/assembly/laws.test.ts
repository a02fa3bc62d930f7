import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { anyPool } from '../evaluate/task-b-any-pool.ts'
import { assemble } from './assemble.ts'
import type { Brief, Candidate, Tie } from './brief.ts'
import { preparePool } from './pool.ts'
import type { Assembly } from './team.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })

const pools = anyPool({ parts: 5, candidates: 10 })
const STEPS = 1e7

function assembled(brief: Brief, candidates: readonly Candidate[], ties: readonly Tie[]): Assembly | undefined {
  const pool = preparePool(brief, candidates, ties)
  return pool.is === 'refused' ? undefined : assemble(pool, { steps: STEPS })
}

/** Fewer open musts come first; with as many open, the value counts. Sizes both answers propose are compared. */
function neverFalls(before: Assembly | undefined, after: Assembly | undefined, brief: Brief): void {
  const musts = new Set(brief.parts.some((part) => part.need === 'must') ? brief.parts.filter((part) => part.need === 'must').map((part) => part.id) : brief.parts.map((part) => part.id))
  for (const team of before?.teams ?? []) {
    const other = after?.teams.find((one) => one.members.length === team.members.length)
    if (!other) continue
    const open = (one: typeof team) => one.open.filter((part) => musts.has(part)).length
    expect(open(other)).toBeLessThanOrEqual(open(team))
    if (open(other) === open(team)) expect(other.value).toBeGreaterThanOrEqual(team.value - 1e-9)
  }
}

const idsOf = (answer: Assembly | undefined) => answer?.teams.map((team) => team.members.map((member) => member.id))

test('more budget never makes a team of the same size worse', () => {
  fc.assert(fc.property(pools, fc.nat(3000), ({ brief, candidates, ties }, more) => {
    const tight = { ...brief, budgetPence: brief.budgetPence ?? 900 }
    const loose = { ...tight, budgetPence: tight.budgetPence + more }

    neverFalls(assembled(tight, candidates, ties), assembled(loose, candidates, ties), brief)
  }), { numRuns: runs(30) })
})

test('a higher limit of members makes no team of the same size worse', () => {
  fc.assert(fc.property(pools, fc.integer({ min: 1, max: 5 }), ({ brief, candidates, ties }, limit) => {
    const before = assembled({ ...brief, limit }, candidates, ties)
    const after = assembled({ ...brief, limit: limit + 1 }, candidates, ties)

    neverFalls(before, after, brief)
  }), { numRuns: runs(30) })
})

test('better proof never makes a team worse', () => {
  fc.assert(fc.property(pools, fc.nat(9), fc.nat(3), ({ brief, candidates, ties }, who, which) => {
    const better = candidates.map((one, n) => (n !== who ? one : { ...one, covers: one.covers.map((cover, k) => (k === which ? { ...cover, proof: 'proven' as const } : cover)) }))

    neverFalls(assembled(brief, candidates, ties), assembled(brief, better, ties), brief)
  }), { numRuns: runs(30) })
})

test('a candidate nobody needed can be taken away without anything changing', () => {
  fc.assert(fc.property(anyPool({ parts: 5, candidates: 10, limits: false }), fc.nat(9), ({ brief, candidates, ties }, who) => {
    const before = assembled(brief, candidates, ties)
    const gone = candidates[who]?.id
    const used = new Set(before?.teams.flatMap((team) => team.members.map((member) => member.id)))
    if (!gone || used.has(gone)) return
    const after = assembled(brief, candidates.filter((one) => one.id !== gone), ties)

    expect(after?.teams.map((team) => team.value)).toEqual(before?.teams.map((team) => team.value))
    expect(idsOf(after)).toEqual(idsOf(before))
  }), { numRuns: runs(30) })
})

test('the order of the rows changes nothing, and asking twice gives the same answer to the bit', () => {
  const shuffled = pools.chain((pool) => fc.tuple(
    fc.constant(pool), fc.shuffledSubarray([...pool.brief.parts], { minLength: pool.brief.parts.length }),
    fc.shuffledSubarray([...pool.candidates], { minLength: pool.candidates.length }), fc.shuffledSubarray([...pool.ties], { minLength: pool.ties.length }),
  ))
  fc.assert(fc.property(shuffled, ([{ brief, candidates, ties }, parts, others, otherTies]) => {
    const answer = assembled(brief, candidates, ties)

    expect(assembled({ ...brief, parts }, others, otherTies)).toEqual(answer)
    expect(JSON.stringify(assembled(brief, candidates, ties))).toBe(JSON.stringify(answer))
  }), { numRuns: runs(30) })
})

test('every team keeps what was asked: seats within capacity, rivals apart, must-haves in, limits held', () => {
  fc.assert(fc.property(pools, ({ brief, candidates, ties }) => {
    const answer = assembled(brief, candidates, ties)
    const known = new Map(candidates.map((one) => [one.id, one]))
    for (const team of [...(answer?.teams ?? []), ...(answer?.different ? [answer.different] : [])]) {
      const ids = team.members.map((member) => member.id)

      for (const member of team.members) {
        expect(member.parts.length).toBeLessThanOrEqual(known.get(member.id)!.capacity ?? 2)
        if (member.parts.length === 0) expect(brief.mustHave).toContain(member.id)
      }
      for (const seat of team.seats) expect(known.get(seat.member)!.covers).toContainEqual({ part: seat.part, proof: seat.proof })
      for (const [a, b] of brief.rivals ?? []) if (a !== b) expect(ids.includes(a) && ids.includes(b)).toBe(false)
      expect(ids).toEqual(expect.arrayContaining([...(brief.mustHave ?? [])]))
      expect(ids.some((id) => brief.mustNot?.includes(id))).toBe(false)
      expect(ids.length).toBeLessThanOrEqual(brief.limit ?? 12)
      expect(team.pricePence).toBeLessThanOrEqual(brief.budgetPence ?? Infinity)
      expect(new Set(ids.flatMap((id) => known.get(id)!.place ?? [])).size).toBeGreaterThanOrEqual(brief.places ?? 0)
      expect(new Set(ids.flatMap((id) => known.get(id)!.region ?? [])).size).toBeGreaterThanOrEqual(brief.regions ?? 0)
      expect(ids.filter((id) => known.get(id)!.size === 'small').length).toBeGreaterThanOrEqual(brief.small ?? 0)
    }
  }), { numRuns: runs(30) })
})

test('the different team shares at most half of its members with the first', () => {
  fc.assert(fc.property(pools, ({ brief, candidates, ties }) => {
    const answer = assembled(brief, candidates, ties)
    if (!answer?.different) return
    const first = new Set(answer.teams[0]!.members.map((member) => member.id))
    const shared = answer.different.members.filter((member) => first.has(member.id)).length

    expect(shared * 2).toBeLessThanOrEqual(answer.different.members.length)
  }), { numRuns: runs(30) })
})
