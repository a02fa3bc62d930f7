import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { email, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused, makeLink, readLink, useLink } from '../kit/one-time-link.ts'
import { sendNotHere, sendSignInLink } from './letters.ts'
import { limit } from './limits.ts'
import { ownPath } from './own-path.ts'
import { proveEmail } from './prove-email.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { findAccount, findAccountByEmail } from './store.ts'

const schema = z.strictObject({ email })
type ForPerson = { person: Id<'person'>; email: string; then: string }
const ACT = 'sign-in'
const LASTS_MS = 15 * 60_000

/** Sends a link to sign in with. The answer is the same for every address; the letter says whether there is an account. */
export async function askForSignInLink(ctx: Ctx, input: unknown, then?: string): Promise<void> {
  const given = parse(schema, input)
  await limit(ctx, 'send a link', given.email)
  await asHouse(ctx).transaction(async (tx) => {
    const account = await findAccountByEmail(tx, given.email)
    if (!account) return sendNotHere(tx, given.email)
    const subject: ForPerson = { person: account.person, email: account.email, then: ownPath(then) }
    const { token } = await makeLink(tx, { act: ACT, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })
    return sendSignInLink(tx, account, token)
  })
}

/** Whether the link would still work; a GET goes no further, since mail scanners follow links. */
export async function checkSignInLink(ctx: Ctx, token: string): Promise<void> {
  await asHouse(ctx).read((tx) => readLink(tx, ACT, token))
}

export async function signInByLink(ctx: Ctx, token: string, device: string): Promise<Started & { then: string; startedAfresh: boolean }> {
  await limit(ctx, 'use a link')
  return asHouse(ctx).transaction(async (tx) => {
    const link = await useLink<ForPerson>(tx, ACT, token)
    const account = await findAccount(tx, link.person)
    if (account?.email !== link.email) throw new LinkRefused('This link was for an address the account no longer uses.', 'Ask for a new one from the sign-in page.')
    const { startedAfresh } = await proveEmail(tx, account)
    return { ...await startSession(tx, { person: account.person, how: 'link', device }), then: ownPath(link.then), startedAfresh }
  }, { keepResult: false })
}
