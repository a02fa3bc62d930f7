import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { be, comeInByLetter } from './harness/come-in.ts'
import { openMailbox } from './harness/mailbox.ts'
import { follow, heading, press } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// From a need to a partner: who fits and why, who could introduce you, and a yes from everyone before a number passes.

const mailbox = await openMailbox()
const house = useHouse({ command: 'demo', settings: () => ({ SMTP_URL: mailbox.url }) })
afterAll(() => mailbox.close())

const card = (page: Page, name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('Ellen needs titanium machined, sees why Moorside fits both ways and who could introduce her, and asks', async () => {
  const ellen = await be(await house.arrive(), 'Ellen', '/')
  await follow(ellen, 'Find')
  await ellen.getByLabel('What are you looking for?').fill('Somebody to machine titanium brackets')
  await ellen.getByRole('main').getByRole('button', { name: 'Find', exact: true }).click()
  const moorside = card(ellen, 'Moorside Precision')
  await expect(moorside).toBeSeen()

  await expect(moorside.getByText('both ways')).toBeSeen()
  await expect(moorside.getByText(/You need titanium machining, and they call it what they do best/)).toBeSeen()
  await expect(moorside.getByText(/A rig to cycle a two-metre spar/)).toBeSeen()
  await moorside.getByRole('link', { name: /^Ask Don Side Controls to introduce us/ }).click()
  await expect(heading(ellen, 'Meet Moorside Precision')).toBeSeen()

  const note = ellen.getByLabel('To Ruth Adeyemi at Don Side Controls')
  expect(await note.inputValue()).toContain('Would you introduce us to Moorside Precision?')
  expect(await note.inputValue()).toContain('Only we hold 5-micron tolerance')
  await note.fill((await note.inputValue()).replace('If it does not suit you, just say so; we will not be told.', 'A pie at the park is on me either way.'))
  await press(ellen, 'Ask Don Side Controls to introduce us')
  await expect(heading(ellen, 'Meeting Moorside Precision through Don Side Controls')).toBeSeen()
  await expect(ellen.locator('[aria-current=step]').filter({ hasText: 'say whether it suits them' })).toBeSeen()
})

test('Ruth agrees from her letter without signing in, Anneka says yes from hers, and neither number passed before', async () => {
  const letter = await mailbox.next('ruth@donsidecontrols.example')
  expect(letter.subject).toBe('Kestrel would like you to introduce them to Moorside Precision')
  expect(letter.text).toContain('A pie at the park is on me either way.')
  const ruth = await house.arrive({ phone: true, script: false })
  await ruth.goto(letter.link)
  await press(ruth, 'Yes, I will introduce them')
  await expect(heading(ruth, 'Thank you')).toBeSeen()

  const asked = await mailbox.next('anneka@moorsideprecision.example')
  expect(asked.subject).toBe('Don Side Controls would introduce you to Kestrel')
  expect(asked.text).not.toContain('A pie at the park')
  const anneka = await house.arrive({ phone: true })
  await anneka.goto(asked.link)
  await press(anneka, 'Yes, pass on my contact')
  await expect(heading(anneka, 'Thank you')).toBeSeen()

  const made = await mailbox.next('ellen@kestrel-eng.example')
  expect(made.subject).toBe('You and Moorside Precision have been introduced')
  expect(made.text).toMatch(/Telephone: \d/)
  expect((await mailbox.next('anneka@moorsideprecision.example')).subject).toBe('You and Kestrel have been introduced')
})

test('the partnership and its timeline are there, good news stands on three Homes, and nobody asks again', async () => {
  const ellen = await be(await house.arrive(), 'Ellen', '/')
  await expect(ellen.getByText('You and Moorside Precision have been introduced.')).toBeSeen()
  await follow(ellen, 'You and Moorside Precision have been introduced.')
  await expect(heading(ellen, 'Meeting Moorside Precision through Don Side Controls')).toBeSeen()
  await expect(ellen.getByText('How to reach Moorside Precision')).toBeSeen()
  await follow(ellen, 'Open your partnership')
  await expect(heading(ellen, /Moorside Precision/)).toBeSeen()
  await expect(ellen.getByRole('main').getByText(/Ruth Adeyemi at Don Side Controls introduced you/)).toBeSeen()

  const ruth = await be(await house.arrive({ phone: true }), 'Ruth', '/')
  await expect(ruth.getByText('You brought Kestrel and Moorside Precision together.')).toBeSeen()
  const anneka = await comeInByLetter(await house.arrive(), mailbox, 'anneka@moorsideprecision.example', '/')
  await expect(anneka.getByText('You and Kestrel have been introduced.')).toBeSeen()
})

test('somebody who declines is not asked again; Ellen hears kindly that there was no answer, and is offered another', async () => {
  const ellen = await be(await house.arrive(), 'Ellen', '/find?lens=gap&want=stainless+machining')
  const link = await card(ellen, 'Delta Turned Parts').getByRole('link', { name: 'Delta Turned Parts', exact: true }).getAttribute('href')
  const desk = `/introductions/new?to=${link?.split('/').at(-1)}`
  await ellen.goto(desk)
  await ellen.getByRole('listitem').filter({ hasText: 'Switchyard Panels' }).getByRole('link', { name: /Write to them/ }).click()
  await press(ellen, 'Ask Switchyard Panels to introduce us')
  await expect(heading(ellen, 'Meeting Delta Turned Parts through Switchyard Panels')).toBeSeen()
  const page = new URL(ellen.url()).pathname

  const paulette = await house.arrive({ script: false })
  await paulette.goto((await mailbox.next('paulette@switchyardpanels.example')).link)
  await press(paulette, 'Not this time')
  await expect(heading(paulette, 'Thank you')).toBeSeen()

  await ellen.goto(page)
  await expect(ellen.getByText('No answer this time').first()).toBeSeen()
  await expect(ellen.getByRole('link', { name: /^Ask .+ instead$/ })).toBeSeen()
  expect(await ellen.getByRole('main').innerText()).not.toMatch(/declin|said no|not this time/i)
  await ellen.goto(desk)
  await expect(heading(ellen, 'Meet Delta Turned Parts')).toBeSeen()
  expect(await ellen.getByRole('listitem').filter({ hasText: 'Switchyard Panels' }).count()).toBe(0)
})

test('a florist and a cake maker find each other through the audience they share', async () => {
  const priya = await be(await house.arrive({ phone: true }), 'Priya', '/find?lens=audience')
  await expect(card(priya, "Asha's Cakes").getByText(/they call wedding cakes what they do best/)).toBeSeen()
  await priya.goto('/find?lens=audience&want=wedding+cakes')
  expect((await card(priya, "Asha's Cakes").boundingBox())?.y, 'who asked on a phone sees an answer at once').toBeLessThan(844)
  await priya.getByText('Share an audience: “wedding cakes”. Change it').click()
  await expect(priya.getByLabel('What are you looking for?')).toBeSeen()

  const asha = await comeInByLetter(await house.arrive(), mailbox, 'asha@ashascakes.example')
  await asha.goto('/find?lens=audience')
  await expect(card(asha, 'The Wild Bouquet').getByText(/both ways/)).toBeSeen()
})

test('two charities find each other through the cause they share', async () => {
  const delroy = await comeInByLetter(await house.arrive(), mailbox, 'delroy@harbouryouth.example')
  await delroy.goto('/find?lens=cause')
  await expect(card(delroy, 'The Tuesday Table')).toBeSeen()

  const margaret = await comeInByLetter(await house.arrive({ phone: true }), mailbox, 'margaret@tuesdaytable.example')
  await margaret.goto('/find?lens=cause')
  await expect(card(margaret, 'Harbour Youth')).toBeSeen()
})

test('two virtual assistants find each other through cover', async () => {
  const jo = await be(await house.arrive({ phone: true }), 'Jo', '/find?lens=cover')
  await expect(card(jo, 'Mel Price VA').getByText(/could cover for you/)).toBeSeen()

  const mel = await comeInByLetter(await house.arrive(), mailbox, 'mel@melpriceva.example')
  await mel.goto('/find?lens=cover')
  await expect(card(mel, 'Jo Hart VA').getByText(/could cover for you/)).toBeSeen()
})
