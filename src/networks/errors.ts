import { Refusal } from '../kit/refusal.ts'

export class LastOrganiser extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('A network needs at least one organiser.', 'Make someone else an organiser first.') }
}

export class AlreadyMember extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Your organisation is already a member of this network.', 'You will find it in the member list.') }
}

export class NotAMember extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('That organisation is not a member just now.', 'Open the member list to see who is.') }
}

export class AlreadyOrganiser extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They already organise this network.') }
}

export class NoOrganisationYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Choose which of your organisations joins.', 'List yours first if it is not here yet.') }
}

export class JoinLinkRefused extends Refusal {
  readonly kind = 'gone'
}

export class TitleTaken extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is already a capability of that name, or with that code, in the same place.', 'Add your words to it as synonyms, or choose another name.') }
}

export class WouldGoRound extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('A capability cannot be placed below itself.', 'Choose another place for it.') }
}

export class HasNarrower extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There are narrower capabilities below this one.', 'Move or retire those first.') }
}

export class VocabularyFull extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('A network can have 20,000 capabilities at most.', 'Retire some first.') }
}

export class NotVisiblePartner extends Refusal {
  readonly kind = 'not-found'
  constructor() { super('There is no such organisation, or it is not shown to you.', 'Choose one from your networks.') }
}
