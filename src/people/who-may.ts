import type { Actor, Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { ConfirmItIsYou, NotAllowed, SignInFirst } from '../kit/refusal.ts'
import { provedRecently } from './session.ts'

/** The person asking; refuses where nobody has signed in. */
export function mustBeSomeone(actor: Actor): Id<'person'> {
  if (!actor.person) throw new SignInFirst()
  return actor.person
}

/** Ways to sign in are changed by the person at a page, never by a program with their token. */
export function mustBeSignedIn(actor: Actor): { person: Id<'person'>; session: Id<'session'> } {
  if (!actor.person) throw new SignInFirst()
  if (!actor.session || actor.by !== 'session') throw new NotAllowed('This is done by the person themselves, signed in.', 'Open your account page.')
  return { person: actor.person, session: actor.session }
}

/** For acts that bind: signing, export, tokens, a new address or password. The proof may be 30 minutes old. */
export function mustHaveProvedRecently({ actor, now }: Pick<Ctx, 'actor' | 'now'>): { person: Id<'person'>; session: Id<'session'> } {
  const signedIn = mustBeSignedIn(actor)
  if (!provedRecently(actor.provedAt, now)) throw new ConfirmItIsYou()
  return signedIn
}
