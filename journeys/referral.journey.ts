import { afterAll, expect, test } from 'vitest'
import { be } from './harness/come-in.ts'
import { barriersOn, stickingOut } from './harness/look.ts'
import { openMailbox, type Letter } from './harness/mailbox.ts'
import { follow, heading, linkIn, press, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A tipi hirer passes a bride to the florist, on phones and without script, and hears that it became work.

const mailbox = await openMailbox()
const house = useHouse({ command: 'demo', settings: () => ({ SMTP_URL: mailbox.url }) })
afterAll(() => mailbox.close())

const phone = { phone: true, script: false }

/** The next letter to somebody that speaks of this. */
async function letterAbout(to: string, words: string): Promise<Letter> {
  for (;;) {
    const letter = await mailbox.next(to)
    if (letter.text.includes(words)) return letter
  }
}

test('Tom passes a bride to Priya; she says yes by link, Priya accepts from the mail, wins the job, and thanks him in two taps', async () => {
  const tom = await be(await house.arrive(phone), 'Tom', '/referrals')
  await follow(tom, 'Pass someone on')
  await write(tom, { 'Who it is': 'Rosalind Thorne', 'What they need': 'September wedding by the weir, eighty guests, dahlias', 'How to reach them': 'rosalind@thorne-weir.example or 07700 900400' })
  await tom.getByLabel('To whom').selectOption({ label: 'The Wild Bouquet' })
  await press(tom, 'Send', true)
  await expect(tom.getByText('We can’t send this until Rosalind has said yes. Copy a note to ask them.').first()).toBeSeen()
  expect(await tom.getByLabel('Who it is').inputValue()).toBe('Rosalind Thorne')
  await press(tom, 'Ask them first')
  await expect(heading(tom, 'Rosalind Thorne')).toBeSeen()
  const link = await linkIn(tom, 'The link for their yes')
  expect(await stickingOut(tom)).toEqual([])

  const asked = await letterAbout('rosalind@thorne-weir.example', 'dahlias')
  expect(asked.link).toBe(link)
  const bride = await house.arrive(phone)
  await bride.goto(asked.link)
  await press(bride, 'Yes, put us in touch')
  await expect(heading(bride, 'Your details')).toBeSeen()
  await expect(bride.getByText('Sees your first name and what you need')).toBeSeen()
  expect(await stickingOut(bride)).toEqual([])

  const offered = await letterAbout('hello@wildbouquet.example', 'dahlias')
  expect(offered.text).not.toContain('thorne-weir')
  expect(offered.text).not.toContain('Thorne')
  const priya = await be(await house.arrive(phone), 'Priya', offered.link)
  await press(priya, 'Accept')
  await expect(priya.getByText('rosalind@thorne-weir.example or 07700 900400')).toBeSeen()
  expect(await stickingOut(priya)).toEqual([])

  await press(priya, /^Work won/)
  await press(priya, 'Thank you. Lovely people.')
  await expect(priya.getByText('“Thank you. Lovely people.”')).toBeSeen()

  await tom.goto('/')
  await expect(tom.getByText('Your referral to The Wild Bouquet became work. “Thank you. Lovely people.”')).toBeSeen()

  await bride.goto(new URL(bride.url()).pathname)
  await follow(bride, 'Erase everything')
  await press(bride, 'Erase everything')
  await expect(heading(bride, 'Your details are erased')).toBeSeen()
  await priya.reload()
  await expect(priya.getByText(/thorne-weir/)).toBeGone()
})

// By day the walk past every page of the town looks at one of each kind.
test.runIf(process.env.NIGHT).for([{ dark: false }, { dark: true, phone: true }])('nothing on the pages of referrals stands in anyone’s way: %o', async (manner) => {
  const priya = await be(await house.arrive(manner), 'Priya')

  for (const path of ['/referrals', '/referrals?view=passed', '/referrals?view=finished', '/referrals/new', '/referrals/figures', '/referrals/keeping']) {
    await priya.goto(path)
    expect(await barriersOn(priya), path).toEqual([])
    expect(await stickingOut(priya), path).toEqual([])
  }
})

test('a letter presses its button only while a card has focus, and not at all once that is switched off', async () => {
  const priya = await be(await house.arrive(), 'Priya', '/referrals')
  await heading(priya, 'Refer').waitFor()

  const card = priya.getByRole('article').filter({ hasText: 'Anna' }).first()
  await priya.keyboard.press('d')
  await expect(heading(priya, 'Refer')).toBeSeen()
  await card.focus()
  await priya.keyboard.press('d')
  await expect(heading(priya, 'Decline kindly')).toBeSeen()

  await priya.goto('/referrals')
  await priya.keyboard.press('?')
  await priya.getByLabel('Use single-letter keys').uncheck()
  await priya.getByRole('button', { name: 'Close' }).click()
  await card.focus()
  await priya.keyboard.press('d')
  await priya.keyboard.press('a')
  await expect(heading(priya, 'Refer')).toBeSeen()
  await expect(card).toBeSeen()
})
