import { Refusal } from '../kit/refusal.ts'

export class TooManyWants extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('That is a lot of needs at once.', 'Withdraw one that is met, then post this one.') }
}

export class NobodyToLookFor extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('You act for no member of this network.', 'List your organisation and join; then this is yours to do.') }
}

export class NotAMatch extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no such member, or it is not shown to you.', 'Go back to Find partners.') }
}

export class TooManyToCompare extends Refusal {
  readonly kind = 'invalid'
  constructor() { super('Choose two or three to compare.', 'Tick them in the list.') }
}
