/**
 * Answers with the level a careful reader would give them, written for this purpose; every name is
 * invented. Labels follow the meaning, never the rules:
 *
 * - vague: a stranger could not tell this from any rival's answer, or cannot say what is meant.
 * - getting there: says one useful thing, but the reader still has to ask the next question.
 * - clear: a stranger could repeat it to the right person: what, and for whom or where, or how much.
 * - convincing: clear, and there is a reason to believe it (proof behind it, or words anyone could
 *   check); for Questions 1 and 2, all it takes to act: what, how much, by when, for or of whom.
 *
 * An "only" that others in the circle also claim is not above getting there, unless proof carries it.
 * Add new rows at the end of a file: the split below goes by position.
 */
import type { Context, Level, Question } from '../answer.ts'

export type Row = readonly [question: Question, level: Level, trade: string, text: string, context?: Context]

export type Labelled = {
  readonly question: Question
  readonly level: Level
  readonly trade: string
  readonly text: string
  readonly context: Context
}

export const labelled = ([question, level, trade, text, context = {}]: Row): Labelled => ({ question, level, trade, text, context })
