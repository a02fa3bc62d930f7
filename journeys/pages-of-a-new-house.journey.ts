import { expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { linkIn, MARGARET, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'
import { walkFrom } from './harness/walk.ts'

// A house on its first day, when every page is still empty: what its host meets, and what stands outside.

const house = useHouse()
const bad = (walked: Awaited<ReturnType<typeof walkFrom>>) => Object.fromEntries(walked.filter(({ wrong }) => wrong.length > 0).map(({ path, wrong }) => [path, wrong]))

test('before anybody lives there', async () => {
  const walked = await walkFrom(await house.arrive(), ['/welcome', '/help'])

  expect(bad(walked)).toEqual({})
  expect(walked.map(({ path }) => path)).toContain('/welcome/mine')
})

test('everything its host can reach, still empty', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  const link = new URL(await linkIn(margaret, 'Link: Your first link')).pathname

  const walked = await walkFrom(margaret, ['/', '/upkeep/health', '/upkeep/settings', '/mail', '/work', '/tokens', '/organisations/new', '/search?q=nobody', '/letters', link])

  expect(bad(walked)).toEqual({})
  expect(walked.length).toBeGreaterThan(20)
})

test('the page of a backup under way, and of the letters that wait', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/networks/haverstow-makers/invitations')
  await write(margaret, { 'Their e-mail address': 'ravi@sandhu.example' })
  await press(margaret, 'Invite', true)
  await margaret.goto('/mail')
  const mail = (await margaret.getByRole('link', { name: /Haverstow Makers$/ }).first().getAttribute('href')) ?? ''
  await margaret.goto('/upkeep/health')
  await press(margaret, 'Make a backup now')
  await expect(margaret.getByText(/Done|done|finished/).first()).toBeSeen()

  const walked = await walkFrom(margaret, ['/mail', mail, '/upkeep/health', new URL(margaret.url()).pathname], { onwards: false })

  expect(bad(walked)).toEqual({})
})

test('a stranger at the door', async () => {
  const walked = await walkFrom(await house.arrive(), ['/', '/sign-in', '/sign-up', '/reset', '/sign-in/link'])

  expect(bad(walked)).toEqual({})
})
