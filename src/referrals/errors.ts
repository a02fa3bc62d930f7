import { Refusal } from '../kit/refusal.ts'

export class AlreadyAnswered extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This referral has already been answered.', 'Open it again and see how it stands now.') }
}

export class NotInHand extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is nothing to say about it just now.', 'Accept it first; once it has an outcome, that stands.') }
}

export class AlreadyThanked extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You have already said thank you.', 'They were told at once.') }
}

export class NothingToQuote extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is no thank-you here that could stand on your page.', 'It can once it was said, and once only.') }
}

export class NotShownToYou extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no such organisation, or it is not shown to you.', 'Choose one from your networks.') }
}

export class CannotReceive extends Refusal {
  readonly kind = 'conflict'
  constructor(name: string) { super(`${name} cannot take referrals just now.`, 'It rests, or nobody there has claimed its page yet. Choose somebody else.') }
}

export class TooFarOn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('It is too late to take this back.', 'The receiver has already answered. Write to them, or ask the person to end it by their own link.') }
}

export class Erased extends Refusal {
  readonly kind = 'gone'
  constructor() { super('This person’s details were erased.', 'Nothing is kept here any more.') }
}

export class PersonUnreachable extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('We have no e-mail address for them.', 'Copy the words and send them your own way.') }
}
