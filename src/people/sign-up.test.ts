import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { LinkRefused } from '../kit/one-time-link.ts'
import { Invalid } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { AddressTaken, WrongSignIn } from './errors.ts'
import { signIn } from './sign-in.ts'
import { finishSignUp, readSignUpLink, signUp } from './sign-up.ts'
import { actorOf, arrive, linkTo, PASSWORD } from './testing/people.ts'

let quiet: TestHouse // sends no letters
let posting: TestHouse // sends letters

beforeAll(async () => {
  quiet = await openTestHouse()
  posting = await openTestHouse({ SMTP_URL: 'smtp://localhost:2525' })
})
afterAll(async () => { await quiet.close(); await posting.close() })

const priya = { name: 'Priya Shah', email: 'priya@example.org', password: PASSWORD }

test('where no letters go out, Priya signs up and can sign in at once', async () => {
  await signUp(quiet.ctx(nobody), priya)

  const started = await signIn(quiet.ctx(nobody), { email: ' PRIYA@example.org ', password: PASSWORD }, 'Chrome on Android')
  expect(await actorOf(quiet, started.token)).toMatchObject({ by: 'session', person: started.person })
})

test('where letters go out, the account begins when the link in the letter is used', async () => {
  await signUp(posting.ctx(nobody), priya, '/join/abc')
  await expect(signIn(posting.ctx(nobody), { email: priya.email, password: PASSWORD }, '')).rejects.toThrow(WrongSignIn)

  const token = await linkTo(posting, priya.email)
  expect(await readSignUpLink(posting.ctx(nobody), token)).toEqual({ name: 'Priya Shah', email: 'priya@example.org' })
  const started = await finishSignUp(posting.ctx(nobody), token, 'Firefox on Windows')

  expect(started.then).toBe('/join/abc')
  expect(await actorOf(posting, started.token)).toMatchObject({ person: started.person })
  await expect(signIn(posting.ctx(nobody), { email: priya.email, password: PASSWORD }, '')).resolves.toMatchObject({ person: started.person })
  await expect(finishSignUp(posting.ctx(nobody), token, '')).rejects.toThrow('already been used')
})

test('someone lying in wait with Tom’s address gets nothing when Tom uses his own link', async () => {
  const tom = { name: 'Tom', email: 'tom@example.org', password: 'tipis for every field' }
  await signUp(posting.ctx(nobody), { ...tom, name: 'Not Tom', password: 'the password of a thief' })
  posting.clock.forward(1000)
  await signUp(posting.ctx(nobody), tom)

  await finishSignUp(posting.ctx(nobody), await linkTo(posting, tom.email), '')

  await expect(signIn(posting.ctx(nobody), { email: tom.email, password: 'the password of a thief' }, '')).rejects.toThrow(WrongSignIn)
  const first = (await posting.mails()).find((mail) => mail.to_address === tom.email)?.main_link?.split('/').at(-1) ?? ''
  await expect(finishSignUp(posting.ctx(nobody), first, '')).rejects.toThrow(AddressTaken)
})

test.each(['quiet', 'posting'] as const)('a known address gets the same answer, and only the letter says so (%s house)', async (which) => {
  const house = which === 'quiet' ? quiet : posting
  const jo = await arrive(house, 'Jo')

  const known = await signUp(house.ctx(nobody), { name: 'Jo', email: jo.email, password: 'another good password' })
  const unknown = await signUp(house.ctx(nobody), { name: 'Mel', email: 'mel@example.org', password: 'another good password' })

  expect(known).toEqual(unknown)
  expect((await house.mails()).findLast((mail) => mail.to_address === jo.email)?.subject).toBe('You already have an account')
  await expect(signIn(house.ctx(nobody), { email: jo.email, password: 'another good password' }, '')).rejects.toThrow(WrongSignIn)
})

test('every problem is said at once, in words', async () => {
  const refused = await signUp(quiet.ctx(nobody), { name: ' ', email: 'not an address', password: 'short', admin: true }).catch((error: unknown) => error)

  expect(refused).toBeInstanceOf(Invalid)
  expect((refused as Invalid).problems.map((problem) => problem.field).sort()).toEqual(['admin', 'email', 'name', 'password'])
})

test.each([
  ['password123', 'Many people'], ['Manchester2024!', 'Many people'], ['1234567890', 'Many people'], ['aaaaaaaaaaaa', 'Many people'],
  ['qwertyuiop', 'Many people'], ['PriyaShah12', 'your name'],
])('the password "%s" is refused', async (password, why) => {
  const refused = await signUp(quiet.ctx(nobody), { ...priya, email: 'priyashah@example.org', password }).catch((error: unknown) => error)

  expect((refused as Invalid).problems[0]?.sentence).toContain(why)
})

test('two who sign up with one address at the same moment get one account', async () => {
  const nell = { name: 'Nell', email: 'nell@example.org', password: PASSWORD }

  await Promise.all([signUp(quiet.ctx(nobody), nell), signUp(quiet.ctx(nobody), nell), signUp(quiet.ctx(nobody), nell)])

  const accounts = await quiet.ctx().read((tx) => tx.db.selectFrom('account').selectAll().where('email', '=', nell.email).execute())
  const nameless = await quiet.ctx().read((tx) => tx.db.selectFrom('person').leftJoin('account', 'account.person_id', 'person.id').select('person.id').where('account.email', 'is', null).execute())
  expect([accounts.length, nameless.length]).toEqual([1, 0])
})

test('a forged, a cut-off and an old link each say what is wrong', async () => {
  await signUp(posting.ctx(nobody), { name: 'Asha', email: 'asha@example.org', password: PASSWORD })
  const token = await linkTo(posting, 'asha@example.org')

  await expect(finishSignUp(posting.ctx(nobody), token.slice(0, -1), '')).rejects.toThrow('not one of ours')
  await expect(finishSignUp(posting.ctx(nobody), 'gh_link_nonsense', '')).rejects.toThrow(LinkRefused)
  posting.clock.forward(4 * 24 * 3_600_000)
  await expect(finishSignUp(posting.ctx(nobody), token, '')).rejects.toThrow('has run out')
})
