import { audit } from '../kit/audit.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { addPerson, type NewPerson } from './store.ts'

/** Gives someone an account; nothing where the address already has one. Runs as the house, for sign-up, invitations and imports. */
export async function welcomePerson(tx: Tx, person: NewPerson): Promise<Id<'person'> | undefined> {
  const id = await addPerson(tx, person)
  if (!id) return undefined
  await audit(tx, { chain: 'house', act: 'joined', subject: `person:${id}` })
  await tx.emit('person.joined', { person: id })
  if (person.emailConfirmedAt) await tx.emit('person.email-confirmed', { person: id })
  return id
}
