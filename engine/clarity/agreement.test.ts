import { expect, test } from 'vitest'
import { agreement } from './agreement.ts'
import type { Labelled } from './corpus/index.ts'
import { heldOut, tuned } from './corpus/index.ts'
import { readAnswer } from './read-answer.ts'

const read = (rows: readonly Labelled[]) => agreement(rows.map(({ question, text, context, level }) => [level, readAnswer(question, text, context).level]))

test('the rules agree with the labels on trades they were tuned on', () => {
  const { exact, withinOne, kappa } = read(tuned)

  expect(exact).toBeGreaterThan(0.9)
  expect(withinOne).toBeGreaterThan(0.99)
  expect(kappa).toBeGreaterThan(0.95)
})

test('and on trades they never met', () => {
  const { exact, withinOne, kappa } = read(heldOut)

  expect(exact).toBeGreaterThan(0.86)
  expect(withinOne).toBeGreaterThan(0.98)
  expect(kappa).toBeGreaterThan(0.93)
})

test('the corpus is wide enough: trades, questions, levels, context, no text twice with the same context', () => {
  const all = [...tuned, ...heldOut]

  expect(tuned.length).toBeGreaterThan(150)
  expect(heldOut.length).toBeGreaterThan(150)
  expect(new Set(all.map((row) => row.trade)).size).toBeGreaterThanOrEqual(40)
  expect(new Set(all.map((row) => `${row.question} ${row.level}`)).size).toBe(16)
  expect(new Set(all.map((row) => `${row.question} ${row.text} ${JSON.stringify(row.context)}`)).size).toBe(all.length)
})

test('agreement by chance counts as none, and by full opposition as less', () => {
  const chance = agreement([['vague', 'vague'], ['vague', 'convincing'], ['convincing', 'vague'], ['convincing', 'convincing']])
  const opposed = agreement([['vague', 'convincing'], ['convincing', 'vague']])

  expect(chance.kappa).toBeCloseTo(0)
  expect(opposed.kappa).toBeCloseTo(-1)
})
