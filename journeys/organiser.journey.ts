import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { barriersOn, stickingOut } from './harness/look.ts'
import { follow, heading, linkIn, MARGARET, PASSWORD, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// An organiser tends her network: its words, its rules, its people.

const house = useHouse()
const NETWORK = '/networks/haverstow-makers'
const WORDS = 'title,parent,synonyms,code\nTiles,,,T\nSlip casting,Tiles,"casting, moulds",T1\nTile repair,Tiles,restoration,T2\n'

async function join(page: Page, link: string, person: string, organisation: string): Promise<void> {
  await page.goto(link)
  await write(page, { 'Your name': person, 'Your e-mail address': `${person.split(' ')[0]?.toLowerCase()}@makers.example`, 'Choose a password': PASSWORD, 'The name of your organisation': organisation })
  await page.getByLabel('What kind of organisation it is').selectOption({ label: 'Sole trader' })
  await press(page, /^Join/)
  await heading(page, /^Good /).waitFor()
}

test('Margaret brings her words from a spreadsheet, looking before anything changes', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  await margaret.goto(`${NETWORK}/capabilities`)
  await follow(margaret, 'Bring a spreadsheet')
  await margaret.getByLabel('CSV file').setInputFiles({ name: 'words.csv', mimeType: 'text/csv', buffer: Buffer.from(WORDS) })
  await press(margaret, 'Look at it first')
  await expect(heading(margaret, 'Before anything changes')).toBeSeen()
  await expect(margaret.getByText('3 new, 0 changed, 0 the same.')).toBeSeen()

  await press(margaret, 'Take in 3')

  await expect(heading(margaret, 'Capabilities')).toBeSeen()
  await expect(margaret.getByText('Slip casting').first()).toBeSeen()
})

test('the same spreadsheet a second time changes nothing, and says so', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, `${NETWORK}/capabilities/import`)
  await write(margaret, { 'Or paste the rows': WORDS })
  await press(margaret, 'Look at it first')

  await expect(margaret.getByText('Everything in this table is here already.')).toBeSeen()
})

test('she takes a word out of use, and takes that back at once', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, `${NETWORK}/capabilities`)
  await follow(margaret, 'Tile repair')
  await press(margaret, 'Take it out of use')
  await expect(margaret.getByText('No longer in use. What was said with it stays.')).toBeSeen()
  await expect(margaret.getByRole('link', { name: 'Tile repair' })).toBeGone()

  await press(margaret, 'Undo')

  await expect(margaret.getByText('Back in use.')).toBeSeen()
  await expect(margaret.getByRole('link', { name: 'Tile repair' })).toBeSeen()
})

test('she writes the house rules, and the next newcomer reads them before joining', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, `${NETWORK}/settings`)
  await write(margaret, { 'House rules': 'Say no quickly.\n\nPay your partners within thirty days.' })
  await press(margaret, 'Save')
  await margaret.goto(`${NETWORK}/invitations`)
  const link = await linkIn(margaret, 'Link: Your first link')

  const nell = await house.arrive({ phone: true })
  await nell.goto(link)
  await expect(nell.getByText('Pay your partners within thirty days.')).toBeSeen()
  await join(nell, link, 'Nell Bright', 'Bright Enamel')
})

test('Nell becomes the second organiser, so that nobody is missed on holiday', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, `${NETWORK}/organisers`)
  await press(margaret, 'Make organiser Nell Bright')
  await expect(margaret.getByText('They organise it too from now on.')).toBeSeen()

  const nell = await comeIn(await house.arrive(), 'nell@makers.example', `${NETWORK}/invitations`)
  await expect(heading(nell, 'Invite')).toBeSeen()
})

test('a member is taken off the list with a reason, and sees the network no more', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, `${NETWORK}/invitations`)
  const ivo = await house.arrive()
  await join(ivo, await linkIn(margaret, 'Link: Your first link'), 'Ivo Reed', 'Reed Lamps')

  await margaret.goto(`${NETWORK}/members`)
  await follow(margaret, 'Take off the list Reed Lamps')
  await write(margaret, { 'The reason': 'You asked us to.' })
  await press(margaret, 'Take them off')
  await expect(margaret.getByText('Taken off the list.')).toBeSeen()
  await expect(margaret.getByRole('link', { name: 'Reed Lamps' })).toBeGone()

  expect((await ivo.goto(`${NETWORK}/members`))?.status()).toBeGreaterThanOrEqual(403)
})

test('her week says who could do with a hand; one kind question, and Nell answers it', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/')
  await follow(margaret, 'This week')
  await expect(margaret.getByRole('heading', { name: '1 member shows no answer to question 4' })).toBeSeen()
  expect(await barriersOn(margaret)).toEqual([])
  await follow(margaret, 'Ask them kindly')
  await expect(margaret.getByText('“Haverstow Makers would love to read what only you can do.')).toBeSeen()
  expect(await barriersOn(margaret)).toEqual([])
  await press(margaret, 'Ask those ticked')
  await expect(margaret.getByText('One member is asked, on their Home.')).toBeSeen()

  const nell = await comeIn(await house.arrive(), 'nell@makers.example', '/')
  await follow(nell, 'Haverstow Makers would love to read what only you can do.')
  await write(nell, { 'Question 4 of 4': 'Only we fire enamel in the old lock house, four days a week.' })
  await press(nell, 'Save', true)
  await nell.goto('/')
  await expect(nell.getByText('Haverstow Makers would love to read what only you can do.')).toBeGone()

  await margaret.goto(`${NETWORK}/week`)
  await expect(margaret.getByRole('heading', { name: 'Needs you' })).toBeSeen()
  expect(await margaret.getByText('no answer to question 4').count()).toBe(0)
  await margaret.setViewportSize({ width: 320, height: 640 })
  expect(await stickingOut(margaret)).toEqual([])
})
