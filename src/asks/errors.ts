import { Refusal } from '../kit/refusal.ts'

export class AlreadyAnswered extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This has already been answered.', 'Ask whoever sent it if something has changed.') }
}

export class NoLongerAsked extends Refusal {
  readonly kind = 'gone'
  constructor() { super('This is no longer being asked.', 'It was taken back, or it ran out. Ask whoever sent it if you still need it.') }
}

export class NotAnAnswer extends Refusal {
  readonly kind = 'invalid'
  constructor() { super('That is not one of the answers.', 'Choose one of the buttons.') }
}

export class RemindedAlready extends Refusal {
  readonly kind = 'too-soon'
  constructor() { super('They have been reminded once already.', 'Once is enough. You can take the question back and ask somebody else.') }
}
