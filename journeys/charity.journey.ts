import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn } from './harness/look.ts'
import { heading, linkIn, PASSWORD, startMine } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A charity manager, in the dark and with the keyboard alone: she joins, says what only her charity does, and finds who works for the same people.

const house = useHouse()

/** Tab until what has this name has the focus, which must be there to be seen. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const says = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
  for (let steps = 0; steps < 90; steps += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const on = document.activeElement as HTMLElement | null // whatever has the focus in a page of HTML
      const labels = on && 'labels' in on ? [...(on.labels as NodeListOf<HTMLLabelElement> | null ?? [])].map((label) => label.textContent ?? '') : []
      const look = on && getComputedStyle(on)
      const box = on?.getBoundingClientRect()
      return { names: [...labels, on?.getAttribute('aria-label') ?? '', on?.textContent ?? ''].map((one) => one.replaceAll(/\s+/g, ' ').trim()), ring: !!look && (look.outlineStyle !== 'none' || look.boxShadow !== 'none'), inside: !!box && box.bottom > 0 && box.top < innerHeight }
    })
    if (!at.names.some(says)) continue
    expect(at, String(name)).toMatchObject({ ring: true, inside: true })
    return
  }
  throw new Error(`Ninety tabs and nothing called ${String(name)} at ${page.url()}`)
}

async function type(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    await tabTo(page, label)
    await page.keyboard.type(answer)
  }
}

/** Enter on what has the focus, and there once its page is. */
async function go(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  const before = await page.locator('main').elementHandle()
  await page.keyboard.press('Enter')
  await before?.waitForElementState('hidden').catch(() => undefined) // a page left whole takes it away
  await page.locator('main').waitFor()
}

async function join(page: Page, link: string, person: string, organisation: string): Promise<void> {
  await page.goto(link)
  await type(page, { 'Your name': person, 'Your e-mail address': `${person.split(' ')[0]?.toLowerCase()}@town.example`, 'Choose a password': PASSWORD, 'The name of your organisation': organisation })
  await tabTo(page, 'What kind of organisation it is')
  await page.keyboard.type('Charity')
  await go(page, /^Join /)
  await heading(page, /^Good /).waitFor()
}

test('Grace joins, is coached in words of her own world, and says hello to who feeds the same families on other days', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  const link = await linkIn(margaret, 'Link: Your first link')
  const hari = await house.arrive()
  await join(hari, link, 'Hari Desai', 'Harbour Youth Kitchen')
  await go(hari, 'Answer question 4')
  await type(hari, { 'Question 4 of 4': 'Only we cook hot suppers for families at the harbour every Thursday.' })
  await go(hari, 'Save')

  const grace = await house.arrive({ dark: true })
  await join(grace, link, 'Grace Bell', 'Weir Street Food Bank')
  expect(await barriersOn(grace)).toEqual([])
  await go(grace, 'Answer question 4')
  await type(grace, { 'Question 4 of 4': 'We are passionate about bespoke help.' })
  await go(grace, 'Save')
  await expect(grace.getByText(/What would somebody you help notice\?/).first()).toBeSeen()
  await expect(grace.getByLabel('The name of somebody who works for the same people')).toBeSeen()
  expect(await grace.getByText(/customer|rival/).count()).toBe(0)
  expect(await barriersOn(grace)).toEqual([])

  await grace.goto('/find')
  await type(grace, { 'What are you looking for? (optional)': 'hot suppers for families at the harbour' })
  await tabTo(grace, 'Fill a gap')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await grace.keyboard.press(key)
  await expect(grace.getByLabel('Share a cause', { exact: true })).toHaveFocus()
  await grace.keyboard.press('Enter')
  await expect(grace.getByRole('heading', { name: 'Harbour Youth Kitchen' })).toBeSeen()
  expect(await barriersOn(grace)).toEqual([])
  await go(grace, 'Harbour Youth Kitchen')
  await expect(grace.getByText('Only we cook hot suppers for families at the harbour every Thursday.')).toBeSeen()
  expect(await barriersOn(grace)).toEqual([])

  await grace.goBack()
  await go(grace, /^Say hello/)
  await expect(heading(grace, 'Say hello to Harbour Youth Kitchen')).toBeSeen()
  expect(await barriersOn(grace)).toEqual([])
  await go(grace, 'Say hello')
  await hari.goto('/')
  await expect(hari.getByText('Weir Street Food Bank says hello. Would you like to know each other better?').first()).toBeSeen()
  await go(hari, /^Yes, and members may know/)
  await expect(heading(hari, 'Weir Street Food Bank and you')).toBeSeen()
  await grace.goto('/')
  await expect(grace.getByText('Harbour Youth Kitchen said yes: you are partners.')).toBeSeen()
  expect(await barriersOn(grace)).toEqual([])
})
