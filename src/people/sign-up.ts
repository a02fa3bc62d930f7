import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { email, parse, text } from '../kit/fields.ts'
import { makeLink, readLink, useLink } from '../kit/one-time-link.ts'
import { AddressTaken } from './errors.ts'
import { newPassword, refuseOwnWords } from './good-password.ts'
import { sendAlreadyHere, sendSignUpLink } from './letters.ts'
import { lettersGoOut } from './letters-go-out.ts'
import { limit } from './limits.ts'
import { ownPath } from './own-path.ts'
import { hashPassword } from './password.ts'
import type { Started } from './session.ts'
import { startSession } from './start-session.ts'
import { findAccountByEmail } from './store.ts'
import { welcomePerson } from './welcome-person.ts'

export const signUpSchema = z.strictObject({ name: text('Your name', 100), email, password: newPassword })

type Waiting = { name: string; email: string; passwordHash: string; then: string }
const ACT = 'sign-up'
const LASTS_MS = 3 * 24 * 3_600_000

/**
 * Asks for an account, and says nothing about whether the address has one: the letter does. Where letters go out, the account begins
 * when its link is used, so nobody can sit on another's address. Where none go out, it begins at once and the address is unproven.
 */
export async function signUp(ctx: Ctx, input: unknown, then?: string): Promise<void> {
  const wanted = parse(signUpSchema, input)
  refuseOwnWords(wanted.password, wanted)
  await limit(ctx, 'sign up', wanted.email)
  const passwordHash = await hashPassword(wanted.password)
  await asHouse(ctx).transaction(async (tx) => {
    const known = await findAccountByEmail(tx, wanted.email)
    if (known) return sendAlreadyHere(tx, known)
    if (!lettersGoOut(ctx)) return void await welcomePerson(tx, { name: wanted.name, email: wanted.email, passwordHash })
    const subject: Waiting = { name: wanted.name, email: wanted.email, passwordHash, then: ownPath(then) }
    const { token } = await makeLink(tx, { act: ACT, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })
    return sendSignUpLink(tx, wanted, token)
  })
}

/** What the link would do, without using it. */
export async function readSignUpLink(ctx: Ctx, token: string): Promise<{ name: string; email: string }> {
  return asHouse(ctx).read(async (tx) => {
    const { name, email } = (await readLink<Waiting>(tx, ACT, token)).subject
    return { name, email }
  })
}

/** Uses the link from the letter: the account begins with the name and password of that very sign-up, and its owner is signed in. */
export async function finishSignUp(ctx: Ctx, token: string, device: string): Promise<Started & { then: string }> {
  await limit(ctx, 'use a link')
  return asHouse(ctx).transaction(async (tx) => {
    const { then, ...wanted } = await useLink<Waiting>(tx, ACT, token)
    const person = await welcomePerson(tx, { ...wanted, emailConfirmedAt: tx.now })
    if (!person) throw new AddressTaken()
    return { ...await startSession(tx, { person, how: 'link', device }), then: ownPath(then) }
  }, { keepResult: false })
}
