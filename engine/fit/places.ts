import type { Given } from './mutual.ts'
import { compare } from '../atlas/snapshot.ts'
import type { Question } from './question.ts'

export type Ranked = {
  readonly organisation: number
  readonly id: string
  readonly theyBring: number
  readonly given: Given | undefined
  readonly score: number
  readonly keptPlace?: boolean
}

const USUAL_LIMIT = 20
const MOST = 200
const USUAL_SHARE = 0.2
/** Having been shown very often costs at most this much of the score: enough to change places among near equals only. */
const SHOWN_COSTS = 0.08
/** Shown this often costs half of it. */
const SHOWN_HALF = 15

/**
 * Who gets the places: by score, near equals by how seldom they were shown, and a share of places for newcomers, since
 * a fifth of real partners have at most one past work. A kept place is taken from the weakest, and only for a newcomer who fits at all.
 */
export function chosen(ranked: readonly Ranked[], question: Question, isNewcomer: (organisation: number) => boolean): Ranked[] {
  const limit = Math.floor(within(question.limit, USUAL_LIMIT, 1, MOST))
  const shown = question.shown instanceof Map ? (question.shown as ReadonlyMap<string, number>) : undefined
  const key = (one: Ranked) => one.score - cost(shown?.get(one.id))
  const order = ranked.map((one) => ({ one, key: key(one) })).sort((a, b) => b.key - a.key || compare(a.one.id, b.one.id)).map(({ one }) => one)
  const top = order.slice(0, limit)
  const kept = Math.floor(limit * within(question.newcomerShare, USUAL_SHARE, 0, 0.5))
  const missing = kept - top.filter(({ organisation }) => isNewcomer(organisation)).length
  if (missing <= 0) return top
  const waiting = order.slice(limit).filter(({ organisation }) => isNewcomer(organisation)).slice(0, missing)
  const leaving = new Set(top.filter(({ organisation }) => !isNewcomer(organisation)).slice(-waiting.length || top.length))
  return waiting.length === 0 ? top : [...top.filter((one) => !leaving.has(one)), ...waiting.map((one) => ({ ...one, keptPlace: true }))]
}

const cost = (times: number | undefined): number => (times !== undefined && times > 0 ? SHOWN_COSTS * (times === Infinity ? 1 : times / (times + SHOWN_HALF)) : 0)

const within = (value: number | undefined, usual: number, least: number, most: number): number =>
  typeof value === 'number' && !Number.isNaN(value) ? Math.min(most, Math.max(least, value)) : usual
