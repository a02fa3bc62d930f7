import { NotFound, Refusal } from '../../kit/refusal.ts'

export class NoSuchImport extends NotFound {
  constructor() { super('There is no such table here, or somebody else brought it.', 'Bring it again, or look under Import what you brought.') }
}

export class AlreadyGone extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This table has gone in already.', 'Look at what came of it. To change more, bring a table again.') }
}

export class StillToMend extends Refusal {
  readonly kind = 'conflict'
  constructor(rows: number) { super(rows === 1 ? 'One row still needs you.' : `${rows} rows still need you.`, 'Mend them or leave them out. Nothing has been changed.') }
}

export class ColumnsFirst extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Nobody has said yet what the columns mean.', 'Say it first; the rows are looked at next.') }
}

export class TooLateToUndo extends Refusal {
  readonly kind = 'gone'
  constructor() { super('A table can be taken back for 30 days, or until it has been.', 'Change what is not right by hand, or bring a table that does.') }
}

export class NothingGoesIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is nothing to take in: every row is left out, or says what is here already.', 'Bring another table, or look at the rows again.') }
}
