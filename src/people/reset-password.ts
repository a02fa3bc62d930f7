import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { email, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { LinkRefused, makeLink, readLink, useLink } from '../kit/one-time-link.ts'
import { newPassword, refuseOwnWords } from './good-password.ts'
import { sendNotHere, sendResetLink } from './letters.ts'
import { limit } from './limits.ts'
import { hashPassword } from './password.ts'
import { proveEmail } from './prove-email.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { endSessions, findAccount, findAccountByEmail, savePassword, withdrawLinksOf } from './store.ts'

const askSchema = z.strictObject({ email })
const schema = z.strictObject({ password: newPassword })
type ForPerson = { person: Id<'person'>; email: string }
const ACT = 'reset-password'
const LASTS_MS = 3_600_000

/** Sends a link to choose a new password. An earlier one that is still open ends; the answer is the same for every address. */
export async function askForReset(ctx: Ctx, input: unknown): Promise<void> {
  const given = parse(askSchema, input)
  await limit(ctx, 'send a link', given.email)
  await asHouse(ctx).transaction(async (tx) => {
    const account = await findAccountByEmail(tx, given.email)
    if (!account) return sendNotHere(tx, given.email)
    await withdrawLinksOf(tx, [ACT], account.person)
    const subject: ForPerson = { person: account.person, email: account.email }
    const { token } = await makeLink(tx, { act: ACT, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })
    return sendResetLink(tx, account, token)
  })
}

export async function checkResetLink(ctx: Ctx, token: string): Promise<void> {
  await asHouse(ctx).read((tx) => readLink(tx, ACT, token))
}

/** Uses the link: a new password, every session and every other link to sign in with ended, and a new session here. */
export async function resetPassword(ctx: Ctx, token: string, input: unknown, device: string): Promise<Started> {
  await limit(ctx, 'use a link')
  const { password } = parse(schema, input)
  await checkResetLink(ctx, token) // before the costly hashing
  const hash = await hashPassword(password)
  return asHouse(ctx).transaction(async (tx) => {
    const link = await useLink<ForPerson>(tx, ACT, token)
    const account = await findAccount(tx, link.person)
    if (account?.email !== link.email) throw new LinkRefused('This link was for an address the account no longer uses.', 'Ask for a new one from the sign-in page.')
    refuseOwnWords(password, account)
    await proveEmail(tx, account)
    await savePassword(tx, account.person, hash)
    await endSessions(tx, { person: account.person })
    await withdrawLinksOf(tx, ['sign-in', ACT], account.person)
    await audit(tx, { chain: 'house', act: 'password reset', subject: `person:${account.person}` })
    return startSession(tx, { person: account.person, how: 'link', device })
  }, { keepResult: false })
}
