import { NotFound, Refusal } from '../../kit/refusal.ts'

const NOTHING = 'Nothing has been changed.'

/** The file is not one that we can read. */
export class NotOurFile extends Refusal {
  readonly kind = 'invalid'
  constructor(sentence: string, next = `Bring the ZIP that “Take everything out” made, as it came. ${NOTHING}`) { super(sentence, next, [{ field: 'file', sentence: `${sentence} ${next}` }]) }
}

/** It reads, and holds something no house would have written. */
export class NotAsWritten extends Refusal {
  readonly kind = 'invalid'
  constructor(problems: readonly string[]) {
    super('This file holds what Guildhall does not write, so none of it is taken in.', `Bring it as it came, or take it out again. ${NOTHING}`, problems.slice(0, 20).map((sentence) => ({ field: 'file', sentence })))
  }
}

/** Every row reads, and together they break a rule that the tables here keep. */
export class DoesNotFit extends Refusal {
  readonly kind = 'invalid'
  constructor() { super('Some of this file contradicts itself or what is here, so none of it was taken in.', `Take it out again where it came from, or bring it in as one of its own. ${NOTHING}`) }
}

/** It is of an organisation that has its own people here. */
export class NotYourFile extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This is the file of an organisation that is here, and that you do not work for.', `Ask one of its owners to bring it. ${NOTHING}`) }
}

/** It is of another organisation than the one acted for. */
export class AnotherOrganisation extends Refusal {
  readonly kind = 'conflict'
  constructor(of: string, actingFor: string) {
    super(`This file is of ${of}, and you act for ${actingFor}.`, `Act for ${of} if it is here, or say that it comes in as an organisation of its own. ${NOTHING}`, [{ field: 'into', sentence: `This file is of ${of}, and you act for ${actingFor}. Bring it in as an organisation of its own, or act for ${of} first.` }])
  }
}

export class NoSuchFile extends NotFound {
  constructor() { super('There is no such file here, or its two days are over.', 'Bring it again.') }
}

export class InAlready extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This file is in already.', 'Bring it again to see what would change now.') }
}

export class NothingToTakeIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Everything in this file is here already, or stays out.', 'There is nothing to take in.') }
}
