import { expect, test } from 'vitest'
import { killHouse } from './kill-house.ts'

/** As many as bring every kind of moment up; `node scripts/reliability/kill-house.ts` and the figures kill it twenty times. */
const ROUNDS = process.env.NIGHT ? 1_000 : 6

test('killed at random moments, the house opens again with everything it said was saved, and nothing half done', { timeout: 3_600_000 }, async () => {
  const found = await killHouse(ROUNDS)
  console.log(`killed ${found.openings.length} times: ${found.acknowledged} changes acknowledged, ${found.lost} lost, ${found.unanswered} unanswered; openings from ${Math.round(found.openings[0] ?? 0)} to ${Math.round(found.openings.at(-1) ?? 0)} ms`)

  expect(found).toMatchObject({ lost: 0, halfDone: [] })
  expect(found.acknowledged).toBeGreaterThan(ROUNDS)
})

test('control: a yes that came too early is caught', { timeout: 600_000 }, async () => {
  expect((await killHouse(3, true)).lost).toBeGreaterThan(0)
})
