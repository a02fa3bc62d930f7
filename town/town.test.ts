import { expect, test } from 'vitest'
import { moveTown } from './move-town.ts'
import { checkTown, town } from './index.ts'

test('nothing in the town points nowhere, exists twice or could be mistaken for something real', () => {
  expect(checkTown(town)).toEqual([])
})

test('a bond with somebody who does not live here is noticed', () => {
  const stranger = { ...town.bonds[0]!, between: ['the-wild-bouquet', 'nobody-at-all'] as const } // the town has bonds

  const complaints = checkTown({ ...town, bonds: [stranger] })

  expect(complaints).toContain('bond of the-wild-bouquet and nobody-at-all: no such thing as nobody-at-all')
})

test('the same town can live on another day, and its Saturdays stay Saturdays', () => {
  const moved = moveTown(town, '2026-11-26')

  const wedding = moved.jobs.find((job) => job.key === 'lowe-meadow-wedding')
  expect(moved.today).toBe('2026-11-24')
  expect(new Date(`${wedding?.finishedOn}T00:00:00Z`).getUTCDay()).toBe(6)
  expect(checkTown(moved)).toEqual([])
})
