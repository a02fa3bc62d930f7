import fc from 'fast-check'
import type { Brief, Candidate, Tie } from '../assembly/brief.ts'

export type AnyPool = { readonly brief: Brief; readonly candidates: readonly Candidate[]; readonly ties: readonly Tie[] }
type Wishes = Pick<Brief, 'mustHave' | 'mustNot' | 'rivals' | 'places' | 'regions' | 'small' | 'budgetPence'>
type Sizes = { readonly parts: number; readonly leastParts?: number; readonly candidates: number; readonly capacity?: number; readonly limits?: boolean }

/** Small pools of every kind: equals, gaps, rivals, people nobody knows, limits that may or may not be met. */
export function anyPool({ parts, leastParts = 1, candidates, capacity = 3, limits = true }: Sizes): fc.Arbitrary<AnyPool> {
  const part = fc.integer({ min: 0, max: parts - 1 })
  const person = fc.integer({ min: 0, max: candidates - 1 }).map((n) => `m${n}`)
  const proof = fc.constantFrom('proven' as const, 'old proof' as const, 'claimed' as const)
  const asked = fc.record({ weight: fc.constantFrom(undefined, 1, 2, 0.3, 0), need: fc.constantFrom('must' as const, 'must' as const, 'should' as const) })
  const candidate = fc.record({
    covers: fc.array(fc.record({ part: part.map((n) => `p${n}`), proof }), { minLength: 1, maxLength: 4 }),
    capacity: fc.constantFrom(undefined, 1, 2, capacity, 0),
    place: fc.constantFrom(undefined, 'Bath', 'Frome', 'Wells'),
    region: fc.constantFrom(undefined, 'north', 'south'),
    size: fc.constantFrom(undefined, 'small' as const, 'large' as const),
    pricePence: fc.constantFrom(undefined, 100, 250, 999),
  })
  const pair = fc.tuple(person, person)
  const wishes: fc.Arbitrary<Partial<Wishes>> = fc.record({
    mustHave: fc.array(person, { maxLength: 2 }), mustNot: fc.array(person, { maxLength: 2 }), rivals: fc.array(pair, { maxLength: 3 }),
    places: fc.integer({ min: 0, max: 3 }), regions: fc.integer({ min: 0, max: 2 }), small: fc.integer({ min: 0, max: 2 }),
    budgetPence: fc.integer({ min: 200, max: 4000 }),
  }, { requiredKeys: [] })
  return fc.record({
    parts: fc.array(asked, { minLength: leastParts, maxLength: parts }),
    candidates: fc.array(candidate, { maxLength: candidates }),
    ties: fc.array(fc.record({ pair, strength: fc.constantFrom(0, 0.25, 0.5, 1, 0.37) }), { maxLength: candidates * 2 }),
    wishes: limits ? wishes : fc.constant<Partial<Wishes>>({}),
    trust: fc.constantFrom(undefined, 0, 1), memberCost: fc.constantFrom(undefined, 0),
  }).map((any) => ({
    brief: {
      ...any.wishes, trust: any.trust, memberCost: any.memberCost,
      parts: any.parts.map((one, n) => ({ id: `p${n}`, ...one })),
      mustHave: any.wishes.mustHave?.filter((id) => Number(id.slice(1)) < any.candidates.length),
    },
    candidates: any.candidates.map((one, n) => ({ id: `m${n}`, ...one })),
    ties: any.ties.map(({ pair: [a, b], strength }) => ({ a, b, strength })),
  }))
}
