import { expect, test } from 'vitest'
import { heldOut, tuned } from './corpus/index.ts'
import { readAnswer } from './read-answer.ts'
import { coach, explain } from './words.ts'

const NOT_OUR_WORDS = /ecosystem|synerg|leverage|prospect|funnel|stakeholder|onboard|\bnode\b|\btier\b|undefined|NaN/iu

test('everything said about any answer is one short plain line', () => {
  const said = [...tuned, ...heldOut].flatMap(({ question, text, context }) => {
    const { notes, why } = readAnswer(question, text, context)
    return [...notes.filter(({ kind }) => kind !== 'anyone-could-say').map((note) => coach(note, question)), ...why.map(explain)]
  })

  expect(said.filter((line) => line.length < 15 || line.length > 180 || NOT_OUR_WORDS.test(line))).toEqual([])
})

test('two others with proof for one are told as such', () => {
  expect(coach({ kind: 'others-say-only', others: 2, proven: 1, ranges: [{ start: 0, end: 7 }], words: ['Only we'] }, 4))
    .toBe('2 other members say “only us” about this, 1 with proof. Where, for whom or how is it only you?')
})
