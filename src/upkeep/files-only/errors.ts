import { Refusal } from '../../kit/refusal.ts'

/** A file that cannot be read as what it should be. A terminal ends with 3. */
export class BadFile extends Refusal {
  readonly kind = 'invalid'
  constructor(file: string, because: string, next = 'Mend the file and try again. "guildhall help team" says what is read.') { super(`${file}: ${because}`, next) }
}

/** Asked for in a way that cannot be answered. A terminal ends with 2. */
export class AskedWrongly extends Refusal {
  readonly kind = 'invalid'
  constructor(because: string, next = '"guildhall help" says how to ask.') { super(because, next) }
}
