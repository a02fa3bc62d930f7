import { coach, explain, LEVEL_WORDS, readAnswer, swapTest, toneOf, type Question } from '../../../engine/index.ts'
import { printable, type Answer } from './answer.ts'
import { AskedWrongly } from './errors.ts'

export type ClarityAsked = { readonly question: string; readonly text: string; readonly us?: string; readonly rival?: string }

/** How clear one answer is, and what would make it more so. */
export function answerClarity({ question, text, us, rival }: ClarityAsked): Answer {
  if (!/^[1-4]$/.test(question)) throw new AskedWrongly('There are four questions.', 'Say --question 1, what needs to be done; 2, what can others do for us; 3, what can we do better than anyone we know; or 4, what can only we do.')
  if (text.trim() === '') throw new AskedWrongly('There is nothing to read.', 'Write the answer after the command in quotation marks, or pipe it in.')
  const asked = Number(question) as Question // just looked at
  const reading = readAnswer(asked, text)
  const notes = reading.notes.map((note) => ({ kind: note.kind, tone: toneOf(note), says: coach(note, asked), words: note.words, ranges: note.ranges }))
  const why = reading.why.map(explain)
  const swapped = us !== undefined && rival !== undefined ? swapTest(text, us, rival).sentence : undefined
  return {
    found: true, json: { question: asked, level: reading.level, notes, why, facts: reading.facts, ...(swapped === undefined ? {} : { swapped }) },
    lines: [
      LEVEL_WORDS[reading.level], ...notes.map(({ tone, says, words }) => `  ${tone} ${says}${words.length > 0 && words.join(' ').length < 200 ? ` (${printable(words.join(', '))})` : ''}`), ...why.map((reason) => `    ${reason}`),
      ...(swapped === undefined ? [] : ['', 'With the other’s name in it:', `  ${printable(swapped)}`, '  If that is as true, it says nothing that only you can say.']),
    ],
  }
}
