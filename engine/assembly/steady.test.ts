import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LAW_TIMEOUT, runs } from '../evaluate/law-runs.ts'
import { anyPool } from '../evaluate/task-b-any-pool.ts'
import { askFor, range } from './ask.ts'
import { assemble } from './assemble.ts'
import { preparePool } from './pool.ts'
import { problemFrom } from './problem.ts'
import { keepsLimits } from './score.ts'
import { weakSpot } from './weak-spot.ts'

vi.setConfig({ testTimeout: LAW_TIMEOUT })

const pools = anyPool({ parts: 4, candidates: 8 })

test('a steady team covers every must without any one of its members, and no smaller team does', () => {
  fc.assert(fc.property(pools, ({ brief, candidates, ties }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const problem = problemFrom(pool)
    const gaps = new Set(problem.gaps)
    const musts = range(problem.parts).filter((p) => problem.must[p] && !gaps.has(p))
    const isSteady = (team: readonly number[]) => weakSpot(problem, musts, team) === undefined && keepsLimits(askFor(problem, team.length, { mustsMayStayOpen: true }), team)

    const { steady } = assemble(pool, { steady: true, steps: 1e7 })

    if (steady) {
      const team = steady.members.map((member) => problem.ids.indexOf(member.id))
      expect(isSteady(team)).toBe(true)
      for (const member of steady.members) expect(member.ifItLeaves.opens.filter((part) => musts.includes(problem.partIds.indexOf(part)))).toEqual([])
      if (steady.fewestProven) expect(teamsOf(problem.size, team.length - 1).filter((one) => one.length > 1).some(isSteady)).toBe(false)
    }
  }), { numRuns: runs(30) })
})

test('a steady team is found whenever there is one', () => {
  fc.assert(fc.property(pools, ({ brief, candidates, ties }) => {
    const pool = preparePool(brief, candidates, ties)
    if (pool.is === 'refused') return
    const problem = problemFrom(pool)
    const musts = range(problem.parts).filter((p) => problem.must[p] && !problem.gaps.includes(p))
    const answer = assemble(pool, { steady: true, steps: 1e7 })
    if (answer.teams.length === 0 || answer.steady) return

    const missed = teamsOf(problem.size, 12).find((team) => team.length > 1 && weakSpot(problem, musts, team) === undefined && keepsLimits(askFor(problem, team.length, { mustsMayStayOpen: true }), team))
    expect(missed).toBeUndefined()
  }), { numRuns: runs(30) })
})

function teamsOf(size: number, most: number): number[][] {
  return range(2 ** size).map((bits) => range(size).filter((u) => (bits >> u) & 1)).filter((team) => team.length <= most)
}
