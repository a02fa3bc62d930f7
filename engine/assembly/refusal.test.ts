import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { assemble } from './assemble.ts'
import type { Brief, Candidate, Tie } from './brief.ts'
import { preparePool } from './pool.ts'
import { whatIf } from './what-if.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })

const must = (id: string) => ({ id, need: 'must' as const })
const proven = (id: string, ...parts: string[]): Candidate => ({ id, covers: parts.map((part) => ({ part, proof: 'proven' })) })
const fern = proven('fern', 'flowers')
const hugo = proven('hugo', 'tent')
const parts = [must('flowers'), must('tent')]

describe('a brief that cannot be worked on says why', () => {
  const cases: [string, Brief, readonly Candidate[], readonly Tie[], string, readonly string[]][] = [
    ['without parts', { parts: [] }, [fern], [], 'no parts', []],
    ['with 200 parts', { parts: Array.from({ length: 200 }, (_, n) => must(`p${n}`)) }, [fern], [], 'too many parts', []],
    ['with a part twice', { parts: [must('tent'), must('tent')] }, [hugo], [], 'the same part twice', ['tent']],
    ['with a candidate twice', { parts }, [fern, fern], [], 'the same candidate twice', ['fern']],
    ['with a negative weight', { parts: [{ ...must('tent'), weight: -1 }] }, [hugo], [], 'a number out of range', ['tent']],
    ['with a weight that is no number', { parts: [{ ...must('tent'), weight: NaN }] }, [hugo], [], 'a number out of range', ['tent']],
    ['with a huge price', { parts }, [{ ...fern, pricePence: 1e300 }], [], 'a number out of range', ['fern']],
    ['with a negative tie', { parts }, [fern, hugo], [{ a: 'fern', b: 'hugo', strength: -1 }], 'a number out of range', ['fern', 'hugo']],
    ['with a limit of nobody', { parts, limit: 0 }, [fern], [], 'a number out of range', ['limit']],
    ['with a must-have nobody knows', { parts, mustHave: ['nora'] }, [fern], [], 'a must-have nobody knows', ['nora']],
    ['with a must-have that is a must-not', { parts, mustHave: ['fern'], mustNot: ['fern'] }, [fern], [], 'a must-have that is also a must-not', ['fern']],
    ['with must-haves that exclude each other', { parts, mustHave: ['fern', 'hugo'], rivals: [['hugo', 'fern']] }, [fern, hugo], [], 'must-haves that exclude each other', ['fern', 'hugo']],
    ['with more must-haves than the limit', { parts, mustHave: ['fern', 'hugo'], limit: 1 }, [fern, hugo], [], 'more must-haves than the limit', ['fern', 'hugo']],
  ]
  test.each(cases)('%s', (_, brief, candidates, ties, because, about) => {
    expect(preparePool(brief, candidates, ties)).toEqual({ is: 'refused', because, about })
  })
})

test('a part nobody can take is named as a gap, and the rest still gets its team', () => {
  const pool = preparePool({ parts: [...parts, must('music')] }, [fern, hugo], [])
  if (pool.is === 'refused') throw new Error(pool.because)

  const answer = assemble(pool)

  expect(answer.gaps).toEqual(['music'])
  expect(answer.teams.map((team) => team.members.map((member) => member.id))).toEqual([['fern', 'hugo']])
  expect(answer.teams[0]!.open).toEqual(['music'])
})

test('a circle without anyone gives gaps and no team', () => {
  const pool = preparePool({ parts }, [], [])
  if (pool.is === 'refused') throw new Error(pool.because)

  expect(assemble(pool)).toMatchObject({ gaps: ['flowers', 'tent'], teams: [] })
})

test('when the limit is too small for every must, the team covers as many as it can', () => {
  const pool = preparePool({ parts, limit: 1 }, [fern, hugo, proven('iris', 'flowers')], [])
  if (pool.is === 'refused') throw new Error(pool.because)

  const answer = assemble(pool)

  expect(answer.teams).toHaveLength(1)
  expect(answer.teams[0]!.open).toHaveLength(1)
})

test('someone with no capacity is never given a part', () => {
  const pool = preparePool({ parts }, [{ ...fern, capacity: 0 }, hugo], [])
  if (pool.is === 'refused') throw new Error(pool.because)

  expect(assemble(pool).gaps).toEqual(['flowers'])
})

test('ties, rivals and parts that point at nothing are passed over', () => {
  const brief: Brief = { parts, rivals: [['fern', 'ghost'], ['fern', 'fern']], mustNot: ['ghost'] }
  const pool = preparePool(brief, [{ ...fern, covers: [...fern.covers, { part: 'ghost', proof: 'proven' }] }, hugo], [{ a: 'fern', b: 'ghost', strength: 1 }, { a: 'fern', b: 'fern', strength: 1 }])
  if (pool.is === 'refused') throw new Error(pool.because)

  expect(assemble(pool).teams[0]!.value).toBeCloseTo(1.9)
})

test('whatever numbers and names are given, the answer is a refusal or finite', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1e308, -1, 0.5, Number.MAX_SAFE_INTEGER))
  const name = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '', '木工'), fc.string({ unit: 'binary', maxLength: 3 }))
  const proof = fc.constantFrom('proven', 'old proof', 'claimed', 'toString') as fc.Arbitrary<'proven'>
  const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 })
  const sane = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) }, { weight: 1, arbitrary: number })
  const brief = fc.record({
    parts: fc.array(fc.record({ id: name, need: fc.constantFrom('must', 'should'), weight: optional(sane) }), { maxLength: 12 }),
    limit: optional(sane), mustHave: optional(fc.array(name, { maxLength: 1 })), mustNot: optional(fc.array(name, { maxLength: 2 })),
    rivals: optional(fc.array(fc.tuple(name, name), { maxLength: 3 })), places: optional(sane), regions: optional(sane), small: optional(sane),
    budgetPence: optional(sane), trust: optional(sane), memberCost: optional(sane),
  }) as fc.Arbitrary<Brief>
  const candidates = fc.uniqueArray(fc.record({
    id: name, covers: fc.array(fc.record({ part: name, proof }), { maxLength: 4 }), capacity: optional(sane), place: optional(name), region: optional(name), pricePence: optional(sane), fit: optional(number),
  }), { maxLength: 10, selector: (one) => one.id })
  const ties = fc.array(fc.record({ a: name, b: name, strength: sane }), { maxLength: 12 })
  fc.assert(fc.property(brief, candidates, ties, name, (anyBrief, anyone, anyTies, id) => {
    const pool = preparePool(anyBrief, anyone, anyTies)
    if (pool.is === 'refused') return
    const answer = assemble(pool, { steps: 3000, steady: true })
    const after = whatIf(pool, [{ pin: id }, { part: { id, weight: 2 } }], { steps: 1000, before: answer })

    for (const team of [...answer.teams, ...(answer.steady ? [answer.steady] : []), ...(after.is === 'refused' ? [] : after.teams)]) {
      expect(Number.isFinite(team.value) && Number.isFinite(team.pricePence)).toBe(true)
      for (const member of team.members) expect(Number.isFinite(member.ifItLeaves.loses)).toBe(true)
      if (team.sure.is === 'best found') expect(team.sure.atMostBelow.percent >= 0 && team.sure.atMostBelow.percent <= 100).toBe(true)
    }
  }), { numRuns: runs(70) })
})
