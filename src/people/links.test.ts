import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { ConfirmItIsYou, Invalid, TooMany } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { askToConfirmEmail, changeEmail, confirmEmail } from './change-email.ts'
import { askForProofLink, confirmItIsYouByLink } from './confirm-it-is-you.ts'
import { AddressTaken, WrongSignIn } from './errors.ts'
import { askForReset, resetPassword } from './reset-password.ts'
import { askForSignInLink, checkSignInLink, signInByLink } from './sign-in-by-link.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'
import { actorOf, another, arrive, linkTo, PASSWORD } from './testing/people.ts'
import { getYourAccount } from './your-account.ts'

const MINUTE = 60_000
let house: TestHouse
const asNobody = () => house.ctx(nobody)

beforeAll(async () => { house = await openTestHouse() })
beforeEach(() => house.clock.forward(1000)) // so that the newest letter is the newest
afterAll(() => house.close())

test('Priya signs in by link, once, and comes back to where she was', async () => {
  const priya = await arrive(house, 'Priya')
  await askForSignInLink(asNobody(), { email: 'Priya@Example.org' }, '/briefs/1?tab=parts')
  const token = await linkTo(house, priya.email)

  await checkSignInLink(asNobody(), token)
  await checkSignInLink(asNobody(), token) // looking uses nothing up
  const started = await signInByLink(asNobody(), token, 'Chrome on Android')

  expect(started).toMatchObject({ person: priya.person, then: '/briefs/1?tab=parts', startedAfresh: false })
  await expect(signInByLink(asNobody(), token, '')).rejects.toThrow('already been used')
})

test('a sign-in link ends after 15 minutes, and is no good for anything else', async () => {
  const tom = await arrive(house, 'Tom')
  await askForSignInLink(asNobody(), { email: tom.email })
  const token = await linkTo(house, tom.email)

  await expect(resetPassword(asNobody(), token, { password: 'a stolen password' }, '')).rejects.toThrow('not one of ours')
  await expect(confirmEmail(asNobody(), token)).rejects.toThrow('not one of ours')
  house.clock.forward(15 * MINUTE)
  await expect(signInByLink(asNobody(), token, '')).rejects.toThrow('has run out')
})

test('asking for a link or a reset answers the same for every address; a letter goes to each', async () => {
  const jo = await arrive(house, 'Jo')

  const answers = [
    await askForSignInLink(asNobody(), { email: jo.email }), await askForSignInLink(asNobody(), { email: 'stranger@example.org' }),
    await askForReset(asNobody(), { email: jo.email }), await askForReset(asNobody(), { email: 'stranger@example.org' }),
  ]

  expect(new Set(answers)).toEqual(new Set([undefined]))
  expect((await house.mails()).filter((mail) => mail.to_address === 'stranger@example.org').map((mail) => mail.subject)).toEqual(Array(2).fill('There is no account with this address'))
})

test('five letters an hour to one address are enough', async () => {
  for (let sent = 0; sent < 5; sent += 1) await askForSignInLink(asNobody(), { email: 'flood@example.org' })

  await expect(askForSignInLink(asNobody(), { email: 'flood@example.org' })).rejects.toThrow(TooMany)
})

test('a reset sets the password, ends every session and every other link', async () => {
  const mel = await arrive(house, 'Mel')
  const phone = await another(house, mel.person)
  await askForSignInLink(asNobody(), { email: mel.email })
  const signInToken = await linkTo(house, mel.email)
  house.clock.forward(1000)
  await askForReset(asNobody(), { email: mel.email })
  const older = await linkTo(house, mel.email)
  house.clock.forward(1000)
  await askForReset(asNobody(), { email: mel.email })
  const token = await linkTo(house, mel.email)

  await expect(resetPassword(asNobody(), older, { password: 'lilies and thistles' }, '')).rejects.toThrow('withdrawn')
  await expect(resetPassword(asNobody(), token, { password: 'short' }, '')).rejects.toThrow(Invalid)
  const started = await resetPassword(asNobody(), token, { password: 'lilies and thistles' }, '')

  expect(await Promise.all([mel.token, phone.token, started.token].map(async (one) => (await actorOf(house, one)).by))).toEqual(['nobody', 'nobody', 'session'])
  await expect(signIn(asNobody(), { email: mel.email, password: PASSWORD }, '')).rejects.toThrow(WrongSignIn)
  await expect(signIn(asNobody(), { email: mel.email, password: 'lilies and thistles' }, '')).resolves.toBeTruthy()
  await expect(resetPassword(asNobody(), token, { password: 'lilies and thistles' }, '')).rejects.toThrow('already been used')
  await expect(signInByLink(asNobody(), signInToken, '')).rejects.toThrow('withdrawn')
})

