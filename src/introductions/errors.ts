import { Refusal } from '../kit/refusal.ts'
import { dayInSentence } from './day.ts'

export class AlreadyAsked extends Refusal {
  readonly kind = 'conflict'
  constructor(other: string) { super(`You have asked to meet ${other} already.`, 'You will find it under Introductions, with when you will hear.') }
}

/** Said of a no and of a silence alike. */
export class NotThroughThemNow extends Refusal {
  readonly kind = 'too-soon'
  constructor(introducer: string, other: string, until: Date) {
    super(`You asked ${introducer} about ${other} not long ago, and there was no answer that time.`, `Try somebody else who knows them, or ask ${introducer} again from ${dayInSentence(until)}.`)
  }
}

export class NotThemNow extends Refusal {
  readonly kind = 'too-soon'
  constructor(other: string, until: Date) {
    super(`You asked to meet ${other} not long ago, and there was no answer that time.`, `Give it a while: you can ask again from ${dayInSentence(until)}. Find shows others who fit as well.`)
  }
}

export class TooManyWaiting extends Refusal {
  readonly kind = 'conflict'
  constructor(most: number) { super(`${most} introductions are waiting for an answer already.`, 'Let one of them come to its end, or take one back, then ask again.') }
}

/** Says nothing of what others asked of them: only that they are asked enough. */
export class IntroducerBusy extends Refusal {
  readonly kind = 'conflict'
  constructor(introducer: string) { super(`${introducer} has enough to answer just now.`, 'Choose somebody else who knows you both, or try again in a week.') }
}

export class KnowEachOther extends Refusal {
  readonly kind = 'conflict'
  constructor(other: string) { super(`You and ${other} are partners already.`, 'No introduction is needed: open your partnership and say hello.') }
}

/** Said to an organiser: one word for "an introduction is open" and "they are partners", since who is whose partner may be private. */
export class NothingToIntroduce extends Refusal {
  readonly kind = 'conflict'
  constructor(one: string, other: string) { super(`${one} and ${other} are being introduced already, or know each other.`, 'Choose another two.') }
}

export class NobodyThereYet extends Refusal {
  readonly kind = 'conflict'
  constructor(name: string) { super(`Nobody from ${name} is here yet, so nobody could answer.`, 'Whoever listed them can send them a link to claim their page.') }
}

export class RestingNow extends Refusal {
  readonly kind = 'conflict'
  constructor(name: string) { super(`${name} is taking a rest, and is not asked anything meanwhile.`, 'Look again later; their page says when they are back.') }
}

export class NotSomeoneBetween extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('We do not see how they know you both.', 'Choose one of those who are offered, or one of your partners.') }
}

export class SameTwo extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('An introduction needs two who are not the same, and somebody else between.', 'Choose another.') }
}

export class OnlyMembersHere extends Refusal {
  readonly kind = 'conflict'
  constructor(name: string) { super(`${name} is not a member of this network just now.`, 'Choose a member.') }
}

export class NoContactOnPage extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('Your page has no phone and no e-mail address yet, so there is nothing to pass on.', 'Choose “Yes, with other details”, or put them on your page first.') }
}

export class NoDetailsYet extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('You have not said which details to pass on.', 'Open the introduction and write them down there.') }
}

export class NothingToTakeBack extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('This introduction has come to its end, so there is nothing to take back.') }
}

export class NothingToAnswer extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('There is nothing to answer here any more.', 'It was answered, taken back, or came to its end.') }
}
