import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { ConfirmItIsYou, NotFound, SignInFirst, TooMany } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { actAs } from './act-as.ts'
import { becomeHost, hasHost, signUpAsHost } from './become-host.ts'
import { changePassword } from './change-password.ts'
import { closeAccount } from './close-account.ts'
import { confirmItIsYou } from './confirm-it-is-you.ts'
import { HasHost, OnlyHost, WrongPassword, WrongSignIn } from './errors.ts'
import { isHost } from './is-host.ts'
import { signIn } from './sign-in.ts'
import { endSession, listSessions, signOut, signOutEverywhere } from './sign-out.ts'
import { actorOf, another, arrive, PASSWORD } from './testing/people.ts'
import { mustHaveProvedRecently } from './who-may.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
let house: TestHouse

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

test('the database never holds a token, only its hash', async () => {
  const { token } = await arrive(house, 'Priya')

  const rows = await house.ctx().read((tx) => tx.db.selectFrom('session').selectAll().execute())
  const secret = token.split('_').at(-1)?.slice(0, 43) ?? ''
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('a wrong password, an unknown address and an account without password get the same answer', async () => {
  await arrive(house, 'Tom')
  const answers = await Promise.all([{ email: 'tom@example.org', password: 'not the password' }, { email: 'nobody@example.org', password: 'not the password' }]
    .map((given) => signIn(house.ctx(nobody), given, '').then(() => undefined, (error: WrongSignIn) => ({ name: error.name, message: error.message, problems: error.problems }))))

  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.name).toBe('WrongSignIn')
})

test('signing in again in the same browser ends the session it had', async () => {
  const jo = await arrive(house, 'Jo')

  const again = await signIn(jo.ctx, { email: jo.email, password: PASSWORD }, 'Firefox on Windows')

  expect(await actorOf(house, jo.token)).toEqual(nobody)
  expect(await actorOf(house, again.token)).toMatchObject({ person: jo.person })
})

test('a session ends after 8 hours of rest, and after 14 days in any case', async () => {
  const resting = await arrive(house, 'Mel')
  house.clock.forward(8 * HOUR - MINUTE)
  expect((await actorOf(house, resting.token)).by).toBe('session')
  house.clock.forward(8 * HOUR + MINUTE)
  expect((await actorOf(house, resting.token)).by).toBe('nobody')

  const busy = await another(house, resting.person)
  for (let hours = 0; hours < 14 * 24; hours += 7) {
    expect((await actorOf(house, busy.token)).by).toBe('session')
    house.clock.forward(7 * HOUR)
  }
  expect((await actorOf(house, busy.token)).by).toBe('nobody')
})

test('being seen is noted once a minute and no oftener', async () => {
  const { token, session } = await arrive(house, 'Ruth')
  const seen = async () => (await house.ctx().read((tx) => tx.db.selectFrom('session').select('seen_at').where('id', '=', session).executeTakeFirstOrThrow())).seen_at.getTime()
  const first = await seen()

  house.clock.forward(MINUTE - 1)
  await actorOf(house, token)
  expect(await seen()).toBe(first)
  house.clock.forward(1)
  await actorOf(house, token)
  expect(await seen()).toBe(first + MINUTE)
})

test('a forged or altered token is nobody', async () => {
  const { token } = await arrive(house, 'Asha')
  const other = await arrive(house, 'Nell')
  const mixed = token.slice(0, 36) + other.token.slice(36)

  for (const bad of ['', 'x', token.slice(1), `${token}0`, token.replace('session', 'link'), mixed]) expect(await actorOf(house, bad)).toEqual(nobody)
})

test('the list marks this device; ending another signs it out at once', async () => {
  const hugo = await arrive(house, 'Hugo')
  const phone = await another(house, hugo.person)

  const list = await listSessions(hugo.ctx)
  expect(list.map((session) => [session.device, session.isThisOne]).sort()).toEqual([['Firefox on Windows', true], ['Safari on an iPhone', false]])

  await endSession(hugo.ctx, phone.session)
  expect(await actorOf(house, phone.token)).toEqual(nobody)
  await expect(endSession(hugo.ctx, phone.session)).rejects.toThrow(NotFound)
})

test('nobody ends another person’s session', async () => {
  const fern = await arrive(house, 'Fern')
  const kit = await arrive(house, 'Kit')

  await expect(endSession(kit.ctx, fern.session)).rejects.toThrow(NotFound)
  expect((await actorOf(house, fern.token)).by).toBe('session')
})

test('signing out ends this device, signing out everywhere all of them', async () => {
  const sam = await arrive(house, 'Sam')
  const phone = await another(house, sam.person)

  await signOut(sam.ctx)
  expect([(await actorOf(house, sam.token)).by, (await actorOf(house, phone.token)).by]).toEqual(['nobody', 'session'])

  const tablet = await another(house, sam.person)
  await signOutEverywhere(house.ctx(await actorOf(house, phone.token)))
  expect([(await actorOf(house, phone.token)).by, (await actorOf(house, tablet.token)).by]).toEqual(['nobody', 'nobody'])
})

test('a new password needs the old one, renews this session and ends the others', async () => {
  const ivy = await arrive(house, 'Ivy')
  const phone = await another(house, ivy.person)

  await expect(changePassword(ivy.ctx, { current: 'not the old one', password: 'a field of poppies' })).rejects.toThrow(WrongPassword)
  const renewed = await changePassword(ivy.ctx, { current: PASSWORD, password: 'a field of poppies' })

  expect(await Promise.all([ivy.token, phone.token, renewed.token].map(async (token) => (await actorOf(house, token)).by))).toEqual(['nobody', 'nobody', 'session'])
  await expect(signIn(house.ctx(nobody), { email: ivy.email, password: PASSWORD }, '')).rejects.toThrow(WrongSignIn)
  await expect(signIn(house.ctx(nobody), { email: ivy.email, password: 'a field of poppies' }, '')).resolves.toBeTruthy()
})

test('a proof holds for half an hour; giving it again renews the session', async () => {
  const una = await arrive(house, 'Una')
  expect(mustHaveProvedRecently(una.ctx).person).toBe(una.person)

  house.clock.forward(30 * MINUTE)
  const later = house.ctx(await actorOf(house, una.token))
  expect(() => mustHaveProvedRecently(later)).toThrow(ConfirmItIsYou)
  await expect(confirmItIsYou(later, { password: 'wrong' })).rejects.toThrow(WrongPassword)

  const proved = await confirmItIsYou(later, { password: PASSWORD })
  expect(mustHaveProvedRecently(house.ctx(await actorOf(house, proved.token))).session).toBe(una.session)
  expect(await actorOf(house, una.token)).toEqual(nobody)
})

test('ten wrong passwords from one place are enough for a quarter of an hour; the right one does not count', async () => {
  const bea = await arrive(house, 'Bea')
  const attempt = (password: string) => signIn(house.ctx(nobody), { email: bea.email, password }, '')
  for (let tried = 0; tried < 9; tried += 1) await expect(attempt('wrong')).rejects.toThrow(WrongSignIn)
  await attempt(PASSWORD)
  await expect(attempt('wrong')).rejects.toThrow(WrongSignIn)

  await expect(attempt('wrong')).rejects.toThrow(TooMany)
  await expect(attempt(PASSWORD)).rejects.toThrow(TooMany)
  house.clock.forward(15 * MINUTE)
  await expect(attempt(PASSWORD)).resolves.toBeTruthy()
})

test('what a session acts as is kept with it and with no other', async () => {
  const leo = await arrive(house, 'Leo')
  const phone = await another(house, leo.person)
  const organisation = leo.person as unknown as NonNullable<typeof leo.ctx.actor.organisation> // any id will do here

  await leo.ctx.transaction((tx) => actAs(tx, leo.session, { organisation }))

  expect((await actorOf(house, leo.token)).organisation).toBe(organisation)
  expect((await actorOf(house, phone.token)).organisation).toBeUndefined()
})

test('the first host needs no invitation, the second cannot help themselves', async () => {
  expect(await hasHost(house.ctx(nobody))).toBe(false)
  const person = await signUpAsHost(house.ctx(nobody), { name: 'Grace', email: 'grace@example.org', password: PASSWORD })
  const grace = await signIn(house.ctx(nobody), { email: 'grace@example.org', password: PASSWORD }, '')
  const ctx = house.ctx(await actorOf(house, grace.token))
  const max = await arrive(house, 'Max')

  expect(await ctx.read((tx) => isHost(tx, person))).toBe(true)
  await expect(becomeHost(max.ctx)).rejects.toThrow(HasHost)
  await expect(signUpAsHost(house.ctx(nobody), { name: 'Eve', email: 'eve@example.org', password: PASSWORD })).rejects.toThrow(HasHost)
  await expect(closeAccount(ctx)).rejects.toThrow(OnlyHost)
})

test('closing an account takes away the name, the address and every way in', async () => {
  const vera = await arrive(house, 'Vera')

  await closeAccount(vera.ctx)

  expect(await actorOf(house, vera.token)).toEqual(nobody)
  await expect(signIn(house.ctx(nobody), { email: vera.email, password: PASSWORD }, '')).rejects.toThrow(WrongSignIn)
  const row = await house.ctx().read((tx) => tx.db.selectFrom('person').selectAll().where('id', '=', vera.person).executeTakeFirstOrThrow())
  expect(row.name).toBe('Someone who has left')
  await expect(arrive(house, 'Vera')).resolves.toBeTruthy()
})

test('who is not signed in is asked to', async () => {
  await expect(listSessions(house.ctx(nobody))).rejects.toThrow(SignInFirst)
})
