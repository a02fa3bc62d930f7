import { Refusal } from '../kit/refusal.ts'

export class PartTaken extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Somebody else has taken this part meanwhile.', 'Nothing was changed for you, and nothing is expected of you.') }
}

export class AlreadySits extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('They already hold this part, or have been asked for it.', 'Look at their seat; you can nudge them once or take the invitation back.') }
}

export class SeatAnswered extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This invitation has already come to its end.', 'Open the team again and look at how it stands now.') }
}

export class ScopeFirst extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You are rivals, so purpose and scope are agreed first.', 'Agree to the words as they stand, or send other words to the lead; the seat waits for you.') }
}

export class WordsChanged extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('The words have changed since you opened this page.', 'Read them once more below, then answer. Nothing has been agreed yet.') }
}

export class TeamIsOver extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This team has come to its end.', 'What was written is kept; nothing more can be changed.') }
}

export class NotInTheTeam extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Choose the organisation you answer for first.', 'Pick it at the top of the page, then come back to this link.') }
}

export class LeadKeepsSeat extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('The lead cannot leave its own team.', 'End the team instead; everybody in it is told.') }
}

export class TooManyHere extends Refusal {
  readonly kind = 'conflict'
  constructor(what: string, most: number) { super(`${most} ${what} are the most.`, 'Remove one that is no longer needed first.') }
}

export class NothingToConfirm extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is nothing here to confirm.', 'Only who holds a part speaks for its own proof.') }
}

export class NotStarted extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('A team needs at least two organisations to finish a job together.', 'Fill a seat first, or end the team.') }
}
