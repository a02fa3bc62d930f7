import { Refusal } from '../kit/refusal.ts'

export class AlreadyClaimedHere extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You already claim this capability.', 'Change the claim that is there; one says more than two.') }
}

export class TooManyClaims extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('200 claims are the most.', 'A few that are proven draw more partners than many that are not. Remove some first.') }
}

export class NothingSaidYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is no answer here yet.', 'Write a first sentence, then ask for a look.') }
}

export class NotShownToYou extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no such organisation, or it is not shown to you.', 'Choose one from your networks, or name somebody who is not here.') }
}

export class VersionGone extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('That earlier version is not there.', 'Open the page again and choose from the list.') }
}

export class StandsBehindIt extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This already stands behind the claim.', 'You will find it in the list of proof.') }
}

export class AlreadyRecommending extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Your last recommendation still waits for their word.', 'Once they have answered you can write another.') }
}
