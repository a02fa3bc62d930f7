import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '../kit/ctx.ts'
import { ConfirmItIsYou, NotFound } from '../kit/refusal.ts'
import { openTestHouse, type TestHouse } from '../kit/testing/house.ts'
import { LastWayIn, PasskeyKnown, PasskeyRefused } from './errors.ts'
import { askForPasskey, confirmItIsYouByPasskey, listOwnPasskeys, passkeysWork, registerPasskey, removePasskey, signInByPasskey, startPasskey } from './passkeys.ts'
import { savePassword } from './store.ts'
import { Authenticator } from './testing/authenticator.ts'
import { actorOf, another, arrive } from './testing/people.ts'

const ORIGIN = 'http://localhost:4000'
let house: TestHouse
const asNobody = () => house.ctx(nobody)

beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

/** Someone with a passkey on a device of theirs. */
async function withPasskey(name: string) {
  const someone = await arrive(house, name)
  const device = new Authenticator(ORIGIN)
  const { options, start } = await startPasskey(someone.ctx)
  await registerPasskey(someone.ctx, { start, answer: JSON.stringify(device.create(options)) }, 'Chrome on Android')
  return { ...someone, device }
}

test('Priya adds a passkey and signs in with nothing else', async () => {
  const priya = await withPasskey('Priya')

  const { options, start } = await askForPasskey(asNobody())
  const started = await signInByPasskey(asNobody(), { start, answer: JSON.stringify(priya.device.get(options)) }, 'Chrome on Android')

  expect(await actorOf(house, started.token)).toMatchObject({ person: priya.person })
  expect(await listOwnPasskeys(priya.ctx)).toMatchObject([{ name: 'Chrome on Android', usedAt: house.clock.now() }])
  expect((await house.mails()).findLast((mail) => mail.to_address === priya.email)?.text).toContain('A passkey was added: Chrome on Android.')
})

test('an answer works once: the challenge is used up', async () => {
  const tom = await withPasskey('Tom')
  const { options, start } = await askForPasskey(asNobody())
  const answer = JSON.stringify(tom.device.get(options))
  await signInByPasskey(asNobody(), { start, answer }, '')

  await expect(signInByPasskey(asNobody(), { start, answer }, '')).rejects.toThrow('already been used')
})

test.each([
  ['asked for by another website', { origin: 'https://guildhall.evil' }],
  ['to an older challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['without finger, face or PIN', { verified: false }],
  ['from a copied device whose counter went back', { counter: 0 }],
])('an answer %s is refused', async (why, bent) => {
  const jo = await withPasskey(`Jo ${why}`.replaceAll(' ', '-'))
  const { options, start } = await askForPasskey(asNobody())

  await expect(signInByPasskey(asNobody(), { start, answer: JSON.stringify(jo.device.get(options, bent)) }, '')).rejects.toThrow(PasskeyRefused)
})

test('a passkey nobody here has, and one signed by another key, are refused', async () => {
  const mel = await withPasskey('Mel')
  const stranger = new Authenticator(ORIGIN)
  const first = await askForPasskey(asNobody())
  const second = await askForPasskey(asNobody())

  await expect(signInByPasskey(asNobody(), { start: first.start, answer: JSON.stringify(stranger.get(first.options)) }, '')).rejects.toThrow('not on any account')
  const posing = { ...stranger.get(second.options), id: mel.device.credential.toString('base64url'), rawId: mel.device.credential.toString('base64url') }
  await expect(signInByPasskey(asNobody(), { start: second.start, answer: JSON.stringify(posing) }, '')).rejects.toThrow(PasskeyRefused)
})

test.each(['', '{', 'null', '[]', '7', '{}', '{"id":7}', '{"id":"x","response":null}', JSON.stringify({ id: 'x'.repeat(20_000) })])('the nonsense %.20s gets a sentence', async (answer) => {
  const { start } = await askForPasskey(asNobody())

  await expect(signInByPasskey(asNobody(), { start, answer }, '')).rejects.toMatchObject({ kind: 'invalid' })
})

test('a challenge for adding is no good for signing in, and belongs to whoever asked', async () => {
  const ruth = await withPasskey('Ruth')
  const asha = await arrive(house, 'Asha')
  const adding = await startPasskey(ruth.ctx)

  await expect(signInByPasskey(asNobody(), { start: adding.start, answer: '{}' }, '')).rejects.toThrow('not one of ours')
  await expect(registerPasskey(asha.ctx, { start: adding.start, answer: JSON.stringify(new Authenticator(ORIGIN).create(adding.options)) }, '')).rejects.toThrow(PasskeyRefused)
})

test('one passkey is on one account', async () => {
  const nell = await withPasskey('Nell')
  const hugo = await arrive(house, 'Hugo')
  const { options, start } = await startPasskey(hugo.ctx)

  await expect(registerPasskey(hugo.ctx, { start, answer: JSON.stringify(nell.device.create(options)) }, '')).rejects.toThrow(PasskeyKnown)
})

test('adding one wants a fresh proof, and a passkey gives it', async () => {
  const fern = await withPasskey('Fern')
  house.clock.forward(31 * 60_000)
  const later = house.ctx(await actorOf(house, fern.token))
  await expect(startPasskey(later)).rejects.toThrow(ConfirmItIsYou)

  const { options, start } = await askForPasskey(later)
  const proved = await confirmItIsYouByPasskey(later, { start, answer: JSON.stringify(fern.device.get(options)) })

  await expect(startPasskey(house.ctx(await actorOf(house, proved.token)))).resolves.toBeTruthy()
})

test('another person’s passkey proves nothing', async () => {
  const [kit, sam] = [await withPasskey('Kit'), await withPasskey('Sam')]
  const { options, start } = await askForPasskey(kit.ctx)

  await expect(confirmItIsYouByPasskey(kit.ctx, { start, answer: JSON.stringify(sam.device.get(options)) })).rejects.toThrow(PasskeyRefused)
})

test('a removed passkey signs nobody in; the last way in cannot be removed; nor can another’s', async () => {
  const ivy = await withPasskey('Ivy')
  const una = await withPasskey('Una')
  const [hers] = await listOwnPasskeys(ivy.ctx)
  if (!hers) throw new Error('Ivy has no passkey')

  await expect(removePasskey(una.ctx, hers.id)).rejects.toThrow(NotFound)
  await house.ctx().transaction((tx) => savePassword(tx, ivy.person, null))
  await expect(removePasskey(ivy.ctx, hers.id)).rejects.toThrow(LastWayIn)

  await house.ctx().transaction((tx) => savePassword(tx, ivy.person, 'some hash'))
  await removePasskey(ivy.ctx, hers.id)
  const { options, start } = await askForPasskey(asNobody())
  await expect(signInByPasskey(asNobody(), { start, answer: JSON.stringify(ivy.device.get(options)) }, '')).rejects.toThrow('not on any account')
  expect(await another(house, ivy.person)).toBeTruthy()
})

test('they are offered only where browsers take them', () => {
  const at = (address: string) => passkeysWork({ url: () => address })

  expect([at('https://guildhall.example/'), at('http://localhost:4000/'), at('http://192.168.1.5/'), at('https://192.168.1.5/'), at('http://guildhall.example/'), at('https://[::1]/')]).toEqual([true, true, false, false, false, false])
})
