import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import { NotFound } from '../kit/refusal.ts'
import { WrongPassword } from './errors.ts'
import { newPassword, refuseOwnWords, typedPassword } from './good-password.ts'
import { sendChanged } from './letters.ts'
import { limit } from './limits.ts'
import { hashPassword, isPassword } from './password.ts'
import type { Started } from './session.ts'
import { endSessions, findAccount, renewSession, savePassword, withdrawLinksOf } from './store.ts'
import { mustBeSignedIn, mustHaveProvedRecently } from './who-may.ts'

const change = z.strictObject({ current: typedPassword('Your password now'), password: newPassword })
const first = z.strictObject({ password: newPassword })

/**
 * Sets a password; who has one shows it first, who has none has shown who they are in the last half hour. All other sessions end, and
 * this one gets a new token.
 */
export async function changePassword(ctx: Ctx, input: unknown): Promise<Started> {
  const { person, session } = mustBeSignedIn(ctx.actor)
  const account = await ctx.read((tx) => findAccount(tx, person))
  if (!account) throw new NotFound()
  const wanted = account.passwordHash ? parse(change, input) : { ...parse(first, input), current: undefined }
  if (!account.passwordHash) mustHaveProvedRecently(ctx)
  refuseOwnWords(wanted.password, account)
  if (wanted.current !== undefined) {
    await limit(ctx, 'sign in', account.email)
    if (!await isPassword(account.passwordHash, wanted.current)) throw new WrongPassword('current')
  }
  const hash = await hashPassword(wanted.password)
  return asHouse(ctx).transaction(async (tx) => {
    await savePassword(tx, person, hash)
    await endSessions(tx, { person, butNot: session })
    await withdrawLinksOf(tx, ['sign-in', 'reset-password'], person)
    await audit(tx, { chain: 'house', act: 'password changed', subject: `person:${person}` })
    await sendChanged(tx, account, 'Your password was changed, and you were signed out on your other devices.')
    return renewSession(tx, session, true)
  }, { keepResult: false })
}
