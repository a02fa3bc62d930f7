import { Refusal } from '../kit/refusal.ts'

export class LastOwner extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Someone must still decide for this organisation.', 'Make a colleague an owner first, or close the organisation.') }
}

export class AlreadyClaimed extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This organisation has already been claimed.', 'Ask whoever claimed it to invite you as a colleague.') }
}

export class AlreadyStaff extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You already work for this organisation here.', 'Choose it at the top of the page to act for it.') }
}

export class NotClaimedYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Nobody has claimed this organisation yet.', 'Send its people the claim link; they can invite colleagues afterwards.') }
}

export class ActForItFirst extends Refusal {
  readonly kind = 'not-allowed'
  /** `nobody`: they act for no organisation at all. */
  constructor(acting: 'another' | 'nobody' = 'another') {
    if (acting === 'nobody') super('This is done in the name of an organisation.', 'List yours under Organisations, or ask a colleague to invite you. One person is enough.')
    else super('You are acting for someone else just now.', 'Choose this organisation at the top of the page, then try again.')
  }
}

export class InviterHasLeft extends Refusal {
  readonly kind = 'gone'
  constructor() { super('This invitation no longer stands.', 'Whoever made it may no longer invite. Ask another owner for a new one.') }
}

export class OrganisationClosed extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This organisation has closed.', 'Its page is kept for its own people, and nothing more can be changed.') }
}
