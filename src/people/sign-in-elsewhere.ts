import type { UserInfoResponse } from 'openid-client'
import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { email as emailField } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { routes } from '../routes.ts'
import { ElsewhereRefused } from './errors.ts'
import { sendChanged } from './letters.ts'
import { limit } from './limits.ts'
import { ownPath } from './own-path.ts'
import { addIdentity, findPersonByIdentity } from './passkey-store.ts'
import { openProvider } from './provider.ts'
import { proveEmail } from './prove-email.ts'
import { seal, unseal } from './sealed.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { findAccount, findAccountByEmail } from './store.ts'
import { welcomePerson } from './welcome-person.ts'

const trip = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), then: z.string(), until: z.number() })
type Claims = { readonly iss: string; readonly sub: string; readonly email?: unknown; readonly email_verified?: unknown; readonly name?: unknown }
const USE = 'sign in elsewhere'
const LASTS_MS = 10 * 60_000

/** Sends the person to the provider. What must come back the same travels in a sealed cookie of their own browser. */
export async function startElsewhere(ctx: Ctx, then?: string): Promise<{ url: string; sealed: string }> {
  await limit(ctx, 'sign in elsewhere')
  const provider = await openProvider(ctx)
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await import('openid-client')
  const kept: z.output<typeof trip> = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), then: ownPath(then), until: ctx.now.getTime() + LASTS_MS }
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: ctx.url(routes.signInElsewhereReturn), scope: 'openid email profile', state: kept.state, nonce: kept.nonce,
    code_challenge: await calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256',
  })
  return { url: url.href, sealed: seal(ctx.keys.cookies, USE, kept) }
}

/** The person is back: the provider's word is fetched and checked, then they are signed in, with a new account where they had none. */
export async function signInElsewhere(ctx: Ctx, back: { query: string; sealed: string }, device: string): Promise<Started & { then: string }> {
  await limit(ctx, 'sign in elsewhere')
  const kept = trip.safeParse(unseal(ctx.keys.cookies, USE, back.sealed)).data
  if (!kept || kept.until <= ctx.now.getTime()) throw new ElsewhereRefused('This sign-in was begun in another browser, or too long ago.')
  const claims = await fetchClaims(ctx, back.query, kept)
  return asHouse(ctx).transaction(async (tx) => {
    const person = await findPersonByIdentity(tx, claims.iss, claims.sub) ?? await meet(tx, claims)
    if (!await findAccount(tx, person)) throw new ElsewhereRefused('This account was closed.')
    return { ...await startSession(tx, { person, how: 'elsewhere', device }), then: ownPath(kept.then) }
  }, { keepResult: false })
}

async function fetchClaims(ctx: Ctx, query: string, kept: z.output<typeof trip>): Promise<Claims> {
  const provider = await openProvider(ctx)
  const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client')
  try {
    const tokens = await authorizationCodeGrant(provider, new URL(ctx.url(routes.signInElsewhereReturn) + query), {
      pkceCodeVerifier: kept.verifier, expectedState: kept.state, expectedNonce: kept.nonce, idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('There was no ID token.')
    const more: Partial<UserInfoResponse> = claims.email === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : {} // some give the address only when asked again
    return { ...more, ...claims }
  } catch (error) {
    ctx.log.warn({ err: error }, 'a sign-in elsewhere was refused')
    throw new ElsewhereRefused(`${ctx.settings.OIDC_NAME} did not confirm who you are.`)
  }
}

/** Their first time by this way. An address counts only where the provider has checked it; else anyone could name someone else's. */
async function meet(tx: Tx, claims: Claims): Promise<Id<'person'>> {
  const email = emailField.safeParse(claims.email).data
  if (!email || claims.email_verified !== true) {
    throw new ElsewhereRefused(`${tx.settings.OIDC_NAME} has not checked your e-mail address, so we cannot tell which account is yours.`, 'Confirm your address there, or sign in here another way.')
  }
  const known = await findAccountByEmail(tx, email)
  if (known) await proveEmail(tx, known)
  const person = known?.person ?? await welcomePerson(tx, { name: nameIn(claims, email), email, emailConfirmedAt: tx.now })
  if (!person) throw new ElsewhereRefused('Someone just signed up with your address.', 'Try once more.')
  await addIdentity(tx, person, claims.iss, claims.sub)
  if (known) await sendChanged(tx, known, `You can now also sign in with ${tx.settings.OIDC_NAME}.`)
  return person
}

function nameIn(claims: Claims, email: string): string {
  const name = typeof claims.name === 'string' ? claims.name.trim().replaceAll('\u0000', '').slice(0, 100) : ''
  return name.isWellFormed() && name ? name : (email.split('@')[0] ?? email)
}