test('whoever made an account with Ruth’s unproven address loses it when Ruth first proves it', async () => {
  const ruth = { name: 'Ruth', email: 'ruth@example.org', password: 'the password of a thief' }
  await signUp(asNobody(), ruth)
  const thief = await signIn(asNobody(), { email: ruth.email, password: ruth.password }, '')

  await askForSignInLink(asNobody(), { email: ruth.email })
  const started = await signInByLink(asNobody(), await linkTo(house, ruth.email), '')

  expect(started.startedAfresh).toBe(true)
  expect((await actorOf(house, thief.token)).by).toBe('nobody')
  await expect(signIn(asNobody(), { email: ruth.email, password: ruth.password }, '')).rejects.toThrow(WrongSignIn)
  expect(await getYourAccount(house.ctx(await actorOf(house, started.token)))).toMatchObject({ hasPassword: false, emailConfirmedAt: house.clock.now() })
})

test('another address needs a fresh proof, counts once its link is used, and both addresses are told', async () => {
  const asha = await arrive(house, 'Asha')
  await changeEmail(asha.ctx, { email: 'asha@cakes.example' })
  house.clock.forward(31 * MINUTE)
  const later = house.ctx(await actorOf(house, asha.token))
  await expect(changeEmail(later, { email: 'asha@elsewhere.example' })).rejects.toThrow(ConfirmItIsYou)

  expect((await house.mails()).filter((mail) => mail.to_address === asha.email).at(-1)?.subject).toBe('Your account was changed')
  expect((await getYourAccount(later)).email).toBe(asha.email)
  await confirmEmail(asNobody(), await linkTo(house, 'asha@cakes.example'))
  expect((await getYourAccount(later)).email).toBe('asha@cakes.example')
  await expect(signIn(asNobody(), { email: 'asha@cakes.example', password: PASSWORD }, '')).resolves.toBeTruthy()
})

test('an address that is taken is not given away, neither now nor when the link is used', async () => {
  const nell = await arrive(house, 'Nell')
  const hugo = await arrive(house, 'Hugo')

  await changeEmail(hugo.ctx, { email: nell.email })
  expect((await house.mails()).findLast((mail) => mail.to_address === nell.email)?.subject).toBe('You already have an account')

  await changeEmail(hugo.ctx, { email: 'free@example.org' })
  const token = await linkTo(house, 'free@example.org')
  await arrive(house, 'Newcomer', 'free@example.org')
  await expect(confirmEmail(asNobody(), token)).rejects.toThrow(AddressTaken)
})

test('a link that proves it is you works only in the session that asked for it', async () => {
  const fern = await arrive(house, 'Fern')
  const phone = await another(house, fern.person)
  await askForProofLink(fern.ctx, '/agreements/1')
  const token = await linkTo(house, fern.email)

  await expect(confirmItIsYouByLink(house.ctx(await actorOf(house, phone.token)), token)).rejects.toThrow('another browser')
  const proved = await confirmItIsYouByLink(fern.ctx, token)
  expect(proved.then).toBe('/agreements/1')
  expect(await actorOf(house, proved.token)).toMatchObject({ session: fern.session, provedAt: house.clock.now() })
})

test('an address not yet proven is proven by its own link, and nothing is swept away', async () => {
  await signUp(asNobody(), { name: 'Kit', email: 'kit@example.org', password: PASSWORD })
  const kit = await signIn(asNobody(), { email: 'kit@example.org', password: PASSWORD }, '')
  const ctx = house.ctx(await actorOf(house, kit.token))

  await askToConfirmEmail(ctx)
  await confirmEmail(asNobody(), await linkTo(house, 'kit@example.org'))

  expect(await getYourAccount(ctx)).toMatchObject({ hasPassword: true, emailConfirmedAt: house.clock.now() })
})

test('no address and no secret is in the record of what happened', async () => {
  const entries = JSON.stringify(await house.ctx().read((tx) => tx.db.selectFrom('audit').selectAll().execute()))

  expect(entries).toContain('signed in')
  expect(entries).not.toMatch(/@|gh_/)
})
