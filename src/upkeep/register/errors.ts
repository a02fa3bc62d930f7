import { NotFound, Refusal } from '../../kit/refusal.ts'

export class NoSuchRegister extends NotFound {
  constructor() { super('There is no such register here, or somebody else brought it.', 'Look at one under Health, Bring in a register.') }
}

export class NoSuchFolder extends Refusal {
  readonly kind = 'invalid'
  constructor(name: string) {
    const sentence = `There is no folder “${name.slice(0, 80)}” among those that may be read.`
    super(sentence, 'Choose one of the list, or hand the files in.', [{ field: 'folder', sentence: `${sentence} Choose one of the list, or hand the files in.` }])
  }
}

export class FilesGone extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('The files of this register are no longer here.', 'They wait for two days. Bring them again; what is in already stays as it is.') }
}

export class NotLookedYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This register has not been looked through yet, or cannot be read.', 'Wait until it has, or bring it again.') }
}

export class RegisterIsIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This register has come in already.', 'Look at what came of it. To bring in more of it, look at it again.') }
}

export class StillComingIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This register is coming in just now.', 'Stop it first, under Work under way.') }
}
