import { NotFound, Refusal } from '../../kit/refusal.ts'

/** Hidden, closed and never there: the same words for all three, so that none can be told from another. */
export class NoSuchPage extends NotFound {
  constructor() { super('There is nothing here, or it is not shared with you.', 'Check the address, or go back to Home.') }
}

export class PageRests extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This page is resting.', 'Nothing was sent. Try again another time.') }
}

export class NobodyThereYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Nobody from this organisation is here yet, so nobody would read it.', 'Reach them by their own website instead.') }
}

export class UseNameTaken extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You already have a statement by that name.', 'Change that one, or choose another name.') }
}
