import type { Actor, Ctx } from '../../kit/ctx.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { findSession } from '../find-session.ts'
import { hashPassword } from '../password.ts'
import type { Started } from '../session.ts'
import { startSession } from '../start-session.ts'
import { welcomePerson } from '../welcome-person.ts'

export const PASSWORD = 'seven small tulips'

/** Who a token makes of a request, looked up as `entry` does; nobody where it has ended. */
export async function actorOf(house: TestHouse, token: string): Promise<Actor> {
  const found = await findSession(house.ctx(), token, async (_tx, session) => session)
  return found ? { by: 'session', person: found.person, session: found.id, provedAt: found.provedAt, organisation: found.organisation, network: found.network } : { by: 'nobody' }
}

/** Someone with a confirmed address and a password, signed in on one device. */
export async function arrive(house: TestHouse, name: string, email = `${name.toLowerCase()}@example.org`): Promise<Started & { ctx: Ctx; email: string }> {
  const passwordHash = await hashPassword(PASSWORD)
  const started = await house.ctx().transaction(async (tx) => {
    const person = await welcomePerson(tx, { name, email, emailConfirmedAt: tx.now, passwordHash })
    if (!person) throw new Error(`${email} has an account already`)
    return startSession(tx, { person, how: 'password', device: 'Firefox on Windows' })
  })
  return { ...started, email, ctx: house.ctx(await actorOf(house, started.token)) }
}

/** The same person on another device. */
export function another(house: TestHouse, person: Started['person'], device = 'Safari on an iPhone'): Promise<Started> {
  return house.ctx().transaction((tx) => startSession(tx, { person, how: 'password', device }))
}

/** The token at the end of the link in the newest letter to an address. */
export async function linkTo(house: TestHouse, email: string): Promise<string> {
  const letter = (await house.mails()).findLast((mail) => mail.to_address === email && mail.main_link)
  return letter?.main_link?.split('/').at(-1) ?? ''
}
