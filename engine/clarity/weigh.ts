import { LEVELS, type Because, type Hold, type Level, type Mark, type Question } from './answer.ts'
import type { Signs } from './signs.ts'
import { WEIGHTS } from './weights.ts'

/** From points to a level: the points raise it, holds keep it where it is, and both are told. */
export function weigh(question: Question, signs: Signs): { readonly level: Level; readonly why: readonly Because[] } {
  const { points, steps } = WEIGHTS[question]
  const raised = [...signs.marks].flatMap((rule) => {
    const worth = points[rule] ?? 0
    return worth > 0 ? [{ rule, effect: 'raised' as const, points: worth }] : []
  })
  const total = raised.reduce((sum, { points }) => sum + points, 0)
  const reached = steps.filter((step) => total >= step).length
  const held = holds(question, signs).filter(({ at }) => LEVELS.indexOf(at) < reached)
  const level = LEVELS[Math.min(reached, ...held.map(({ at }) => LEVELS.indexOf(at)))] ?? 'vague'
  return { level, why: [...raised, ...held] }
}

/** What makes an answer be about something; figures alone do not. */
export const NAMES: readonly Mark[] = ['something named', 'audience', 'place', 'name', 'track record']

/** No sentence in earnest runs on for so many words without a small one. */
const ROW = 8

type Held = { readonly rule: Hold; readonly effect: 'held'; readonly at: Level }

function holds(question: Question, signs: Signs): readonly Held[] {
  const { marks, peers } = signs
  const has = (mark: Mark): boolean => marks.has(mark)
  const saysUs = question > 2
  const claimsOnly = question === 4 || has('only')
  const rules: readonly (readonly [Hold, Level, boolean])[] = [
    ['says little', 'vague', !NAMES.some(has)],
    ['no fact', 'getting there', signs.checkable === 0 && (!has('proof') || signs.anyone.length > 0)], // proof stands behind a claim, not behind words anyone could say
    ['list of words', 'vague', signs.row >= ROW && signs.checkable === 0],
    ['mostly anyone’s words', 'getting there', signs.anyone.length > 2 && signs.anyone.length > 2 * signs.facts.length],
    ['no proof', 'clear', saysUs && !has('proof') && !has('track record')],
    ['not said what it takes', 'clear', question === 1 && !has('what it takes') && !has('money')],
    ['no terms', 'clear', question === 2 && !has('terms') && !has('money')],
    ['not said only', 'clear', question === 4 && !has('only')],
    ['others say only', has('proof') ? 'clear' : 'getting there', claimsOnly && peers.only.others > 0 && (!has('proof') || peers.only.proven > 0)],
    ['others can too', 'clear', claimsOnly && peers.can.proven > 0 && !has('proof')],
    ['others say best', 'clear', question === 3 && peers.best.others > 0 && !has('proof')],
  ]
  return rules.filter(([, , holds]) => holds).map(([rule, at]) => ({ rule, effect: 'held', at }))
}
