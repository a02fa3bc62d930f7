import { Refusal } from '../kit/refusal.ts'

export class NotInThisNetwork extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('Briefs are written and answered by members of this network.', 'Choose a member at the top of the page to act for, or ask for an invitation.') }
}

export class NothingInIt extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There are no parts in this brief yet.', 'Say at least one thing that needs to be done, then publish it.') }
}

export class BriefNotOpen extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This brief is not open just now.', 'It has closed, or was withdrawn. Look at the open ones.') }
}

export class BriefNotDraft extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Others have seen this brief, so it cannot be thrown away.', 'Withdraw it instead.') }
}

export class TooManyParts extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('200 parts are the most.', 'Put small ones together, or write a second brief.') }
}

export class OwnBrief extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This is your own brief.', 'Interest comes from others.') }
}

export class AlreadyInterested extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You have already said so.', 'Take your line back first if it has changed.') }
}

export class InterestAnswered extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This has already been answered.', 'Talk to them if something has changed.') }
}
