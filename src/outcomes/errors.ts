import { Refusal } from '../kit/refusal.ts'

export class NotYetFinished extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This team is still at work.', 'Finish it on its page first; then say what came of it.') }
}

export class OutcomeThere extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('What came of this team has already been said.', 'You find it under Outcomes.') }
}

export class OnlyTheLead extends Refusal {
  readonly kind = 'not-allowed'
  constructor() { super('The lead says what came of a team’s work.', 'You are asked once they have; your own part is yours to confirm.') }
}

export class CustomerAsked extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('The customer has been asked already.', 'Copy the link again if it was lost.') }
}
