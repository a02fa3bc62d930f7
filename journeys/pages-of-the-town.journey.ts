import { describe, expect, test } from 'vitest'
import { be as beIn } from './harness/come-in.ts'
import { follow, heading, press } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'
import { walkFrom } from './harness/walk.ts'

// Every kind of page in the example town, as an organiser, a member and a stranger meet it; and how it feels under the fingers.

const house = useHouse({ command: 'demo' })

const be = async (name: string, at?: string) => beIn(await house.arrive(), name, at)

const bad = (walked: Awaited<ReturnType<typeof walkFrom>>) => Object.fromEntries(walked.filter(({ wrong }) => wrong.length > 0).map(({ path, wrong }) => [path, wrong]))

describe('no page holds anybody up', () => {
  const met = new Set<string>()

  test('an organiser’s', async () => {
    const walked = await walkFrom(await be('Ruth'), ['/', '/search?q=a', '/together', '/turns', '/letters', '/introductions'], { met })

    expect(bad(walked)).toEqual({})
    expect(walked.length).toBeGreaterThan(20)
  })

  test('those that only a member of another network meets', async () => {
    expect(bad(await walkFrom(await be('Priya'), ['/'], { met: met.difference(new Set(['/?'])) }))).toEqual({})
  })

  test('a stranger’s', async () => {
    expect(bad(await walkFrom(await house.arrive(), ['/', '/sign-in', '/help']))).toEqual({})
  })
})

test('one chooses whom to be, and moving on with the keyboard lands on the heading of the page that comes', async () => {
  const ellen = await house.arrive()
  await ellen.goto('/welcome/characters')
  await press(ellen, 'Be Ellen')
  await heading(ellen, /^Good/).waitFor()
  await ellen.getByRole('link', { name: 'Network', exact: true }).focus()
  await ellen.keyboard.press('Enter')

  await expect(heading(ellen, 'Don Side Park')).toHaveFocus()
})

test('the first Tab offers to skip the menu, and Enter does', async () => {
  const ellen = await be('Ellen', '/networks/don-side-park')
  await ellen.keyboard.press('Tab')
  await expect(ellen.getByRole('link', { name: 'Skip to the page' })).toHaveFocus()
  await ellen.keyboard.press('Enter')
  await ellen.keyboard.press('Tab')

  expect(await ellen.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('Ctrl K finds a member by a few letters and opens it, without a mouse', async () => {
  const ellen = await be('Ellen', '/')
  await ellen.keyboard.press('Control+k')
  await expect(ellen.getByRole('combobox', { name: 'Find or do' })).toHaveFocus()
  await ellen.keyboard.type('moorside pre')
  await expect(ellen.getByRole('option', { name: /^Moorside Precision/ })).toBeSeen()
  await ellen.keyboard.press('Enter')

  await expect(heading(ellen, 'Moorside Precision')).toHaveFocus()
})

test('after Back the page listens as before: Ctrl K finds, what is typed is saved, and a password is shown', async () => {
  const ellen = await be('Ellen', '/')
  const finds = async () => {
    await ellen.keyboard.press('Control+k')
    await ellen.getByRole('combobox', { name: 'Find or do' }).fill('moorside pre')
    await expect(ellen.getByRole('option', { name: /^Moorside Precision/ })).toBeSeen()
    await ellen.getByRole('dialog', { name: 'Find or do' }).getByRole('button', { name: 'Close' }).click()
  }
  await finds()
  await follow(ellen, 'Find')
  await ellen.goBack()
  await expect(heading(ellen, /^Good/)).toBeSeen()
  await ellen.locator('[role=option]').evaluateAll((options) => options.forEach((option) => option.remove())) // what the copy still shows was found before
  await finds()

  await ellen.goto(`${await ellen.getByRole('link', { name: 'My page' }).first().getAttribute('href')}/answers/4`)
  await follow(ellen, 'Find')
  await ellen.goBack()
  const saved = ellen.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/answers/4'))
  await ellen.getByLabel('Question 4 of 4').fill('Only we let a rig run all night with nobody there, and say so in writing.')
  expect((await saved).ok()).toBe(true)
  await ellen.reload()
  expect(await ellen.getByLabel('Question 4 of 4').inputValue()).toContain('and say so in writing')

  const stranger = await house.arrive()
  await stranger.goto('/sign-in')
  await follow(stranger, 'Sign up')
  await stranger.goBack()
  await expect(heading(stranger, 'Sign in')).toBeSeen()
  await stranger.getByRole('button', { name: /show/i }).first().click()
  expect(await stranger.getByLabel('Your password').getAttribute('type')).toBe('text')
})

test('? lists the keys and Esc puts them away; typing a question mark in a field does neither', async () => {
  const ellen = await be('Ellen', '/')
  const keys = ellen.getByRole('dialog', { name: 'Keys' })
  await ellen.keyboard.press('?')
  await expect(keys).toBeSeen()
  await ellen.keyboard.press('Escape')
  await expect(keys).toBeGone()

  await ellen.goto('/search')
  await ellen.getByRole('main').getByRole('searchbox').fill('who')
  await ellen.keyboard.press('?')

  expect(await keys.isVisible()).toBe(false)
})

test('dark is chosen in the menu, seen at once and remembered', async () => {
  const ellen = await be('Ellen', '/')
  const paper = () => ellen.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await ellen.getByText('Ellen Marsh').first().click()
  const kept = ellen.waitForResponse((answer) => answer.url().endsWith('/theme'))
  await ellen.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect.poll(paper).not.toBe(light)
  await kept

  await ellen.goto('/help')
  expect(await paper()).not.toBe(light)
})

test('on paper there is no menu, and the address and the day stand at the foot', async () => {
  const ellen = await be('Ellen', '/networks/don-side-park/members')
  await ellen.emulateMedia({ media: 'print' })

  expect(await ellen.getByRole('navigation', { name: 'Places' }).isVisible()).toBe(false)
  await expect(ellen.locator('.paper-line')).toBeSeen()
  expect(await ellen.locator('.paper-line').innerText()).toMatch(/^http:\/\/localhost:\d+\/networks\/don-side-park\/members on \d{1,2} \w+ \d{4}$/)
  await expect(ellen.getByText('Moorside Precision')).toBeSeen()
})

test('the town goes away in two presses, and the house is as empty as on its first day', async () => {
  const ellen = await be('Ellen', '/')
  await follow(ellen, 'Start mine')
  await press(ellen, 'Take the town away')

  await expect(heading(ellen, 'Welcome to Guildhall')).toBeSeen()
  await follow(ellen, 'Start mine')
  await expect(heading(ellen, 'Start mine')).toBeSeen()
})
