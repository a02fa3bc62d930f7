import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { askForReset } from './reset-password.ts'
import { askForSignInLink } from './sign-in-by-link.ts'
import { signIn } from './sign-in.ts'
import { arrive } from './testing/people.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  await arrive(house, 'Priya')
})
afterAll(() => house.close())

const ways: Record<string, (email: string) => Promise<unknown>> = {
  'signing in': (email) => signIn(house.ctx(nobody), { email, password: 'not the password' }, '').catch(() => undefined),
  'asking for a link': (email) => askForSignInLink(house.ctx(nobody), { email }),
  'asking for a reset': (email) => askForReset(house.ctx(nobody), { email }),
}

// Taken in turn, so that a busy machine slows both alike; the bound is wide, since a missing hash would show as ten-fold.
// Only at night: by day a machine does too much else to be timed.
test.runIf(process.env.NIGHT).each(Object.keys(ways))('the time that %s takes tells nothing about who is known', async (name) => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 25; round += 1) {
    house.clock.forward(3_600_000) // past every limit
    for (const [which, email] of [['known', 'priya@example.org'], ['unknown', `stranger${round}@example.org`]] as const) {
      const from = performance.now()
      await ways[name]?.(email)
      times[which].push(performance.now() - from)
    }
  }

  const ratio = middle(times.known) / middle(times.unknown)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
