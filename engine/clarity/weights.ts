import type { Mark, Question } from './answer.ts'

/**
 * What each good sign is worth, and the points at which an answer gets there, is clear and convinces.
 * No sign is worth less than nothing: that is what keeps proof and facts from ever lowering a level.
 */
export type Weights = { readonly points: Partial<Readonly<Record<Mark, number>>>; readonly steps: readonly [number, number, number] }

export const WEIGHTS: Readonly<Record<Question, Weights>> = {
  1: { points: { 'something named': 1, 'more named': 2, 'much named': 1, audience: 1, need: 1, place: 3, number: 2, 'more numbers': 1, money: 1, date: 1, 'what it takes': 1, effect: 1, name: 1 }, steps: [3, 6, 10] },
  2: { points: { 'something named': 2, 'more named': 1, sought: 1, audience: 1, place: 2, number: 2, 'more numbers': 1, money: 2, date: 2, terms: 2, name: 1 }, steps: [3, 6, 10] },
  3: { points: { 'something named': 2, 'more named': 1, 'much named': 1, audience: 1, place: 2, number: 2, 'more numbers': 1, money: 1, date: 1, name: 1, effect: 1, compared: 1, 'track record': 2, 'long track record': 2, proof: 5, 'old proof': 1 }, steps: [3, 6, 10] },
  4: { points: { 'something named': 2, 'more named': 2, 'much named': 1, only: 1, audience: 1, place: 3, number: 2, 'more numbers': 1, money: 1, date: 1, name: 1, effect: 1, 'track record': 2, 'long track record': 2, proof: 5, 'old proof': 1 }, steps: [3, 6, 10] },
}
