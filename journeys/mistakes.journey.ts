import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { follow, heading, linkIn, MARGARET, PASSWORD, press, signIn, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// What goes wrong on an ordinary day: things mistyped, pressed twice, opened too late.

const house = useHouse()

async function listing(page: Page, name: string): Promise<void> {
  await page.goto('/organisations/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Kind').selectOption({ label: 'Charity' })
}

test('Margaret opens the house', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  await expect(heading(margaret, 'Invite')).toBeSeen()
})

test('a newcomer’s slips stand beside their fields, and all she typed is still there, without script', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/networks/haverstow-makers/invitations')
  const mel = await house.arrive({ phone: true, script: false })
  await mel.goto(await linkIn(margaret, 'Link: Your first link'))
  await write(mel, { 'Your name': 'Mel <b>Price</b>', 'Your e-mail address': 'mel at price', 'Choose a password': 'short', 'The name of your organisation': 'Price & Daughters', 'Postcode district': 'HV1 2AB and more' })
  await mel.locator('form').first().evaluate((form) => { (form as HTMLFormElement).noValidate = true }) // as browsers that check nothing send it

  await press(mel, 'Join Haverstow Makers')

  expect(await mel.title()).toMatch(/^Problem: /)
  for (const sentence of ['This does not look like an e-mail address.', 'A password needs 10 characters or more.', 'Choose the kind of organisation.']) await expect(mel.locator('.field .problem', { hasText: sentence })).toBeSeen()
  expect(await mel.getByLabel('Your name').inputValue()).toBe('Mel <b>Price</b>')
  expect(await mel.getByLabel('Your e-mail address').inputValue()).toBe('mel at price')
  expect(await mel.getByLabel('The name of your organisation').inputValue()).toBe('Price & Daughters')
  expect(await mel.getByLabel('Choose a password').inputValue()).toBe('')
})

test('with script the keyboard lands on the list of problems, and each leads into its field', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/organisations/new')
  await write(margaret, { 'What you do, in one line': 'Bells', 'E-mail': 'nothing like it' })
  await press(margaret, 'List it')

  await expect(margaret.getByRole('heading', { name: /things need a look/ })).toBeSeen()
  expect(await margaret.evaluate(() => document.activeElement?.closest('.problems') !== null)).toBe(true)
  await margaret.getByRole('link', { name: 'The name is missing.' }).click()
  await expect(margaret.getByLabel('Name', { exact: true })).toHaveFocus()
  expect(await margaret.getByLabel('What you do, in one line').inputValue()).toBe('Bells')
})

test('a link that was made up says what happened and what to do', async () => {
  const stranger = await house.arrive({ phone: true })

  for (const path of ['/join/gh_join_made-up', '/answer/gh_link_made-up', '/staff-links/gh_link_made-up', '/sign-in/link/made-up', '/sign-up/made-up', '/reset/made-up', '/confirm-email/made-up']) {
    const answer = await stranger.goto(path)

    expect([404, 410, 409], path).toContain(answer?.status())
    expect((await stranger.getByRole('main').innerText()).length, path).toBeGreaterThan(60)
    await expect(stranger.getByRole('main').getByRole('link')).toBeSeen()
  }
})

test.each([{ script: true }, { script: false }])('pressing twice lists one organisation, not two (%o)', async ({ script }) => {
  const margaret = await comeIn(await house.arrive({ script }), MARGARET.email)
  const name = `Twice ${script ? 'with' : 'without'} script`
  await listing(margaret, name)

  await margaret.getByRole('button', { name: 'List it' }).dblclick()
  await expect(heading(margaret, name)).toBeSeen()

  await margaret.goto('/organisations')
  expect(await margaret.getByRole('main').getByRole('link', { name, exact: true }).count()).toBe(1)
})

test('going back and sending the same form again changes nothing more', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email)
  await listing(margaret, 'Sent again')
  await press(margaret, 'List it')
  await expect(heading(margaret, 'Sent again')).toBeSeen()

  await margaret.goBack()
  await expect(heading(margaret, 'List an organisation')).toBeSeen()
  await margaret.goForward()
  await expect(heading(margaret, 'Sent again')).toBeSeen()

  await margaret.goto('/organisations')
  expect(await margaret.getByRole('main').getByRole('link', { name: 'Sent again', exact: true }).count()).toBe(1)
})

test('signed out in another tab, the next press asks her to sign in and nothing is changed', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email)
  await listing(margaret, 'Never listed')
  const otherTab = await margaret.context().newPage()
  await otherTab.goto('/account')
  await otherTab.getByText('Margaret Ellis').first().click()
  await press(otherTab, 'Sign out', true)
  await expect(heading(otherTab, 'Sign in')).toBeSeen()

  await press(margaret, 'List it')
  await expect(heading(margaret, 'Please sign in first.')).toBeSeen()
  await follow(margaret, 'Sign in')
  await expect(heading(margaret, 'Sign in')).toBeSeen()

  await signIn(margaret, MARGARET.email)
  await margaret.goto('/organisations')
  expect(await margaret.getByText('Never listed').count()).toBe(0)
})

test('an address that is not there says so kindly, to anyone', async () => {
  const stranger = await house.arrive()
  const margaret = await house.arrive()
  await signIn(margaret, MARGARET.email, PASSWORD)

  for (const page of [stranger, margaret]) {
    expect((await page.goto('/networks/no-such-network/members'))?.status()).toBeGreaterThanOrEqual(400)
    expect((await page.goto('/nowhere'))?.status()).toBe(404)
    await expect(page.getByText('There is nothing here, or it is not shared with you.')).toBeSeen()
    await follow(page, 'Go to Home')
  }
})
