import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { be as beIn, comeInByLetter } from './harness/come-in.ts'
import { barriersOn, stickingOut } from './harness/look.ts'
import { openMailbox } from './harness/mailbox.ts'
import { follow, heading, linkIn, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// Work bigger than any one of us. A firm of eight pastes a tender for a hydrogen test bench, builds a team that can prove every must but
// one, agrees the scope with a rival first, fills the gap through a friend of a friend, and in the end each of them has new proof.

const mailbox = await openMailbox()
const house = useHouse({ command: 'demo', settings: () => ({ SMTP_URL: mailbox.url, MAIL_FROM: 'hall@haverstow.example' }) })
afterAll(() => mailbox.close())

const BENCH = 'Hydrogen test bench for bay two'
const TENDER = `Invitation to tender: ${BENCH}

Estuary Hydrogen Trials wants a second bench to prove valves in hydrogen at 700 bar, running unattended.

Scope of work
1. Design of the bench and its enclosure, as a test rig for 700 bar: 900 hours
2. Controls software, unattended, source handed over: 600 hours
3. High-pressure pipework and orbital welds: 350 joints
4. Leak testing of every joint with helium: 350 joints
5. Certification of hydrogen equipment: one certificate, first drawing to last test

Tenders are to be returned by 14 May 2027.`

const phone = { phone: true, script: false } as const

/** Where the town's people left off, from one part of the story to the next. */
const kept = { team: '', outcome: '', word: '' }

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

const be = async (name: string, at?: string) => beIn(await house.arrive(), name, at)

/** Somebody of the town who is not among its first characters, by a link in their mail. */
const come = async (email: string, at?: string, manner: Parameters<typeof house.arrive>[0] = {}) => comeInByLetter(await house.arrive(manner), mailbox, email, at)

const card = (page: Page, name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Ticks these of a list of boxes, and no others. */
async function tickOnly(page: Page, field: string, like: readonly RegExp[]): Promise<void> {
  for (const box of await page.locator(`input[type=checkbox][name="${field}"]`).all()) {
    const says = await box.evaluate((element: HTMLInputElement) => [...element.labels ?? []].map((label) => label.textContent).join(' '))
    await box.setChecked(like.some((one) => one.test(says)))
  }
}

/** Invites a firm of the line-up, and brings back the link to pass on. */
async function invite(lead: Page, firm: string, part: RegExp, more: (page: Page) => Promise<void> = async () => undefined): Promise<string> {
  await lead.goto(kept.team)
  await follow(lead, new RegExp(`^Invite ?${firm}`))
  await expect(heading(lead, `Invite ${firm}`)).toBeSeen()
  await tickOnly(lead, 'parts', [part])
  await more(lead)
  await press(lead, 'Invite them')
  return linkIn(lead, `Invitation for ${firm}`)
}

async function takeSeat(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await press(page, 'See it and take the seat')
  await press(page, /^Take the seat/)
}

/** Says on Home that it was as the lead says. */
async function yesAtHome(page: Page): Promise<void> {
  const turn = page.getByRole('article').filter({ hasText: /says how it ended. Was it so\?/ })
  await expect(turn.getByText('With your yes it stands', { exact: false })).toBeSeen()
  await turn.getByRole('button', { name: 'Yes, that is how it was' }).click()
  await expect(turn).toBeGone()
}

/** What stands behind a capability on their own page. */
async function proofOf(page: Page, capability: string): Promise<string> {
  await page.goto(`${await page.getByRole('link', { name: 'My page' }).first().getAttribute('href')}/claims`)
  await page.goto(await page.getByRole('main').getByRole('link', { name: capability, exact: true }).first().getAttribute('href') ?? '')
  return page.getByRole('main').innerText()
}

test('Ellen pastes the tender, keeps its parts, and is shown a team of four with every must proven but one', async () => {
  const ellen = await be('Ellen', '/networks/don-side-park/briefs/readings')
  await write(ellen, { 'Its words': TENDER })
  await press(ellen, 'Read it')
  await expect(heading(ellen, '5 parts were found')).toBeSeen()
  expect(await ellen.getByLabel('What the job is called').inputValue()).toBe(BENCH)
  expect(await ellen.getByLabel('The capability it asks for').nth(4).inputValue()).toBe('Certification of hydrogen equipment')
  await write(ellen, { 'For whom': 'Estuary Hydrogen Trials', 'Answer by': inDays(20) })
  await press(ellen, 'Make the draft')
  await expect(ellen.getByText('Draft, only you see it')).toBeSeen()
  await press(ellen, 'Publish it')

  await follow(ellen, 'Build a team for it')
  await write(ellen, { 'What the team is for': 'One bench, one contract, one lead.' })
  await press(ellen, 'Start the team')
  kept.team = new URL(ellen.url()).pathname
  await follow(ellen, 'Propose teams')
  const four = card(ellen, 'One more organisation')
  await expect(four.getByText('Cover: 4 of 5 proven, 1 gap', { exact: false })).toBeSeen()
  await expect(four.getByText('Proven best', { exact: false })).toBeSeen()
  await expect(four.getByText('Ravensgill Test Systems').first()).toBeSeen()
  await press(ellen, 'Take this into the line-up One more organisation')
  await expect(ellen.getByText('Cover: 4 of 5 proven, 1 gap', { exact: false })).toBeSeen()
  await expect(ellen.getByText('In your own trade: agree on the scope first').first()).toBeSeen()
  expect(await barriersOn(ellen)).toEqual([])

  await follow(ellen, 'Take your own parts')
  await tickOnly(ellen, 'ownParts', [/^Design/])
  await press(ellen, 'We do these')
})

test('she invites by link: Ruth at a desk, Ivar on a phone without script or account', async () => {
  const ellen = await be('Ellen')
  const forRuth = await invite(ellen, 'Don Side Controls', /^Controls/)
  const ruth = await be('Ruth')
  await takeSeat(ruth, forRuth)
  await expect(heading(ruth, BENCH)).toBeSeen()

  const forIvar = await invite(ellen, 'Halden Pressure Pipework', /^High-pressure/)
  const ivar = await house.arrive(phone)
  await takeSeat(ivar, forIvar)
  await expect(heading(ivar, 'You are in the team')).toBeSeen()
  expect(await stickingOut(ivar)).toEqual([])
})

test('a rival is in the team once both have agreed on purpose and scope', async () => {
  const ellen = await be('Ellen')
  const link = await invite(ellen, 'Ravensgill Test Systems', /^Leak testing/, async (page) => {
    await expect(page.getByText('You serve the same customers', { exact: false })).toBeSeen()
    await write(page, { 'The shared purpose': 'One joint bid for bay two, and nothing after it.', 'Who does what': 'Ravensgill tests every joint in its own cell. Kestrel designs, leads and speaks with the customer.' })
  })
  const victoria = await house.arrive()
  await victoria.goto(link)
  await press(victoria, 'See it and take the seat')
  await expect(victoria.getByText('Ravensgill tests every joint in its own cell', { exact: false }).first()).toBeSeen()
  await victoria.getByText('Suggest other words on purpose and scope').click()
  await victoria.getByLabel('Who does what').fill('Ravensgill tests every joint in its own cell and keeps its own figures. Kestrel designs, leads and speaks with the customer.')
  await press(victoria, 'Send these words to the lead')
  await expect(heading(victoria, 'Your words are with the lead')).toBeSeen()

  await ellen.reload()
  await expect(ellen.getByText('keeps its own figures', { exact: false }).first()).toBeSeen()
  await press(ellen, 'Agree to these words')
  await expect(ellen.getByText('Both agree to these words.')).toBeSeen()
  await takeSeat(victoria, link)
  await expect(heading(victoria, 'You are in the team')).toBeSeen()
})

test('the gap is filled by somebody nobody could see: Ruth knows her, and passes the link on', async () => {
  const ellen = await be('Ellen', kept.team)
  await follow(ellen, 'Look for somebody')
  await expect(heading(ellen, /^Who could do “Certification of hydrogen equipment/)).toBeSeen()
  await expect(ellen.getByText('Nobody your network shows you claims this.', { exact: false })).toBeSeen()
  await follow(ellen, 'Invite somebody by link')
  await write(ellen, { 'Who it is for': 'Hester, whom Ruth has lunch with' })
  await tickOnly(ellen, 'parts', [/^Certification/])
  await press(ellen, 'Make the link')
  const link = await linkIn(ellen, 'Invitation for Hester, whom Ruth has lunch with')

  const hester = await come('hester@pennockassurance.example')
  await takeSeat(hester, link)
  await expect(heading(hester, BENCH)).toBeSeen()
  await ellen.goto(kept.team)
  await expect(ellen.getByText('Cover: 4 of 5 proven, 1 claimed', { exact: false })).toBeSeen()
  await expect(ellen.getByRole('columnheader', { name: 'Pennock Assurance' })).toBeSeen()
})

test('the team sheet goes out, on one page', async () => {
  const ellen = await be('Ellen', `${kept.team}/sheet`)
  await expect(ellen.getByRole('cell', { name: 'Pennock Assurance' })).toBeSeen()
  const address = await ellen.getByRole('link', { name: 'Get the PDF' }).getAttribute('href')
  const sheet = await ellen.request.get(address ?? '')
  expect([sheet.status(), sheet.headers()['content-type']]).toEqual([200, 'application/pdf'])
  const bytes = await sheet.body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('the job ends: Ellen says what came of it, and each of them answers from Home', async () => {
  const ellen = await be('Ellen', kept.team)
  await press(ellen, 'The job is finished')
  await expect(heading(ellen, 'What came of it?')).toBeSeen()
  await expect(ellen.getByText('Ravensgill Test Systems')).toBeSeen()
  await ellen.getByLabel('Done', { exact: true }).check()
  await write(ellen, { 'For whom': 'Estuary Hydrogen Trials', 'Who could say a word about it?': 'Philippa Strand', 'How many times bigger than your usual job?': '4' })
  await press(ellen, 'Say it and ask them')
  kept.outcome = new URL(ellen.url()).pathname
  kept.word = await linkIn(ellen, 'Link for Philippa Strand')

  const ruth = await be('Ruth', '/')
  await yesAtHome(ruth)
  for (const email of ['ivar@haldenpipework.example', 'victoria@ravensgill.example', 'hester@pennockassurance.example']) await yesAtHome(await come(email, '/'))
  await ellen.goto(kept.outcome)
  await expect(ellen.getByText('Everybody says it was so.', { exact: false })).toBeSeen()
  expect(await stickingOut(ellen)).toEqual([])
})

test('the customer thanks by the link, without an account', async () => {
  const philippa = await house.arrive(phone)
  await philippa.goto(kept.word)
  await press(philippa, 'Say a few words')
  await expect(heading(philippa, 'How was it, Philippa?')).toBeSeen()
  expect(await stickingOut(philippa)).toEqual([])
  await philippa.getByLabel('Or in your own words').fill('It has run for a thousand hours and nobody has had to get up at night.')
  await philippa.getByLabel('Others may read it, under my name').check()
  await press(philippa, 'Send it')
  await expect(heading(philippa, 'Thank you')).toBeSeen()

  const ellen = await be('Ellen', kept.outcome)
  await expect(ellen.getByText('nobody has had to get up at night', { exact: false })).toBeSeen()
})

test('each of them has new proof', async () => {
  expect(await proofOf(await be('Ellen', '/'), 'Test rigs and benches')).toContain(BENCH)
  expect(await proofOf(await be('Ruth', '/'), 'Controls software')).toContain(BENCH)
  expect(await proofOf(await come('ivar@haldenpipework.example', '/'), 'High-pressure pipework')).toContain(BENCH)
  expect(await proofOf(await come('victoria@ravensgill.example', '/'), 'Leak testing')).toContain(BENCH)
  expect(await proofOf(await come('hester@pennockassurance.example', '/'), 'Certification of hydrogen equipment')).toContain(BENCH)
})

test('two charities with one cause answer one brief together, and both can show it', async () => {
  const delroy = await come('delroy@harbouryouth.example', '/networks/haverstow-together/briefs')
  await follow(delroy, /^Summer of lunches/)
  await follow(delroy, 'Build a team for it')
  await write(delroy, { 'What you call this team': 'Lunches on Tuesdays', 'What the team is for': 'One lunch and one club, for the same children.' })
  await tickOnly(delroy, 'parts', [/^Hot lunch/, /^Something to do/])
  await press(delroy, 'Start the team')
  kept.team = new URL(delroy.url()).pathname
  await follow(delroy, 'Take your own parts')
  await tickOnly(delroy, 'ownParts', [/^Something to do/])
  await press(delroy, 'We do these')
  await follow(delroy, 'Invite by link')
  await write(delroy, { 'Who it is for': 'Margaret' })
  await tickOnly(delroy, 'parts', [/^Hot lunch/])
  await press(delroy, 'Make the link')
  const link = await linkIn(delroy, 'Invitation for Margaret')

  const margaret = await come('margaret@tuesdaytable.example', undefined, phone)
  await takeSeat(margaret, link)
  await expect(heading(margaret, 'Lunches on Tuesdays')).toBeSeen()

  await delroy.goto(kept.team)
  await press(delroy, 'The job is finished')
  await delroy.getByLabel('Done', { exact: true }).check()
  await press(delroy, 'Say it and ask them')
  kept.outcome = new URL(delroy.url()).pathname
  await margaret.goto('/')
  await yesAtHome(margaret)
  await delroy.goto(kept.outcome)
  await expect(delroy.getByText('Everybody says it was so.', { exact: false })).toBeSeen()
  expect(await proofOf(delroy, 'Holiday activities')).toContain('Lunches on Tuesdays')
  expect(await proofOf(margaret, 'Meals in school holidays')).toContain('Lunches on Tuesdays')
})
