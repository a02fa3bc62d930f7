import { audit } from '../kit/audit.ts'
import type { Tx } from '../kit/ctx.ts'
import { deletePasskeysOf } from './passkey-store.ts'
import type { Account } from './person.ts'
import { endSessions, saveEmail, savePassword } from './store.ts'

/**
 * Whoever reads an account's mailbox is its owner. Where nobody had shown that before, the account may have been made by someone else
 * lying in wait with this address: what they set up (password, passkeys, sessions) goes. Says whether anything went. Runs as the house.
 */
export async function proveEmail(tx: Tx, account: Account): Promise<{ startedAfresh: boolean }> {
  if (account.emailConfirmedAt) return { startedAfresh: false }
  await saveEmail(tx, account.person, account.email)
  await savePassword(tx, account.person, null)
  await deletePasskeysOf(tx, account.person)
  await endSessions(tx, { person: account.person })
  await audit(tx, { chain: 'house', act: 'address confirmed', subject: `person:${account.person}`, detail: { startedAfresh: true } })
  await tx.emit('person.email-confirmed', { person: account.person })
  return { startedAfresh: true }
}
