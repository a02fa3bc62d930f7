import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { email, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { makeLink, readLink, useLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { AddressTaken } from './errors.ts'
import { sendAlreadyHere, sendChanged, sendConfirmLink } from './letters.ts'
import { limit } from './limits.ts'
import { findAccount, findAccountByEmail, saveEmail, withdrawLinksOf } from './store.ts'
import { mustBeSignedIn, mustHaveProvedRecently } from './who-may.ts'

const schema = z.strictObject({ email })
type ForAddress = { person: Id<'person'>; email: string }
const ACT = 'confirm-email'
const LASTS_MS = 24 * 3_600_000

/** Asks for another address. It counts once its own link is used; the old one is told now, and stays until then. */
export async function changeEmail(ctx: Ctx, input: unknown): Promise<void> {
  const { person } = mustHaveProvedRecently(ctx)
  const given = parse(schema, input)
  await limit(ctx, 'send a link', given.email)
  await asHouse(ctx).transaction(async (tx) => {
    const account = await findAccount(tx, person)
    if (!account) throw new NotFound()
    const other = await findAccountByEmail(tx, given.email)
    if (other && other.person !== person) await sendAlreadyHere(tx, other)
    else await sendConfirmLink(tx, { name: account.name, email: given.email }, await newLink(tx, { person, email: given.email }))
    if (given.email !== account.email) await sendChanged(tx, account, 'Someone signed in as you asked for another e-mail address. It will be used once they show that it is theirs.')
  })
}

/** Sends the link that proves the address one already has. */
export async function askToConfirmEmail(ctx: Ctx): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  const account = await ctx.read((tx) => findAccount(tx, person))
  if (!account) throw new NotFound()
  await limit(ctx, 'send a link', account.email)
  await asHouse(ctx).transaction(async (tx) => sendConfirmLink(tx, account, await newLink(tx, { person, email: account.email })))
}

/** The latest link is the one that counts. */
async function newLink(tx: Tx, subject: ForAddress): Promise<string> {
  await withdrawLinksOf(tx, [ACT], subject.person)
  return (await makeLink(tx, { act: ACT, subject, endsAt: new Date(tx.now.getTime() + LASTS_MS) })).token
}

export async function readConfirmLink(ctx: Ctx, token: string): Promise<{ email: string }> {
  return asHouse(ctx).read(async (tx) => ({ email: (await readLink<ForAddress>(tx, ACT, token)).subject.email }))
}

/** Uses the link: the account now has this address, and it is proven. Whoever opens it need not be signed in. */
export async function confirmEmail(ctx: Ctx, token: string): Promise<void> {
  await limit(ctx, 'use a link')
  await asHouse(ctx).transaction(async (tx) => {
    const { person, email: address } = await useLink<ForAddress>(tx, ACT, token)
    const before = await findAccount(tx, person)
    if (!before) throw new NotFound()
    if (!await saveEmail(tx, person, address)) throw new AddressTaken()
    await withdrawLinksOf(tx, ['sign-in', 'reset-password', ACT], person)
    await audit(tx, { chain: 'house', act: 'address confirmed', subject: `person:${person}`, detail: { changed: before.email !== address } })
    await tx.emit('person.email-confirmed', { person })
    if (before.email !== address) await sendChanged(tx, before, 'Your account now uses another e-mail address.')
  })
}
