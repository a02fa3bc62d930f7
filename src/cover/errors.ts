import { Refusal } from '../kit/refusal.ts'

export class TakenByNow extends Refusal {
  readonly kind = 'gone'
  constructor() { super('Somebody said yes a moment before you, so this is covered now. Thank you.', 'Nothing more is needed from you.') }
}

export class NoLongerLookedFor extends Refusal {
  readonly kind = 'gone'
  constructor() { super('This cover is no longer looked for.', 'Nothing more is needed from you.') }
}

export class NotItsTurn extends Refusal {
  readonly kind = 'conflict'
  constructor(sentence: string, next = 'Open the page again and look at where it stands.') { super(sentence, next) }
}

export class OnTheBenchAlready extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They are on your bench already, or have been asked.', 'Open their place and change the terms there.') }
}

export class NobodyToAsk extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is nobody on your bench to ask yet.', 'Invite two people you trust, and ask once they have said yes.') }
}

export class PlaceEnded extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This place on the bench has ended.', 'Invite them again if you both wish.') }
}

export class SpeaksForAll extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.') }
}

export class NoOrganisation extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('Cover is between organisations, and you act for none just now.', 'List yours, or choose which one you act for.') }
}

export class WaitingForTheClient extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('The client has not said yes yet.', 'The pack can be handed over once they have.') }
}
