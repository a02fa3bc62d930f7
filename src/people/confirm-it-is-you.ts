import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused, makeLink, readLink, useLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { WrongPassword } from './errors.ts'
import { typedPassword } from './good-password.ts'
import { sendProofLink } from './letters.ts'
import { limit, unlimit } from './limits.ts'
import { ownPath } from './own-path.ts'
import { isPassword } from './password.ts'
import type { Started, WayIn } from './session.ts'
import { findAccount, renewSession } from './store.ts'
import { mustBeSignedIn } from './who-may.ts'

const schema = z.strictObject({ password: typedPassword('Your password') })
type ForSession = { person: Id<'person'>; session: Id<'session'>; then: string }
const ACT = 'confirm-it-is-you'
const LASTS_MS = 15 * 60_000

/** Shows once more who one is, by password, before an act that binds. The session gets a new token. */
export async function confirmItIsYou(ctx: Ctx, input: unknown): Promise<Started> {
  const { person } = mustBeSignedIn(ctx.actor)
  const { password } = parse(schema, input)
  const account = await ctx.read((tx) => findAccount(tx, person))
  if (!account) throw new NotFound()
  await limit(ctx, 'sign in', account.email)
  if (!await isPassword(account.passwordHash, password)) throw new WrongPassword('password')
  const proved = await ctx.transaction((tx) => noteProof(tx, 'password'), { keepResult: false })
  await unlimit(ctx, 'sign in', account.email)
  return proved
}

/** Sends the link that shows it: for who has neither a password nor a passkey. It works in this session alone. */
export async function askForProofLink(ctx: Ctx, then?: string): Promise<void> {
  const { person, session } = mustBeSignedIn(ctx.actor)
  const account = await ctx.read((tx) => findAccount(tx, person))
  if (!account) throw new NotFound()
  await limit(ctx, 'send a link', account.email)
  await ctx.transaction(async (tx) => {
    const subject: ForSession = { person, session, then: ownPath(then) }
    const { token } = await makeLink(tx, { act: ACT, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })
    await sendProofLink(tx, account, token)
  })
}

export async function checkProofLink(ctx: Ctx, token: string): Promise<void> {
  mustBeSignedIn(ctx.actor)
  await ctx.read((tx) => readLink(tx, ACT, token))
}

export async function confirmItIsYouByLink(ctx: Ctx, token: string): Promise<Started & { then: string }> {
  const { session } = mustBeSignedIn(ctx.actor)
  await limit(ctx, 'use a link')
  return ctx.transaction(async (tx) => {
    const link = await useLink<ForSession>(tx, ACT, token)
    if (link.session !== session) throw new LinkRefused('This link belongs to another browser.', 'Open it where you asked for it, or ask for a new one here.')
    return { ...await noteProof(tx, 'link'), then: ownPath(link.then) }
  }, { keepResult: false })
}

/** What every way of proving ends with. */
export async function noteProof(tx: Tx, how: WayIn): Promise<Started> {
  const { person, session } = mustBeSignedIn({ ...tx.actor, by: 'session' })
  await audit(tx, { chain: 'house', act: 'confirmed who they are', subject: `person:${person}`, detail: { how, session } })
  return renewSession(tx, session, true)
}
