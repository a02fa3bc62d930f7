import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { email, parse } from '../kit/fields.ts'
import { WrongSignIn } from './errors.ts'
import { typedPassword } from './good-password.ts'
import { limit, unlimit } from './limits.ts'
import { isPassword } from './password.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { findAccountByEmail } from './store.ts'

const signInSchema = z.strictObject({ email, password: typedPassword('Your password') })

/** By address and password. An unknown address costs the same work and gets the same answer as a wrong password. */
export async function signIn(ctx: Ctx, input: unknown, device: string): Promise<Started> {
  const given = parse(signInSchema, input)
  await limit(ctx, 'sign in', given.email)
  const account = await asHouse(ctx).read((tx) => findAccountByEmail(tx, given.email))
  if (!await isPassword(account?.passwordHash, given.password) || !account) {
    ctx.log.warn({ person: account?.person, from: ctx.address }, 'a sign-in was refused')
    throw new WrongSignIn()
  }
  const started = await asHouse(ctx).transaction(async (tx) => {
    const still = await findAccountByEmail(tx, given.email) // the password may have been changed while we were hashing
    if (still?.passwordHash !== account.passwordHash) throw new WrongSignIn()
    return startSession(tx, { person: account.person, how: 'password', device })
  }, { keepResult: false })
  await unlimit(ctx, 'sign in', given.email)
  return started
}
