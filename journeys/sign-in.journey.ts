import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { follow, heading, MARGARET, PASSWORD, press, signIn, startMine, write } from './harness/people.ts'
import { openMailbox } from './harness/mailbox.ts'
import { openProvider } from './harness/provider.ts'
import { useHouse } from './harness/use-house.ts'

// Every way in, as people meet it: through a real mail server, a real provider and the browser's own passkeys.

const mailbox = await openMailbox()
const provider = await openProvider()
const house = useHouse({ settings: () => ({ SMTP_URL: mailbox.url, ...provider.settings }) })
afterAll(async () => {
  provider.close()
  await mailbox.close()
})

const PRIYA = 'priya@wildbouquet.example'
const greeting = (page: Page) => heading(page, /^Good (morning|afternoon|evening), /)

test('Margaret opens the house, and Priya signs up: her letter brings her in', async () => {
  await startMine(await house.arrive())
  const priya = await house.arrive()
  await priya.goto('/sign-up')
  await write(priya, { 'Your name': 'Priya Shah', 'Your e-mail address': PRIYA, 'A password': PASSWORD })
  await press(priya, 'Sign up')
  await expect(heading(priya, 'Look in your mail')).toBeSeen()

  const letter = await mailbox.next(PRIYA)
  await priya.goto(letter.link)
  await press(priya, 'Finish signing up')

  expect(letter.subject).toBe('Finish signing up')
  await expect(greeting(priya)).toBeSeen()
  await expect(priya.getByText('Welcome. Your account is ready.')).toBeSeen()
})

test('a wrong password is refused in one sentence with the address still there, and the right one lets her in', async () => {
  const priya = await house.arrive()

  await signIn(priya, PRIYA, 'not the password at all')
  await expect(priya.getByText('This address and password do not go together.').first()).toBeSeen()
  expect(await priya.getByLabel('Your e-mail address').inputValue()).toBe(PRIYA)
  expect(await priya.getByLabel('Your password').first().inputValue()).toBe('')

  await signIn(priya, PRIYA)
  await expect(greeting(priya)).toBeSeen()
})

test('someone who follows a link while signed out comes straight to it after signing in', async () => {
  const priya = await house.arrive({ script: false })
  await priya.goto('/account')
  await write(priya, { 'Your e-mail address': PRIYA, 'Your password': PASSWORD })
  await press(priya, 'Sign in', true)

  await expect(heading(priya, 'Your account')).toBeSeen()
})

test('a link by e-mail signs her in once, and says so when it is used again', async () => {
  const priya = await house.arrive({ phone: true })
  await priya.goto('/sign-in')
  await follow(priya, 'Send me a link by e-mail')
  await write(priya, { 'Your e-mail address': PRIYA })
  await press(priya, 'Send me a link')
  const { link } = await mailbox.next(PRIYA)
  await priya.goto(link)
  await press(priya, 'Sign in', true)
  await expect(greeting(priya)).toBeSeen()

  const again = await house.arrive()
  await again.goto(link)
  await expect(again.getByRole('main').getByText(/used|no longer|ended/i)).toBeSeen()
})

test('a forgotten password is chosen anew by a letter, and signs out every other device', async () => {
  const elsewhere = await house.arrive({ phone: true })
  await signIn(elsewhere, PRIYA)
  await expect(greeting(elsewhere)).toBeSeen()
  const priya = await house.arrive()
  await priya.goto('/sign-in')
  await follow(priya, 'I no longer know my password')
  await write(priya, { 'Your e-mail address': PRIYA })
  await press(priya, 'Send me a link')
  await priya.goto((await mailbox.next(PRIYA)).link)
  await write(priya, { 'New password': 'three geese in a punt' })
  await press(priya, 'Set this password')
  await expect(greeting(priya)).toBeSeen()

  await elsewhere.goto('/account')
  await expect(heading(elsewhere, 'Sign in')).toBeSeen()
})

test('with a passkey she needs neither letter nor password', async () => {
  const priya = await house.arrive({ own: true })
  const device = await priya.context().newCDPSession(priya)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await signIn(priya, PRIYA, 'three geese in a punt')
  await expect(greeting(priya)).toBeSeen()
  await priya.goto('/account')
  await press(priya, 'Add a passkey')
  await write(priya, { 'What to call it': 'The shop’s laptop' })
  await press(priya, 'Add this passkey')
  await expect(priya.getByText('The shop’s laptop')).toBeSeen()
  expect((await mailbox.next(PRIYA)).subject).toBe('Your account was changed')
  await priya.context().clearCookies()

  await priya.goto('/sign-in')
  await press(priya, 'Use a passkey')
  await press(priya, 'Use my passkey')

  await expect(greeting(priya)).toBeSeen()
})

test('Ravi comes with the account his own organisation gave him', async () => {
  provider.expect(house.address)
  const ravi = await house.arrive()
  await ravi.goto('/sign-in')
  await ravi.getByRole('link', { name: 'Sign in with Saltmarsh Account' }).click()
  await ravi.getByPlaceholder('Enter any login').fill('Ravi')
  await ravi.getByPlaceholder('and password').fill('anything')
  await ravi.getByRole('button', { name: 'Sign-in' }).click()
  await ravi.getByRole('button', { name: 'Continue' }).click()

  await expect(heading(ravi, /^Good \w+, Ravi$/)).toBeSeen()
})

test('Margaret sees where she is signed in, ends one device, and then all of them', async () => {
  const margaret = await house.arrive()
  const phone = await house.arrive({ phone: true })
  await signIn(margaret, MARGARET.email)
  await expect(greeting(margaret)).toBeSeen()
  await signIn(phone, MARGARET.email)
  await expect(greeting(phone)).toBeSeen()

  await margaret.goto('/account')
  const devices = margaret.getByRole('list', { name: 'Devices' }).getByRole('listitem')
  const before = await devices.count()
  await devices.getByRole('button', { name: /^Sign out/ }).first().click()
  await expect(margaret.getByText('That device is signed out.')).toBeSeen()
  expect(await devices.count()).toBe(before - 1)

  await press(margaret, 'Sign out everywhere')
  await expect(heading(margaret, 'Sign in')).toBeSeen()
  await phone.goto('/account')
  await expect(heading(phone, 'Sign in')).toBeSeen()
})

test('an invitation by e-mail also waits on the Home of someone already here, who answers in place', async () => {
  const margaret = await house.arrive()
  await signIn(margaret, MARGARET.email)
  await margaret.goto('/networks/haverstow-makers/invitations')
  await write(margaret, { 'Their name': 'Priya', 'Their e-mail address': PRIYA, 'A note in your own words': 'You would light up the place.' })
  await press(margaret, 'Invite', true)
  const letter = await mailbox.next(PRIYA)
  expect(letter.subject).toBe('Margaret Ellis invites you to join Haverstow Makers')
  const priya = await house.arrive({ phone: true })
  await signIn(priya, PRIYA, 'three geese in a punt')
  await expect(priya.getByText('You would light up the place.')).toBeSeen()

  await press(priya, /^No, thanks/)
  await expect(priya.getByText('Nothing needs you. Enjoy it.')).toBeSeen()

  await priya.goto(letter.link)
  await expect(priya.getByRole('main').getByText(/answered|used|no longer/i)).toBeSeen()
})
