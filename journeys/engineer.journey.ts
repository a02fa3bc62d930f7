import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { be as beIn } from './harness/come-in.ts'
import { barriersOn } from './harness/look.ts'
import { follow, heading, linkIn, PASSWORD, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// An engineering firm at a desk, from the link in the canteen to being found; and the builder by keyboard alone. The bid itself, from
// the pasted tender to the proof on everybody's page, is walked in hydrogen-bench.journey.ts.

const house = useHouse({ command: 'demo' })

const be = async (name: string, at = '/') => beIn(await house.arrive(), name, at)

/** Nothing on this page stands in anyone's way. */
async function isClear(page: Page): Promise<void> {
  expect(await barriersOn(page), page.url()).toEqual([])
}

test('Nora comes in by a link, says what only they can do, proves it by a certificate, and Ellen finds them', async () => {
  const ruth = await be('Ruth', '/networks/don-side-park/invitations')
  await write(ruth, { 'Where it will hang': 'Canteen' })
  await press(ruth, 'Make a link')
  const link = await linkIn(ruth, 'Link: Canteen')

  const nora = await house.arrive()
  await nora.goto(link)
  await press(nora, 'Join Don Side Park')
  expect(await nora.locator('.problems li').allInnerTexts()).toEqual([
    'Your name is missing.', 'Your e-mail address is missing.', expect.stringMatching(/^A password needs/), 'The name of your organisation is missing.', 'Choose the kind of organisation.',
  ])
  await write(nora, { 'Your name': 'Nora Kessel', 'Your e-mail address': 'nora@kessel.example', 'Choose a password': PASSWORD, 'The name of your organisation': 'Kessel Cryogenics', 'Postcode district': 'HV2' })
  await nora.getByLabel('What kind of organisation it is').selectOption({ label: 'Company' })
  await press(nora, 'Join Don Side Park')
  await heading(nora, /./).waitFor()

  await follow(nora, 'My page')
  await expect(nora.getByText('Not answered yet').first()).toBeSeen()
  await isClear(nora)
  await follow(nora, '4 What can only we do?')
  await write(nora, { 'Question 4 of 4': 'Only we chill a valve to minus 253 degrees and open it 10,000 times in one week, in our own pit at Don Side.' })
  await press(nora, 'Save', true)
  await follow(nora, /^Capabilities and proof/)
  await follow(nora, 'Add a capability')
  await isClear(nora)
  await write(nora, { 'What can you do?': 'Cryogenic valve testing', 'What you say about it': 'One pit, two chillers, valves up to 300 mm', 'How much you can take on': '300 hours in the pit' })
  await nora.getByLabel('Best at').check()
  await press(nora, 'Add it')
  await follow(nora, /certificate/i)
  await write(nora, { 'What it is called': 'ISO 9001', 'Its number': 'FS 990201', 'Who issued it': 'Northern Certification', 'Runs out on': '2099-01-31' })
  await press(nora, 'Add the certificate')
  await expect(nora.getByText('ISO 9001').first()).toBeSeen()
  await isClear(nora)

  const ellen = await be('Ellen', '/find?lens=gap&want=cryogenic+valve+testing')
  await follow(ellen, 'Kessel Cryogenics')
  await expect(ellen.getByText('Only we chill a valve to minus 253 degrees', { exact: false })).toBeSeen()
  await expect(ellen.getByText('ISO 9001')).toBeSeen()
  await expect(ellen.getByRole('link', { name: 'Ask to be introduced' })).toBeSeen()
  await isClear(ellen)
})

test('a tender becomes a line-up, and what-ifs are tried by keyboard alone: the place is kept after each change', async () => {
  const ellen = await be('Ellen', '/networks/don-side-park/briefs/readings')
  await write(ellen, { 'Its words': 'Tender: Rig for the night line\n\nScope of work\n1. Design of the bench, as a test rig: 900 hours\n2. Controls software, source handed over: 600 hours\n3. Leak testing of every joint: 350 joints' })
  await press(ellen, 'Read it')
  await expect(heading(ellen, '3 parts were found')).toBeSeen()
  expect(await ellen.getByLabel('What needs to be done').first().inputValue()).toBe('Design of the bench, as a test rig')
  expect(await ellen.getByLabel('How much', { exact: false }).first().inputValue()).toBe('900 hours')
  await isClear(ellen)
  await press(ellen, 'Make the draft')
  await press(ellen, 'Publish it')
  await expect(ellen.getByText('Say until when others can answer.')).toBeSeen()
  await follow(ellen, 'Say until when')
  await write(ellen, { 'Answers by': new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) })
  await press(ellen, 'Save')
  await press(ellen, 'Publish it')
  await follow(ellen, 'Build a team for it')
  await press(ellen, 'Start the team')

  const out = ellen.getByRole('button', { name: /^Leave out ?Leak testing/ })
  await tabTo(ellen, /^Leave out ?Leak testing/)
  await ellen.keyboard.press('Enter')
  await expect(out).toBeGone()
  const back = ellen.getByRole('button', { name: /^Put back ?Leak testing/ })
  await expect(back).toHaveFocus()
  await ellen.keyboard.press('Enter')
  await expect(back).toBeGone()
  await expect(ellen.getByRole('button', { name: /^Good to have ?Leak testing/ })).toHaveFocus()
})

/** Tabs forward from where the keyboard is until it stands on what is called so; all the way round at most once. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press('Tab')
    if (name.test(await page.evaluate(() => (document.activeElement?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()))) return
  }
  throw new Error(`The keyboard never came to ${name.source} at ${page.url()}`)
}
