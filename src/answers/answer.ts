import type { Id } from '../kit/ids.ts'
import type { Sight } from '../organisations/index.ts'

/**
 * What an organisation answers to the four questions. The clearer the answers, the easier it is to join with partners who complete
 * it. How clear they are is told to their owner alone, by the engine's reading; it is kept nowhere.
 */
export type Answer = {
  readonly question: Question
  readonly words: string
  readonly sight: Sight
  readonly savedAt: Date
}

export const QUESTIONS = [1, 2, 3, 4] as const
export type Question = (typeof QUESTIONS)[number]

export const QUESTION_WORDS: Readonly<Record<Question, { readonly short: string; readonly whole: string; readonly hint: string }>> = {
  1: { short: 'What needs to be done?', whole: 'What needs to be done?', hint: 'The need you see in the world: what goes wrong or is missing, for whom, and what it would take.' },
  2: { short: 'What can others do for us?', whole: 'What can others do for you?', hint: 'Whom or what you are looking for, as you would say it to a friend. Strangers answer the need, not the advert.' },
  3: { short: 'What do we do best?', whole: 'What can you do better than anyone you know?', hint: 'What people come back to you for, with something they could check.' },
  4: { short: 'What can only we do?', whole: 'What can only you do?', hint: 'Finish the sentence “Only we…”. What would others like you have to leave out?' },
}

export const MOST_LETTERS = 4000

export function asQuestion(value: unknown): Question | undefined {
  return QUESTIONS.find((one) => String(one) === String(value))
}

const SITTING_MINUTES = 10

/** Answers save themselves while one types. What stood there before somebody sat down is kept; not every pause between two words. */
export function beginsSitting(before: { savedAt: Date; savedBy?: string }, now: Date, by: string | undefined): boolean {
  return before.savedBy !== by || now.getTime() - before.savedAt.getTime() > SITTING_MINUTES * 60_000
}

export type Version = { readonly id: Id<'version'>; readonly words: string; readonly savedAt: Date; readonly savedBy?: string; readonly replacedAt: Date }

declare module '../kit/events.ts' {
  interface Events {
    'answer.saved': { organisation: Id<'organisation'>; question: Question }
    'claim.changed': { organisation: Id<'organisation'>; claim: Id<'claim'> }
    'job.noted': { job: Id<'job'>; organisation: Id<'organisation'> }
    'job.changed': { job: Id<'job'> }
    'job.removed': { job: Id<'job'>; parties: readonly Id<'organisation'>[] }
    'recommendation.changed': { organisation: Id<'organisation'>; recommendation: Id<'recommendation'> }
    'proof.added': { organisation: Id<'organisation'>; claim: Id<'claim'>; proof: Id<'proof'> }
    'proof.confirmed': { organisation: Id<'organisation'>; claim: Id<'claim'>; proof: Id<'proof'> }
    'proof.removed': { organisation: Id<'organisation'>; claim: Id<'claim'> }
  }
}
