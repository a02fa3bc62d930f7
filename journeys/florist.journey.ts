import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriersOn, stickingOut } from './harness/look.ts'
import { follow, heading, linkIn, PASSWORD, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A florist joins from a link on her phone, without script and on a slow line, and her answers come to be proven.

const house = useHouse()

async function join(page: Page, link: string, who: { person: string; organisation: string; kind: string }): Promise<void> {
  await page.goto(link)
  await write(page, { 'Your name': who.person, 'Your e-mail address': `${who.person.split(' ')[0]?.toLowerCase()}@trades.example`, 'Choose a password': PASSWORD, 'The name of your organisation': who.organisation })
  await page.getByLabel('What kind of organisation it is').selectOption({ label: who.kind })
  await press(page, /^Join/)
  await heading(page, /^Good /).waitFor()
}

async function onASlowLine(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 60_000, uploadThroughput: 30_000 })
}

const twins = new WeakMap<Page, Page>()

/** Axe needs script, so it looks at the same address with script and the same cookies. */
async function nothingInTheWay(page: Page): Promise<void> {
  expect(await stickingOut(page), page.url()).toEqual([])
  const twin = twins.get(page) ?? await house.arrive({ phone: true })
  twins.set(page, twin)
  await twin.context().addCookies(await page.context().cookies())
  await twin.goto(page.url())
  expect(await barriersOn(twin), page.url()).toEqual([])
}

test('from a link on a poster to a claim that is proven, and a page that others can choose by', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  const link = await linkIn(margaret, 'Link: Your first link')
  const asha = await house.arrive()
  await join(asha, link, { person: 'Asha Patel', organisation: 'Asha’s Cakes', kind: 'Sole trader' })

  const priya = await house.arrive({ phone: true, script: false, own: true })
  await onASlowLine(priya)
  await join(priya, link, { person: 'Priya Nair', organisation: 'The Wild Bouquet', kind: 'Sole trader' })
  await expect(priya.getByText('Welcome to Haverstow Makers. Here is a good place to begin.')).toBeSeen()
  await nothingInTheWay(priya)

  await follow(priya, 'Answer question 4')
  await write(priya, { 'Question 4 of 4': 'We are passionate about bespoke flowers.' })
  await press(priya, 'Save', true)
  await expect(priya.getByText(/anyone could say these. What would a customer notice\?/).first()).toBeSeen()
  expect(await priya.getByLabel('Question 4 of 4').inputValue()).toBe('We are passionate about bespoke flowers.')
  await write(priya, { 'Question 4 of 4': 'Only we cut every stem within 12 miles of Haverstow, on the morning of the wedding.' })
  await priya.getByRole('button', { name: 'Save', exact: true }).dblclick()
  await expect(priya.getByText('Only we cut every stem').last()).toBeSeen()
  await nothingInTheWay(priya)

  await follow(priya, 'Next: put proof behind it')
  await follow(priya, 'Add a capability')
  await write(priya, { 'What can you do?': 'Wedding flowers' })
  await priya.getByLabel('Best at', { exact: true }).check()
  await press(priya, 'Add it', true)
  await follow(priya, 'A job')
  await write(priya, { 'What the job was': 'Wedding for 130 in a hay meadow', 'Finished on': '2026-07-18' })
  await priya.getByLabel('A partner here').selectOption({ label: 'Asha’s Cakes' })
  await nothingInTheWay(priya)
  await press(priya, 'Note the job')

  await asha.goto('/')
  await press(asha, /^Yes/)
  await asha.goto('/networks/haverstow-makers/members')
  await follow(asha, 'The Wild Bouquet')
  await expect(asha.getByText('Only we cut every stem within 12 miles of Haverstow')).toBeSeen()
  await expect(asha.getByText('Proven: 1 job')).toBeSeen()
  await expect(asha.getByText('Wedding for 130 in a hay meadow')).toBeSeen()
  expect(await barriersOn(asha)).toEqual([])

  await asha.goto('/networks/haverstow-makers/map')
  await asha.locator('svg a', { hasText: 'Asha' }).first().focus()
  const bouquet = asha.locator('svg a', { hasText: 'The Wild Bouquet' }).first()
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) if (!(await bouquet.evaluate((link) => link === document.activeElement))) await asha.keyboard.press(key)
  await expect(bouquet).toHaveFocus()

  await follow(priya, 'My page')
  await expect(priya.getByText('Proven: 1 job')).toBeSeen()
  await expect(priya.getByRole('listitem').filter({ hasText: '2 What can others do for us?' }).getByText('Not answered yet')).toBeSeen()
  await nothingInTheWay(priya)
})

test('somebody she recommends and who is not here yet gets a link, and she is asked what she types only once', async () => {
  const priya = await house.arrive({ phone: true, script: false })
  await priya.goto('/sign-in')
  await write(priya, { 'Your e-mail address': 'priya@trades.example', 'Your password': PASSWORD })
  await press(priya, 'Sign in', true)

  await follow(priya, 'Invite one person you recommend')
  await expect(heading(priya, 'Invite somebody you recommend')).toBeSeen()
  await write(priya, { 'Their name': 'Tom’s Tipis' })
  await press(priya, 'List them and get the link')
  await expect(heading(priya, 'Noted: Tom’s Tipis and you')).toBeSeen()
  expect(await linkIn(priya, /For Tom’s Tipis/)).toContain('/staff-links/')
  await nothingInTheWay(priya)

  await priya.goto('/find')
  expect(await priya.getByRole('link', { name: 'Answer Question 2' }).count()).toBe(1)
  await nothingInTheWay(priya)
})
