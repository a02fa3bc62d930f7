import { Invalid, Refusal } from '../kit/refusal.ts'

/** One sentence for a wrong password and an unknown address, so that neither tells which addresses are known. */
export class WrongSignIn extends Invalid {
  constructor() {
    super([{ field: 'password', sentence: 'This address and password do not go together. Try again, or ask for a sign-in link by e-mail.' }])
  }
}

export class WrongPassword extends Invalid {
  constructor(field: string) {
    super([{ field, sentence: 'This is not your password.' }])
  }
}

/** The password would be guessed; each reason is a sentence. */
export class WeakPassword extends Invalid {
  constructor(field: string, sentence: string) {
    super([{ field, sentence }])
  }
}

export class AddressTaken extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This address is now used by another account.', 'Sign in with it instead, or choose another address.') }
}

export class PasskeyRefused extends Refusal {
  readonly kind = 'invalid'
  constructor(sentence = 'That passkey did not work here.') { super(sentence, 'Try again, or sign in another way.') }
}

export class PasskeyKnown extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This passkey is already on an account.', 'Sign in with it, or use another.') }
}

/** The trip to the sign-in provider did not come back as it went. */
export class ElsewhereRefused extends Refusal {
  readonly kind = 'invalid'
  constructor(sentence: string, next = 'Start again from the sign-in page, or sign in another way.') { super(sentence, next) }
}

export class NoWayElsewhere extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('This house has no outside account to sign in with.', 'Sign in with a password, a link or a passkey.') }
}

export class LastWayIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This is your only way to sign in.', 'Set a password or confirm your e-mail address first.') }
}

export class HasHost extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This house already has a host.', 'Ask them to make you one too.') }
}

export class OnlyHost extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You are the only host of this house.', 'Make someone else a host first.') }
}
