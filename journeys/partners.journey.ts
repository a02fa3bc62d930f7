import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { be } from './harness/come-in.ts'
import { barriersOn } from './harness/look.ts'
import { follow, heading, linkIn, PASSWORD, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// Business friends one would recommend: one notes it, the other says yes, and both remember.

const house = useHouse({ command: 'demo' })

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await write(page, { 'Your name': name, 'Your e-mail address': email, 'A password': PASSWORD })
  await press(page, 'Sign up')
}

async function nothingStandsInTheWay(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([])
}

test('Priya notes a partnership with somebody who is not here yet; once Ada arrives she says yes by one tap, and both have it', async () => {
  const priya = await be(await house.arrive({ phone: true }), 'Priya', '/partnerships')
  await follow(priya, 'Note a partnership')
  await priya.getByText('They are not here yet', { exact: true }).click()
  await write(priya, { 'Their name': 'Okonkwo Kilns' })
  await priya.getByLabel('Trust', { exact: true }).check()
  await press(priya, 'Note it and ask them')
  await expect(heading(priya, 'Noted: Okonkwo Kilns and you')).toBeSeen()
  const link = await linkIn(priya, /For Okonkwo Kilns/)
  await follow(priya, 'Open the partnership')
  await expect(priya.getByText('They are not here yet').first()).toBeSeen()

  const ada = await house.arrive()
  await ada.goto(link)
  await follow(ada, 'Sign up to go on')
  await signUp(ada, 'Ada Okonkwo', 'ada@okonkwo.example')
  await press(ada, 'Yes, this is ours')
  await expect.poll(async () => { // the house asks her a moment after she has arrived
    await ada.goto('/')
    return ada.getByText(/The Wild Bouquet counts you as a partner/).count()
  }, { timeout: 30_000 }).toBeGreaterThan(0)
  await press(ada, 'Yes, just between us')
  await expect(heading(ada, 'The Wild Bouquet and you')).toBeSeen()
  await write(ada, { 'In one line': 'First pots for the June tables' })
  await press(ada, 'Add it')
  await expect(ada.getByText('First pots for the June tables').first()).toBeSeen()
  await nothingStandsInTheWay(ada)

  await priya.reload()
  await expect(priya.getByText('First pots for the June tables').first()).toBeSeen()
  expect(await priya.getByText('Only you see this').count()).toBe(0)
})

test('Tom sees what he and Priya share and never her note; he lets it rest, and takes that back', async () => {
  const tom = await be(await house.arrive(), 'Tom', '/partnerships')
  await follow(tom, 'The Wild Bouquet')
  await expect(tom.getByText('Six weddings together a year')).toBeSeen()
  expect(await tom.getByText('Answers texts, never mail.').count()).toBe(0)
  await follow(tom, 'Let it rest')
  await press(tom, 'Let it rest')
  await expect(tom.getByText(/You let it rest/)).toBeSeen()
  await press(tom, 'Wake it up')
  await expect(tom.getByText('Woke it up again.').first()).toBeSeen()
  expect(await tom.getByText(/You let it rest/).count()).toBe(0)
})

test.each([{ dark: false }, { dark: true, phone: true }])('Ellen walks the map of Don Side Park by keyboard, and reads the same as a list: %o', async (manner) => {
  const ellen = await be(await house.arrive(manner), 'Ellen', '/networks/don-side-park/map')
  await nothingStandsInTheWay(ellen)
  const rivet = ellen.getByRole('link', { name: /^Rivet & Rowe, / })
  await rivet.focus()
  await ellen.keyboard.press('Enter')
  await expect(ellen.getByRole('heading', { level: 2, name: 'Rivet & Rowe' })).toBeSeen()

  await ellen.goto('/networks/don-side-park/map?view=list')
  await expect(ellen.getByText(/^Linked to \d+$/).first()).toBeSeen()
  await nothingStandsInTheWay(ellen)
})
