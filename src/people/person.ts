import type { Id } from '../kit/ids.ts'

/** Someone with a name here. How they sign in is their account, which nobody else sees. */
export type Person = { readonly id: Id<'person'>; readonly name: string }

/** What a person and the house alone may know: how they sign in. */
export type Account = {
  readonly person: Id<'person'>
  readonly name: string
  readonly email: string
  readonly emailConfirmedAt?: Date
  readonly passwordHash?: string
}

/** What stands in the place of a name once its owner has closed their account. */
export const NAME_OF_THE_GONE = 'Someone who has left'

declare module '../kit/events.ts' {
  interface Events {
    'person.joined': { person: Id<'person'> }
    'person.email-confirmed': { person: Id<'person'> }
    'person.signed-in': { person: Id<'person'>; session: Id<'session'> }
    'person.closed': { person: Id<'person'> }
  }
}
