/** Why an expected "no" was said. `entry` alone turns kinds into status codes, exit codes and pages. */
export type RefusalKind =
  | 'not-found' | 'not-allowed' | 'sign-in-first' | 'confirm-it-is-you' | 'conflict' | 'invalid' | 'too-soon' | 'too-many' | 'too-large' | 'gone' | 'no-room'

/** One thing to mend, beside the field it belongs to. `field` is '' where it concerns the whole form. */
export type Problem = { readonly field: string; readonly sentence: string }

/** An expected no: a sentence for the person and the next thing to do. It knows nothing of HTTP. */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind
  readonly sentence: string
  readonly next: string
  readonly problems: readonly Problem[]

  constructor(sentence: string, next = '', problems: readonly Problem[] = []) {
    super(sentence)
    this.name = new.target.name
    this.sentence = sentence
    this.next = next
    this.problems = problems
  }
}

/** Input that cannot be accepted as it stands; every problem at once. */
export class Invalid extends Refusal {
  readonly kind = 'invalid'
  constructor(problems: readonly Problem[], sentence = 'Some of this needs another look.') {
    super(sentence, 'Mend what is marked and send it again. Nothing has been changed.', problems)
  }
}

/** What is absent and what may not be seen give the same answer, so that nothing leaks. */
export class NotFound extends Refusal {
  readonly kind = 'not-found'
  constructor(sentence = 'There is nothing here, or it is not shared with you.', next = 'Check the address, or go back to Home.') {
    super(sentence, next)
  }
}

export class NotAllowed extends Refusal {
  readonly kind = 'not-allowed'
  constructor(sentence = 'This is not yours to change.', next = 'Ask someone who looks after it.') {
    super(sentence, next)
  }
}

export class SignInFirst extends Refusal {
  readonly kind = 'sign-in-first'
  constructor() {
    super('Please sign in first.', 'You will come straight back here.')
  }
}

/** The session is real but old; acts that bind (signing, tokens, export, new address) want a fresh proof. */
export class ConfirmItIsYou extends Refusal {
  readonly kind = 'confirm-it-is-you'
  constructor() {
    super('Please confirm that it is you.', 'Sign in once more; you will come straight back here.')
  }
}

export class TooMany extends Refusal {
  readonly kind = 'too-many'
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('That was tried too often in a short time.', 'Wait a little and try again.')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The same thing was sent before with other words in it. */
export class AlreadySent extends Refusal {
  readonly kind = 'conflict'
  constructor() {
    super('This form was already sent, with something else in it.', 'Open the page again and look at what is there now.')
  }
}
