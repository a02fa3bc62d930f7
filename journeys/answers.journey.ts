import type { Page } from 'playwright-core'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { be } from './harness/come-in.ts'
import { barriersOn } from './harness/look.ts'
import { follow, heading, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// Four clear answers, and what comes of them: somebody writes, somebody confirms, somebody brings the rest along.

const house = useHouse({ command: 'demo' })

const level = (page: Page, says: string) => page.getByRole('list', { name: /^Clarity/ }).locator('[aria-current=step]').filter({ hasText: says })

test('Priya, on her phone, answers question 4, sees why it is vague, and makes it convincing', async () => {
  const priya = await be(await house.arrive({ phone: true }), 'Priya', '/')
  await follow(priya, 'My page')
  await priya.goto(`${new URL(priya.url()).pathname.replace(/\/(answers|public-page).*$/, '')}/answers/4`)
  const answer = priya.getByLabel('Question 4 of 4')

  await answer.fill('We are passionate about bespoke flowers of the highest quality.')
  await expect(level(priya, 'Getting there')).toBeSeen()
  await expect(priya.getByText(/passionate/).filter({ hasText: /anyone could say/i })).toBeSeen()

  await answer.fill('Only we grow and arrange every stem within 12 miles, so your flowers were in a Nether Pellow field that same morning.')
  await expect(level(priya, 'Convincing')).toBeSeen()
  await priya.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(priya.getByText('Saved').first()).toBeSeen()
  await priya.reload()

  expect(await priya.getByLabel('Question 4 of 4').inputValue()).toContain('within 12 miles')
})

test('a stranger finds her page without script and sends “That’s us”; Priya sees it under Your turn', async () => {
  const stranger = await house.arrive({ script: false })
  await stranger.goto('/o/the-wild-bouquet')
  await expect(heading(stranger, 'The Wild Bouquet')).toBeSeen()
  expect(await stranger.locator('script[src]').count()).toBe(0)
  await follow(stranger, /That’s us/)
  await write(stranger, { 'Who you are': 'Olive Tranter, wedding cakes in Lamb Street', 'How to reach you': 'olive@tranter.example', 'What you could do': 'Cakes that take your pressed flowers, in April.' })
  await press(stranger, /^Send to The Wild Bouquet/)
  await expect(heading(stranger, 'Thank you')).toBeSeen()

  const priya = await be(await house.arrive(), 'Priya', '/')
  await expect(priya.getByText(/Olive Tranter/)).toBeSeen()
})

test.runIf(process.env.NIGHT).for([{ dark: false }, { dark: true, phone: true }])('nothing on her public page stands in anyone’s way: %o', async (manner) => {
  const stranger = await house.arrive(manner)
  await stranger.goto('/o/the-wild-bouquet')

  expect(await barriersOn(stranger)).toEqual([])
})

test('her one-page statement opens as a PDF with real text in it', async () => {
  const stranger = await house.arrive()
  const answer = await stranger.request.get('/o/the-wild-bouquet/statement.pdf')
  expect(answer.headers()['content-type']).toContain('application/pdf')
  const file = join(house.folder, 'statement.pdf')
  writeFileSync(file, await answer.body())

  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })

  if (read.error) return expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-') // no poppler on this machine: the bytes at least are a PDF
  expect(read.stdout).toContain('The Wild Bouquet')
  expect(read.stdout).toContain('within 12 miles')
})

test('a partner confirms a job in one tap, and the claim turns from claimed to proven', async () => {
  const priya = await be(await house.arrive(), 'Priya', '/')
  await follow(priya, 'My page')
  const base = new URL(priya.url()).pathname.replace(/\/(answers|public-page).*$/, '')
  await priya.goto(`${base}/claims`)
  await follow(priya, /Locally grown stems/)
  const claim = new URL(priya.url()).pathname // …/claims/:claim/proof
  await expect(priya.getByText('Claimed').first()).toBeSeen()
  await priya.goto(`${claim}/job`)
  await write(priya, { 'What the job was': 'Forty buckets of cosmos for the tipi field', 'Finished on': '2026-09-12' })
  await priya.getByLabel('A partner here').selectOption({ label: "Tom's Tipis" })
  await press(priya, 'Note the job')

  const tom = await be(await house.arrive({ phone: true, script: false }), 'Tom', '/')
  await expect(tom.getByText(/Forty buckets of cosmos/)).toBeSeen()
  await tom.getByRole('listitem').or(tom.getByRole('article')).filter({ hasText: 'Forty buckets' }).getByRole('button').first().click()
  await expect(tom.getByText(/Forty buckets of cosmos/)).toBeGone()

  await priya.goto(claim)
  await expect(priya.getByText('Proven').first()).toBeSeen()
})
