import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { loadHighs } from '../evaluate/task-b-highs.ts'
import { asMilp } from '../evaluate/task-b-milp.ts'
import { allowanceOf } from './allowance.ts'
import { type Ask, askFor, range } from './ask.ts'
import { preparePool } from './pool.ts'
import { problemFrom } from './problem.ts'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { anyPool } from '../evaluate/task-b-any-pool.ts'
import { scoreOf } from './score.ts'
import { solve } from './solve.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })

const plenty = () => allowanceOf({ steps: 5e7 })

function bestByLookingAtAll(ask: Ask): number {
  let best = -Infinity
  const choose = (team: readonly number[], from: number): void => {
    if (team.length === ask.members) best = Math.max(best, scoreOf(ask, team))
    else for (let u = from; u < ask.problem.size; u++) choose([...team, u], u + 1)
  }
  choose([], 0)
  return best
}

const asksOf = fc.record({ pool: anyPool({ parts: 5, candidates: 9 }), members: fc.integer({ min: 1, max: 5 }), open: fc.boolean() })

test('no team of any size is worth more than the one called best', () => {
  fc.assert(fc.property(asksOf, ({ pool: { brief, candidates, ties }, members, open }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const ask = askFor(problemFrom(pool), members, { mustsMayStayOpen: open })

    const solved = solve(ask, plenty())

    expect(solved.proven).toBe(true)
    expect(solved.score).toBe(bestByLookingAtAll(ask))
    if (solved.team) expect(scoreOf(ask, solved.team)).toBe(solved.score)
  }), { numRuns: runs(50) })
})

test('briefs of more than eight parts, which are searched part by part, find the same best', () => {
  const wide = fc.record({ pool: anyPool({ parts: 11, leastParts: 9, candidates: 9, capacity: 5 }), members: fc.integer({ min: 2, max: 5 }), open: fc.boolean() })
  fc.assert(fc.property(wide, ({ pool: { brief, candidates, ties }, members, open }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const ask = askFor(problemFrom(pool), members, { mustsMayStayOpen: open })

    const solved = solve(ask, plenty())

    expect(solved.proven).toBe(true)
    expect(solved.score).toBe(bestByLookingAtAll(ask))
  }), { numRuns: runs(30) })
})

test('a team that shares at most some members with another is the best of those', () => {
  fc.assert(fc.property(asksOf, ({ pool: { brief, candidates, ties }, members, open }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const problem = problemFrom(pool)
    const ask = askFor(problem, members, { mustsMayStayOpen: open, sharing: { team: range(problem.size).slice(0, 4), most: Math.floor(members / 2) } })

    const solved = solve(ask, plenty())

    expect(solved.proven).toBe(true)
    expect(solved.score).toBe(bestByLookingAtAll(ask))
  }), { numRuns: runs(30) })
})

test('HiGHS, asked the same question, finds the same value', async () => {
  const highs = await loadHighs()
  fc.assert(fc.property(fc.record({ pool: anyPool({ parts: 6, candidates: 16 }), members: fc.integer({ min: 1, max: 6 }) }), ({ pool: { brief, candidates, ties }, members }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const ask = askFor(problemFrom(pool), members)

    const solved = solve(ask, plenty())
    const theirs = ask.problem.size === 0 ? undefined : highs.solve(asMilp(ask), { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 })

    if (theirs?.Status !== 'Optimal') expect(solved.team).toBeUndefined()
    else expect(solved.score / 1e6).toBeCloseTo(theirs.ObjectiveValue - (ask.problem.memberCost / 1e6) * (members - 1), 4)
  }), { numRuns: runs(20) })
})

test('a search that runs out of steps still never promises less than the best', () => {
  fc.assert(fc.property(asksOf, fc.integer({ min: 0, max: 400 }), ({ pool: { brief, candidates, ties }, members, open }, steps) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const ask = askFor(problemFrom(pool), members, { mustsMayStayOpen: open })

    const hurried = solve(ask, allowanceOf({ steps }))
    const best = bestByLookingAtAll(ask)

    expect(hurried.score).toBeLessThanOrEqual(best)
    expect(hurried.bound).toBeGreaterThanOrEqual(best)
  }), { numRuns: runs(30) })
})
