import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { AddressTaken, HasHost } from './errors.ts'
import { refuseOwnWords } from './good-password.ts'
import { limit } from './limits.ts'
import { hashPassword } from './password.ts'
import { signUpSchema } from './sign-up.ts'
import type { Started } from './session.ts'
import { addHost, findAnyHost, renewSession } from './store.ts'
import { welcomePerson } from './welcome-person.ts'
import { mustBeSignedIn } from './who-may.ts'

export async function hasHost(ctx: Ctx): Promise<boolean> {
  return asHouse(ctx).read(async (tx) => await findAnyHost(tx) !== undefined)
}

/** The person signed in becomes the first host of this house, with a new token since they may do more now. */
export async function becomeHost(ctx: Ctx): Promise<Started> {
  const { person, session } = mustBeSignedIn(ctx.actor)
  return asHouse(ctx).transaction(async (tx) => {
    await makeFirstHost(tx, person)
    return renewSession(tx, session, false)
  }, { serializable: true, keepResult: false })
}

/** First run: the first account, which is the host's. It needs no letter, since mail may not be set up yet; sign in next. */
export async function signUpAsHost(ctx: Ctx, input: unknown): Promise<Id<'person'>> {
  const wanted = parse(signUpSchema, input)
  refuseOwnWords(wanted.password, wanted)
  await limit(ctx, 'sign up', wanted.email)
  const passwordHash = await hashPassword(wanted.password)
  return asHouse(ctx).transaction(async (tx) => {
    if (await findAnyHost(tx)) throw new HasHost()
    const person = await welcomePerson(tx, { name: wanted.name, email: wanted.email, passwordHash })
    if (!person) throw new AddressTaken()
    await makeFirstHost(tx, person)
    return person
  }, { serializable: true })
}

async function makeFirstHost(tx: Tx, person: Id<'person'>): Promise<void> {
  if (await findAnyHost(tx)) throw new HasHost()
  await addHost(tx, person)
  await audit(tx, { chain: 'house', act: 'became host', subject: `person:${person}` })
}
