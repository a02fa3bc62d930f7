import { asHouse, type Ctx } from '../kit/ctx.ts'
import { sendMail } from '../kit/mail/send.ts'
import { findAccount } from '../people/index.ts'
import { routes } from '../routes.ts'
import { hostsOnly } from './who-may.ts'

/** A letter to the host's own address: what becomes of it stands under Mail. Gives the address. */
export async function sendTestLetter(ctx: Ctx): Promise<string> {
  await hostsOnly(ctx)
  return asHouse(ctx).transaction(async (tx) => {
    const account = ctx.actor.person && await findAccount(tx, ctx.actor.person)
    if (!account) throw new Error('A host has an account.')
    await sendMail(tx, {
      to: account.email, person: account.person, subject: 'A test from your house',
      lines: [`Hello ${account.name},`, 'You read this, so the mail of your house works.'],
      link: { says: 'Back to Mail', url: tx.url(routes.mail) },
    })
    return account.email
  })
}
