import type { Ask } from './ask.ts'
import { scoreOf } from './score.ts'

export type Solved = {
  /** Candidate numbers in ascending order; nothing if no team of this size was found. */
  readonly team?: readonly number[]
  readonly score: number
  /** No team of this size scores more than this; -Infinity when there is none at all. */
  readonly bound: number
  readonly proven: boolean
}

/** Scores are whole, so whatever cannot reach the next whole number cannot be better. */
export const NEXT = 0.75

/** The best team so far. Anything that exists scores more than where it starts. */
export class Best {
  team: readonly number[] | undefined
  score: number
  readonly ask: Ask
  constructor(ask: Ask) {
    this.ask = ask
    this.score = ask.openCost.reduce((sum, cost) => sum - (cost < Infinity ? cost : 0), -ask.problem.memberCost * (ask.members - 1)) - 1
  }
  consider(team: readonly number[]): void {
    const score = scoreOf(this.ask, team)
    if (score <= this.score) return
    this.score = score
    this.team = [...team].sort((a, b) => a - b)
  }
  /** Takes an equal for the sake of telling equals apart, never a worse one. */
  replace(team: readonly number[]): void {
    const score = scoreOf(this.ask, team)
    if (score < this.score) return
    this.score = score
    this.team = [...team].sort((a, b) => a - b)
  }
  nothing(): Solved {
    return { score: -Infinity, bound: -Infinity, proven: true }
  }
  /** With everything above `bound` ruled out. */
  within(bound: number): Solved {
    if (!this.team && bound < this.score + 1) return this.nothing()
    const proven = bound < this.score + NEXT
    return { team: this.team, score: this.team ? this.score : -Infinity, bound: proven ? this.score : Math.floor(bound), proven }
  }
}
