import { sentencesOf, shortened } from './quote.ts'
import type { ShownMember } from './read-shown.ts'

/** Their best line: what only they can do, else what they do best, else how they describe themselves. */
export function headlineOf({ answers, line }: Pick<ShownMember, 'answers' | 'line'>): string | undefined {
  const said = [4, 3].flatMap((question) => sentencesOf(answers.get(question) ?? '').slice(0, 1))[0] ?? line
  return said ? shortened(said) : undefined
}
