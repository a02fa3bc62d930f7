import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { makeLink, useLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { noteProof } from './confirm-it-is-you.ts'
import { isLoopback } from './cookie.ts'
import { LastWayIn, PasskeyKnown, PasskeyRefused } from './errors.ts'
import { sendChanged } from './letters.ts'
import { lettersGoOut } from './letters-go-out.ts'
import { limit } from './limits.ts'
import { addPasskey, deletePasskey, findPasskey, hasIdentity, listPasskeys, notePasskeyUsed, type Passkey, type StoredPasskey } from './passkey-store.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { findAccount } from './store.ts'
import { mustBeSignedIn, mustBeSomeone, mustHaveProvedRecently } from './who-may.ts'

/**
 * A passkey is a key pair the person's device keeps and unlocks by a finger, a face or a PIN. We ask it to sign a fresh challenge,
 * which is a one-time link to ourselves: bound to its act, used once, ten minutes long.
 */
const LASTS_MS = 10 * 60_000
/** A third of a second to read: only for those who use a passkey. */
const webauthn = () => import('@simplewebauthn/server')
type Challenge = { challenge: string; person?: Id<'person'> }
export type Asked<Options> = { readonly options: Options; readonly start: string }

const answerSchema = z.strictObject({
  start: z.string().max(200),
  answer: z.string('The answer is missing.').max(50_000, 'This answer is too long.'),
})
const newSchema = answerSchema.extend({ name: optionalText('The name', 60) })

/** Browsers offer passkeys only under a name, over https or on this machine itself. */
export function passkeysWork(ctx: Pick<Ctx, 'url'>): boolean {
  const { protocol, hostname } = new URL(ctx.url('/'))
  return (protocol === 'https:' || isLoopback(hostname)) && !/^[\d.]+$|^\[/.test(hostname)
}

/** Begins adding a passkey to one's own account. */
export async function startPasskey(ctx: Ctx): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { person } = mustHaveProvedRecently(ctx)
  return ctx.transaction(async (tx) => {
    const [account, have] = [await findAccount(tx, person), await listPasskeys(tx, person)]
    if (!account) throw new NotFound()
    const { generateRegistrationOptions } = await webauthn()
    const options = await generateRegistrationOptions({
      rpName: 'Guildhall', rpID: hostOf(ctx), userName: account.email, userDisplayName: account.name, userID: Uint8Array.from(Buffer.from(person)),
      excludeCredentials: have.map((key) => ({ id: key.credential, transports: key.transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    return { options, start: await keepChallenge(tx, 'new-passkey', { challenge: options.challenge, person }) }
  }, { keepResult: false })
}

/** Adds the passkey, once its device has shown that it holds it. */
export async function registerPasskey(ctx: Ctx, input: unknown, device: string): Promise<void> {
  const { person } = mustHaveProvedRecently(ctx)
  const given = parse(newSchema, input)
  const response = readAnswer<RegistrationResponseJSON>(given.answer)
  await ctx.transaction(async (tx) => {
    const asked = await useLink<Challenge>(tx, 'new-passkey', given.start)
    if (asked.person !== person) throw new PasskeyRefused()
    const { verifyRegistrationResponse } = await webauthn()
    const { verified, registrationInfo } = await orRefuse(() => verifyRegistrationResponse({
      response, expectedChallenge: asked.challenge, expectedOrigin: originOf(ctx), expectedRPID: hostOf(ctx), requireUserVerification: true,
    }))
    if (!verified) throw new PasskeyRefused()
    const { credential } = registrationInfo
    const key = { credential: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports: credential.transports ?? [], name: given.name ?? device }
    if (!await addPasskey(tx, person, key)) throw new PasskeyKnown()
    await audit(tx, { chain: 'house', act: 'passkey added', subject: `person:${person}` })
    const account = await findAccount(tx, person)
    if (account) await sendChanged(tx, account, `A passkey was added: ${key.name}.`)
  })
}

/** Begins signing in, or showing who one is, by passkey. Any passkey the device holds for us will do. */
export async function askForPasskey(ctx: Ctx): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  await limit(ctx, 'use a passkey')
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({ rpID: hostOf(ctx), userVerification: 'required' })
  return ctx.transaction(async (tx) => ({ options, start: await keepChallenge(tx, 'passkey', { challenge: options.challenge }) }), { keepResult: false })
}

export async function signInByPasskey(ctx: Ctx, input: unknown, device: string): Promise<Started> {
  await limit(ctx, 'use a passkey')
  const given = parse(answerSchema, input)
  return asHouse(ctx).transaction(async (tx) => {
    const passkey = await checkPasskey(tx, given)
    return startSession(tx, { person: passkey.person, how: 'passkey', device })
  }, { keepResult: false })
}

export async function confirmItIsYouByPasskey(ctx: Ctx, input: unknown): Promise<Started> {
  const { person } = mustBeSignedIn(ctx.actor)
  await limit(ctx, 'use a passkey')
  const given = parse(answerSchema, input)
  return ctx.transaction(async (tx) => {
    const passkey = await checkPasskey(tx, given)
    if (passkey.person !== person) throw new PasskeyRefused('That passkey belongs to another account.')
    return noteProof(tx, 'passkey')
  }, { keepResult: false })
}

export async function listOwnPasskeys(ctx: Ctx): Promise<readonly Passkey[]> {
  const person = mustBeSomeone(ctx.actor)
  return ctx.read((tx) => listPasskeys(tx, person))
}

/** Takes a passkey away, such as that of a lost phone; never the last way in. */
export async function removePasskey(ctx: Ctx, passkey: Id<'passkey'>): Promise<void> {
  const { person } = mustHaveProvedRecently(ctx)
  await ctx.transaction(async (tx) => {
    if (!await deletePasskey(tx, person, passkey)) throw new NotFound('This passkey is no longer there.', 'Look at the list again.')
    const account = await findAccount(tx, person)
    const otherWay = account?.passwordHash || (account?.emailConfirmedAt && lettersGoOut(ctx)) || await hasIdentity(tx, person) || (await listPasskeys(tx, person)).length > 0
    if (!account || !otherWay) throw new LastWayIn()
    await audit(tx, { chain: 'house', act: 'passkey removed', subject: `person:${person}` })
    await sendChanged(tx, account, 'A passkey was taken off your account.')
  })
}

async function keepChallenge(tx: Tx, act: 'passkey' | 'new-passkey', subject: Challenge): Promise<string> {
  return (await makeLink(tx, { act, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })).token
}

async function checkPasskey(tx: Tx, given: { start: string; answer: string }): Promise<StoredPasskey> {
  const response = readAnswer<AuthenticationResponseJSON>(given.answer)
  const asked = await useLink<Challenge>(tx, 'passkey', given.start)
  const passkey = typeof response.id === 'string' ? await findPasskey(tx, response.id) : undefined
  if (!passkey) throw new PasskeyRefused('This passkey is not on any account here.')
  const { verifyAuthenticationResponse } = await webauthn()
  const { verified, authenticationInfo } = await orRefuse(() => verifyAuthenticationResponse({
    response, expectedChallenge: asked.challenge, expectedOrigin: originOf(tx), expectedRPID: hostOf(tx), requireUserVerification: true,
    credential: { id: passkey.credential, publicKey: passkey.publicKey, counter: passkey.counter, transports: passkey.transports },
  }))
  if (!verified) throw new PasskeyRefused()
  await notePasskeyUsed(tx, passkey.id, authenticationInfo.newCounter)
  return passkey
}

/** Whatever a hostile answer makes the library throw, the person is told the same. */
async function orRefuse<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (cause) {
    throw Object.assign(new PasskeyRefused(), { cause })
  }
}

function readAnswer<Answer extends object>(text: string): Answer {
  if (text === '') throw new PasskeyRefused('Your browser sent no answer. Passkeys need script.')
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) return answer as Answer // the library checks every part of it
  } catch { /* said below */ }
  throw new PasskeyRefused()
}

const hostOf = (ctx: Pick<Ctx, 'url'>) => new URL(ctx.url('/')).hostname
const originOf = (ctx: Pick<Ctx, 'url'>) => new URL(ctx.url('/')).origin
