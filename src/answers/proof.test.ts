import { describe, expect, test } from 'vitest'
import { beginsSitting } from './answer.ts'
import { levelOf, standingOf, yearsAfter } from './proof.ts'

const noon = new Date('2027-03-02T12:00:00Z')
const later = new Date('2027-03-05T12:00:00Z')

describe('what counts as proof', () => {
  test('a job waits for somebody else’s word, then proves for three years', () => {
    expect(standingOf({ is: 'job', finishedOn: '2026-07-18', ownWordAt: noon, sight: 'network' })).toEqual({ sight: 'network', standsAt: undefined, countsUntil: '2029-07-18' })
    expect(standingOf({ is: 'job', finishedOn: '2026-07-18', ownWordAt: noon, othersWordAt: later, sight: 'network' })).toEqual({ sight: 'network', standsAt: later, countsUntil: '2029-07-18' })
  })

  test('a recommendation stands once the giver stands by it and the one it is about takes it', () => {
    const said = { is: 'recommendation', saidOn: '2027-01-01', sight: 'anyone' } as const
    expect(standingOf({ ...said, takenAt: noon }).standsAt).toBeUndefined()
    expect(standingOf({ ...said, givenAt: noon }).standsAt).toBeUndefined()
    expect(standingOf({ ...said, givenAt: noon, takenAt: later }).standsAt).toEqual(later)
  })

  test('a certificate proves until it runs out; a figure only supports', () => {
    expect(standingOf({ is: 'certificate', addedAt: noon, expiresOn: '2028-01-31', sight: 'network' }).countsUntil).toBe('2028-01-31')
    expect(standingOf({ is: 'certificate', addedAt: noon, issuedOn: '2026-01-31', sight: 'network' }).countsUntil).toBe('2029-01-31')
    expect(standingOf({ is: 'figure', addedAt: noon, sight: 'network' })).toEqual({ sight: 'network', standsAt: noon })
  })

  test('one proof that stands today makes a claim proven, one that stood once makes it old proof, none leaves it claimed', () => {
    const old = { standsAt: noon, countsUntil: '2027-01-01' }, fresh = { standsAt: noon, countsUntil: '2027-03-02' }
    expect(levelOf([], '2027-03-02')).toBe('claimed')
    expect(levelOf([{ countsUntil: '2030-01-01' }], '2027-03-02')).toBe('claimed')
    expect(levelOf([{ standsAt: noon }], '2027-03-02')).toBe('claimed')
    expect(levelOf([old], '2027-03-02')).toBe('old_proof')
    expect(levelOf([old, fresh], '2027-03-02')).toBe('proven')
    expect(levelOf([old, fresh], '2027-03-03')).toBe('old_proof')
  })

  test('three years after 29 February is 28 February', () => {
    expect(yearsAfter('2024-02-29', 3)).toBe('2027-02-28')
    expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29')
  })
})

test('a sitting ends after ten quiet minutes, or when a colleague takes over', () => {
  const before = { savedAt: noon, savedBy: 'priya' }
  expect(beginsSitting(before, new Date(noon.getTime() + 9 * 60_000), 'priya')).toBe(false)
  expect(beginsSitting(before, new Date(noon.getTime() + 11 * 60_000), 'priya')).toBe(true)
  expect(beginsSitting(before, new Date(noon.getTime() + 60_000), 'jo')).toBe(true)
})
