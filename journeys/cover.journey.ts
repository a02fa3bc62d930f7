import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { be, comeInByLetter } from './harness/come-in.ts'
import { barriersOn, stickingOut } from './harness/look.ts'
import { openMailbox } from './harness/mailbox.ts'
import { follow, heading, linkIn, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A virtual assistant gets cover for Friday from her bench of three. The second says yes, the client agrees by link, and it comes back
// with thanks; the third never learns who the client is. On phones, without script where nothing needs it.

const mailbox = await openMailbox()
const house = useHouse({ command: 'demo', settings: () => ({ SMTP_URL: mailbox.url, MAIL_FROM: 'hall@haverstow.example' }) })
afterAll(() => mailbox.close())
const EMAILS = { Mel: 'mel@melpriceva.example', Hannah: 'hannah@quiethours.example', Katarzyna: 'kasia@zolkiewska.example' } as const
const CLIENT = 'Wilhelmina Fosse'
const phone = { phone: true, script: false } as const

const beJo = async () => be(await house.arrive(phone), 'Jo', '/cover')

/** The next letter to somebody whose subject says so; what else they were written is let be. */
async function letter(to: string, subject: RegExp): Promise<string> {
  for (;;) {
    const next = await mailbox.next(to)
    if (subject.test(next.subject)) return next.link
  }
}

/** The others come in by a link in a letter. */
const come = async (whom: keyof typeof EMAILS) => comeInByLetter(await house.arrive(phone), mailbox, EMAILS[whom], '/cover')

/** The Friday after next, so that there is time to ask in turn on whichever day this is run. */
function friday(): string {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7) + 7)
  return day.toISOString().slice(0, 10)
}

async function lookedAt(page: Page): Promise<void> {
  expect(await stickingOut(page)).toEqual([])
}

test('cover for Friday, from asking to thanks', async () => {
  const jo = await beJo()
  await expect(jo.getByRole('heading', { name: /^Your bench \(3\)/ })).toBeSeen()
  await follow(jo, 'Ask for cover')
  await write(jo, { 'First day': friday(), 'When in the day': '9 to 3', 'How many hours in all': '6', 'What is it, in plain words?': 'The inbox and the diary of somebody who builds garden walls. Nothing is promised before the ground is dry.' })
  await jo.getByLabel('Whom to ask first').selectOption({ label: 'Mel Price VA' })
  await lookedAt(jo)
  await press(jo, 'Ask for cover', true)
  const cover = new URL(jo.url()).pathname
  await expect(jo.getByText('With Mel Price VA.')).toBeSeen()

  const mel = await house.arrive(phone)
  await mel.goto(await letter(EMAILS.Mel, /take this off us/))
  await expect(mel.getByText(/Who the client is, you learn once you have said yes/)).toBeSeen()
  await press(mel, /^No thanks/)

  await jo.goto(cover)
  const second = await jo.getByText(/^With .*\.$/).innerText()
  const [who, third] = second.includes('Quiet Hours') ? ['Hannah', 'Katarzyna'] as const : ['Katarzyna', 'Hannah'] as const
  const taker = await come(who)
  await press(taker, /^Yes, I will take it/)
  await taker.goto(cover)
  await expect(taker.getByText('asks the client next', { exact: false })).toBeSeen()

  await jo.goto(cover)
  await follow(jo, 'Ask the client')
  await write(jo, { 'Who is the client?': CLIENT, 'Their telephone number': '07700 900977', 'How best to reach them': 'Sound the horn at the gate' })
  await press(jo, 'Ask them')
  const link = await linkIn(jo, 'The client’s own link')
  await taker.reload()
  expect(await taker.getByText(CLIENT).count()).toBe(0)

  const client = await house.arrive({ phone: true })
  await client.goto(link)
  await expect(client.getByText('Jo Hart VA remains responsible to you', { exact: false })).toBeSeen()
  expect(await barriersOn(client)).toEqual([])
  await lookedAt(client)
  await client.getByLabel('Your question').fill('Will the walls be mentioned?')
  await press(client, 'Ask', true)
  await press(client, 'Yes, that is fine')
  await expect(client.getByText('You said yes')).toBeSeen()

  await jo.goto(cover)
  await jo.getByLabel('Your reply').fill('Only to say that they are good ones.')
  await press(jo, 'Reply')
  await follow(jo, 'Write the hand-over pack')
  expect(await jo.getByLabel('Contact').inputValue()).toContain('Sound the horn')
  await jo.getByLabel('Where things are').fill('The password is Garden4wall!')
  await press(jo, 'Keep the pack')
  await expect(jo.getByText('looks as if it holds a password', { exact: false }).first()).toBeSeen()
  await write(jo, { 'Where things are': 'You have a login of your own', 'What is promised': 'A reply the same day' })
  await press(jo, 'Keep the pack')
  await press(jo, 'Hand over')

  await taker.goto(cover)
  await expect(taker.getByText(CLIENT).first()).toBeSeen()
  await follow(taker, 'Open the pack')
  await expect(taker.getByText('A reply the same day')).toBeSeen()
  await lookedAt(taker)
  await taker.goto(cover)
  await follow(taker, 'Hand it back')
  await write(taker, { 'What was done, and what is still open': 'Twelve letters, two walls put off until it is dry.', 'Hours worked': '5.5' })
  await press(taker, 'Hand it back')
  await client.goto(link)
  await client.getByLabel('A line on how it was').fill('Cheerful and exact.')
  await press(client, 'Send')

  await jo.goto(cover)
  await follow(jo, /^Thank /)
  await write(jo, { 'A line of thanks': 'Enjoy the flask. You have earned it.' })
  await press(jo, 'Send thanks')
  await taker.goto(cover)
  await expect(taker.getByText('Enjoy the flask', { exact: false })).toBeSeen()
  await expect(taker.getByText('Cheerful and exact.', { exact: false })).toBeSeen()
  await expect(taker.getByText('The client stays Jo Hart VA’s', { exact: false }).first()).toBeSeen()

  const never = await come(third)
  for (const path of ['/', '/cover', cover, `${cover}/pack/print`, '/partnerships', `/search?q=${encodeURIComponent('Fosse')}`]) {
    await never.goto(path)
    expect([path, (await never.locator('main').innerText()).includes('Wilhelmina')]).toEqual([path, false])
  }
})

test('the client has her details erased by the same link', async () => {
  const jo = await beJo()
  await follow(jo, /builds garden walls/)
  const cover = new URL(jo.url()).pathname
  await jo.goto(`${cover}/client`)
  const link = await linkIn(jo, 'The client’s own link')
  const client = await house.arrive(phone)
  await client.goto(link)
  await follow(client, 'Erase my details')
  await press(client, 'Erase my details')
  await expect(heading(client, 'Your details are gone')).toBeSeen()

  await jo.goto(cover)
  await expect(jo.getByText('were erased here on', { exact: false })).toBeSeen()
  expect((await jo.locator('main').innerText()).includes('Wilhelmina')).toBe(false)
})
