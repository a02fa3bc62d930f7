import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { follow, heading, linkIn, MARGARET, PASSWORD, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A business lists itself, looks after its page and its people, and lists a friend who is not here yet.

const house = useHouse()

async function signUp(page: Page, name: string, email: string): Promise<void> {
  await write(page, { 'Your name': name, 'Your e-mail address': email, 'A password': PASSWORD })
  await press(page, 'Sign up')
}

test('Margaret lists her workshop, and it becomes "My page"', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  await margaret.goto('/')
  await follow(margaret, 'List your organisation')
  await write(margaret, { 'What you do, in one line': 'Slip-cast tiles and repairs to old ones', 'Postcode district': 'HV1', 'Town or village': 'Haverstow Market', 'Phone': '01632 960111' })
  await margaret.getByLabel('Name', { exact: true }).fill('Ellis Tiles')
  await margaret.getByLabel('Kind').selectOption({ label: 'Sole trader' })
  await press(margaret, 'List it')

  await expect(heading(margaret, 'Ellis Tiles')).toBeSeen()
  await follow(margaret, 'My page')
  await expect(margaret.getByText('Slip-cast tiles and repairs to old ones')).toBeSeen()
})

test('she edits the page, and what she wrote is what stands there', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/')
  await follow(margaret, 'Ellis Tiles')
  await follow(margaret, 'Edit this page')
  expect(await margaret.getByLabel('Phone').inputValue()).toBe('01632 960111')
  await write(margaret, { 'Your story': 'We began with one kiln in a cowshed.\n\nThe cows still visit.' })
  await press(margaret, 'Save')

  await expect(margaret.getByText('The cows still visit.')).toBeSeen()
})

test('she says who sees what, and a stranger then sees just that', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/')
  await follow(margaret, 'Ellis Tiles')
  const page = margaret.url()
  const stranger = await house.arrive()
  expect((await stranger.goto(page))?.status()).toBe(404)

  await follow(margaret, /^(Who sees what|Change it)/)
  await margaret.getByRole('group', { name: /^Your page/ }).getByRole('radio', { name: /^Anyone/ }).check()
  await margaret.getByRole('group', { name: /^Phone and e-mail/ }).getByRole('radio', { name: /^Only us/ }).check()
  await press(margaret, 'Save', true)
  await expect(margaret.getByText('Saved. It counts from now on.')).toBeSeen()

  await stranger.goto(page)
  await expect(heading(stranger, 'Ellis Tiles')).toBeSeen()
  expect(await stranger.getByText('01632 960111').count()).toBe(0)
})

test('her brother takes up the link for a colleague and works for it too', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/')
  await follow(margaret, 'Ellis Tiles')
  await follow(margaret, 'Colleagues')
  await write(margaret, { 'Who it is for': 'Huw' })
  await press(margaret, 'Make the link')
  const link = await linkIn(margaret, 'Invitation for Huw')

  const huw = await house.arrive({ phone: true, script: false })
  await huw.goto(link)
  await follow(huw, 'Sign up to go on')
  await signUp(huw, 'Huw Ellis', 'huw@ellis.example')
  await press(huw, 'Join', true)
  await expect(heading(huw, 'Ellis Tiles')).toBeSeen()

  await margaret.reload()
  await expect(margaret.getByText('Huw Ellis')).toBeSeen()
})

test('she lists a friend’s business and hands it over: once claimed it is the friend’s alone', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/organisations/new')
  await margaret.getByLabel(/^Somebody else/).check()
  await margaret.getByLabel('Name', { exact: true }).fill('Okonkwo Kilns')
  await margaret.getByLabel('Kind').selectOption({ label: 'Company' })
  await press(margaret, 'List it')
  await expect(heading(margaret, 'Claim link for Okonkwo Kilns')).toBeSeen()
  await write(margaret, { 'Who it is for': 'Ada' })
  await press(margaret, 'Make the link')
  const link = await linkIn(margaret, 'Claim link for Ada')

  const ada = await house.arrive()
  await ada.goto(link)
  await follow(ada, 'Sign up to go on')
  await signUp(ada, 'Ada Okonkwo', 'ada@okonkwo.example')
  await press(ada, 'Yes, this is ours')
  await expect(heading(ada, 'Okonkwo Kilns')).toBeSeen()
  await expect(ada.getByRole('link', { name: 'Edit this page' })).toBeSeen()

  await margaret.goto(ada.url())
  await expect(heading(margaret, /Okonkwo Kilns|no such organisation/)).toBeSeen()
  expect(await margaret.getByRole('link', { name: 'Edit this page' }).count()).toBe(0)
})
