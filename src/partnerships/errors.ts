import { Refusal } from '../kit/refusal.ts'

export class NotShownToUs extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no such organisation, or it is not shown to you.', 'Choose one from your networks, or list one that is not here yet.') }
}

export class ActForSomeone extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('A partnership is between organisations.', 'List yours first, or choose at the top of the page whom you act for.') }
}

export class AlreadyNoted extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You have noted this partnership already.', 'Open it from your list of partners.') }
}

export class TheySaidNo extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They have said that they would rather not for now.', 'They can note it themselves at any time. Your own note stays with you.') }
}

export class NotAgreedYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They have not said yes yet.', 'Until then only you see this partnership; write down what you like among your own notes.') }
}

export class HasEnded extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This partnership has ended.', 'What you did together stays here to read. Take it up again to go on.') }
}

export class NobodyToAsk extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They are not here yet, so there is nobody to ask.', 'Give them the claim link; we ask them as soon as they arrive.') }
}

export class NotYoursToTakeBack extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This can no longer be taken back.', 'Say what has changed instead; it stands in the timeline.') }
}
