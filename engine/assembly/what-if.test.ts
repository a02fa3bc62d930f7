import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import type { Candidate, Proof } from './brief.ts'
import { type Pool, preparePool } from './pool.ts'
import type { Assembly } from './team.ts'
import { type Change, whatIf } from './what-if.ts'

const by = (id: string, covers: Record<string, Proof>, more: Partial<Candidate> = {}): Candidate =>
  ({ id, covers: Object.entries(covers).map(([part, proof]) => ({ part, proof })), ...more })

function wedding(): { pool: Pool; answer: Assembly } {
  const pool = preparePool(
    { parts: [{ id: 'cake', need: 'must' }, { id: 'flowers', need: 'must' }, { id: 'tent', need: 'must' }, { id: 'music', need: 'should' }] },
    [
      by('asha', { cake: 'proven' }), by('fern', { flowers: 'proven', tent: 'claimed' }), by('hugo', { tent: 'proven', music: 'claimed' }),
      by('iris', { flowers: 'claimed', cake: 'old proof' }), by('nora', { music: 'proven' }), by('otto', { tent: 'old proof' }),
    ],
    [{ a: 'fern', b: 'hugo', strength: 1 }, { a: 'asha', b: 'fern', strength: 0.4 }, { a: 'iris', b: 'otto', strength: 0.2 }],
  )
  if (pool.is === 'refused') throw new Error(pool.because)
  return { pool, answer: assemble(pool) }
}

const teamsAfter = (change: Change): string[] => {
  const { pool, answer } = wedding()
  const after = whatIf(pool, change, { before: answer })
  return after.is === 'refused' ? [after.because] : after.teams.map((team) => team.members.map((member) => member.id).join(' '))
}

test('one team per size is proposed, the smallest first, each proven best', () => {
  const { answer } = wedding()

  expect(answer.teams.map((team) => team.members.map((member) => member.id).join(' '))).toEqual(['asha fern', 'asha fern hugo', 'asha fern hugo nora'])
  expect(answer.teams.map((team) => team.sure.is)).toEqual(['proven best', 'proven best', 'proven best'])
})

test('each member shows what rests on it, who vouches for it, and who could step in', () => {
  const asha = wedding().answer.teams[1]!.members.find((member) => member.id === 'asha')!

  expect(asha).toMatchObject({ parts: ['cake'], alone: ['cake'], vouchedBy: { id: 'fern', worth: 0.2 }, ifItLeaves: { opens: ['cake'] }, substitute: { id: 'iris', opens: [] } })
  expect(asha.ifItLeaves.loses).toBeCloseTo(1 + 0.2 - 0.1)
  expect(asha.substitute!.loses).toBeCloseTo(1 - 0.7 + 0.2)
})

test('who drops out is in no team any more', () => {
  expect(teamsAfter({ drop: 'hugo' }).join(' ')).not.toContain('hugo')
})

test('who is pinned is in every team', () => {
  for (const team of teamsAfter({ pin: 'otto' })) expect(team).toContain('otto')
})

test('pinning and banning the same member is refused', () => {
  const { pool } = wedding()

  expect(whatIf(pool, [{ pin: 'otto' }, { ban: 'otto' }])).toEqual({ is: 'refused', because: 'a must-have that is also a must-not', about: ['otto'] })
})

test('a part taken out of the brief needs nobody', () => {
  expect(teamsAfter({ withoutPart: 'cake' })[0]).toBe('fern')
})

test('a part added to the brief finds its people', () => {
  const { pool } = wedding()

  const after = whatIf(pool, { withPart: { id: 'photographs', need: 'must' } })

  expect(after).toMatchObject({ is: 'assembled', gaps: ['photographs'] })
})

test('a should that becomes a must is covered', () => {
  expect(teamsAfter({ part: { id: 'music', need: 'must' } })[0]).toMatch(/hugo|nora/)
})

test('the answer after a change is the answer to the changed brief', () => {
  const { pool, answer } = wedding()
  const after = whatIf(pool, { drop: 'asha' }, { before: answer, steps: 1e6, withoutSubstitutes: false, withoutDifferent: false })
  const afresh = preparePool({ ...pool.brief, mustNot: ['asha'] }, [...pool.everyone.values()], pool.allTies)

  expect(afresh.is === 'prepared' && assemble(afresh)).toEqual(after)
})
