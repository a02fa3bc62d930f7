import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { hasIdentity, listPasskeys, type Passkey } from './passkey-store.ts'
import type { Session } from './session.ts'
import { findAccount, listLiveSessions } from './store.ts'
import { mustBeSomeone } from './who-may.ts'

/** All a person may look after about their way in. No hash leaves the room. */
export type YourAccount = {
  readonly person: Id<'person'>; readonly name: string; readonly email: string; readonly emailConfirmedAt?: Date; readonly hasPassword: boolean; readonly signsInElsewhere: boolean
  readonly passkeys: readonly Passkey[]; readonly sessions: readonly Session[]
}

export async function getYourAccount(ctx: Ctx): Promise<YourAccount> {
  const person = mustBeSomeone(ctx.actor)
  return ctx.read(async (tx) => {
    const account = await findAccount(tx, person)
    if (!account) throw new NotFound()
    return {
      person, name: account.name, email: account.email, emailConfirmedAt: account.emailConfirmedAt, hasPassword: !!account.passwordHash,
      signsInElsewhere: await hasIdentity(tx, person), passkeys: await listPasskeys(tx, person), sessions: await listLiveSessions(tx, person),
    }
  })
}
