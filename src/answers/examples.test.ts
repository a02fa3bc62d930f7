import { expect, test } from 'vitest'
import { LEVELS, readAnswer } from '../../engine/clarity/index.ts'
import { QUESTIONS } from './answer.ts'
import { EXAMPLES } from './examples.ts'

test('there are good answers from at least twelve trades, to all four questions', () => {
  expect(EXAMPLES.length).toBeGreaterThanOrEqual(12)
})

test.each(EXAMPLES.flatMap(({ trade, answers }) => QUESTIONS.map((question) => ({ trade, question, words: answers[question - 1] ?? '' }))))('our own reading finds the example of a $trade to question $question clear or better', ({ question, words }) => {
  const reading = readAnswer(question, words)
  expect(LEVELS.indexOf(reading.level), `${reading.level}: ${reading.notes.map((note) => note.kind).join(', ')}`).toBeGreaterThanOrEqual(2)
})
