import { expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { follow, heading, linkIn, MARGARET, PASSWORD, press, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// A network begins: its host opens the doors, and the first people come in.

const house = useHouse({ anew: true })

test('Margaret starts her network, and her first invitation link is ready before she asks', async () => {
  const margaret = await house.arrive()

  await startMine(margaret)

  expect(new URL(margaret.url()).pathname).toBe('/networks/haverstow-makers/invitations')
  await expect(margaret.getByText('Your network is open. Here is your first invitation link.')).toBeSeen()
  expect(await linkIn(margaret, 'Link: Your first link')).toMatch(/\/join\/\S+$/)
  await expect(margaret.getByRole('img', { name: /^QR code/ })).toBeSeen()
})

test('she copies the link; Mel joins by it on a phone without script and stands in the list Margaret sees', async () => {
  const margaret = await comeIn(await house.arrive({ own: true }), MARGARET.email, '/')
  await follow(margaret, MARGARET.network)
  await follow(margaret, 'Invite')
  await margaret.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await margaret.getByRole('button', { name: 'Copy link: Link: Your first link' }).click()
  await expect(margaret.getByText('Copied')).toBeSeen()
  const link = await margaret.evaluate(() => navigator.clipboard.readText())

  const mel = await house.arrive({ phone: true, script: false })
  await mel.goto(link)
  await expect(mel.getByText(MARGARET.purpose)).toBeSeen()
  await write(mel, { 'Your name': 'Mel Price', 'Your e-mail address': 'mel@price.example', 'Choose a password': PASSWORD, 'The name of your organisation': 'Mel Price Joinery', 'Postcode district': 'HV2' })
  await mel.getByLabel('What kind of organisation it is').selectOption({ label: 'Sole trader' })
  await press(mel, `Join ${MARGARET.network}`)
  await expect(heading(mel, /^Good .*, Mel$/)).toBeSeen()
  await expect(mel.getByText(`Welcome to ${MARGARET.network}.`)).toBeSeen()
  await expect(mel.getByRole('link', { name: 'Mel Price Joinery' })).toBeSeen()

  await follow(margaret, 'Members')
  await expect(margaret.getByRole('link', { name: 'Mel Price Joinery' })).toBeSeen()
})

test('Ravi says no, thanks, without an account, and Margaret sees his answer', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/networks/haverstow-makers/invitations')
  await write(margaret, { 'Their name': 'Ravi Sandhu', 'Their e-mail address': 'ravi@sandhu.example', 'A note in your own words': 'We could do with someone who welds.' })
  await press(margaret, 'Invite', true)
  const link = await linkIn(margaret, 'Invitation for Ravi Sandhu')

  const ravi = await house.arrive({ phone: true })
  await ravi.goto(link)
  await expect(ravi.getByText('We could do with someone who welds.')).toBeSeen()
  await press(ravi, 'No, thanks')
  await expect(heading(ravi, /Thank you/)).toBeSeen()

  await margaret.reload()
  await expect(margaret.getByRole('listitem').filter({ hasText: 'Ravi Sandhu' }).getByText('No, thanks')).toBeSeen()
})

test('without a mail server the invitation waits under Mail, with its link and a QR code', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/mail')
  await follow(margaret, /Haverstow Makers/)

  await expect(margaret.getByText('ravi@sandhu.example').first()).toBeSeen()
  expect(await linkIn(margaret, 'The link in it')).toContain(house.address)
  await expect(margaret.getByRole('img', { name: 'QR code: The link in it' })).toBeSeen()
})

test('the link, once answered, says what happened and what to do', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/mail')
  await follow(margaret, /Haverstow Makers/)
  const link = await linkIn(margaret, 'The link in it')

  const ravi = await house.arrive()
  await ravi.goto(link)

  await expect(ravi.getByRole('main').getByText(/already|answered|used/i)).toBeSeen()
})
