import { tiesFrom } from '../atlas/build-ties.ts'
import { friendlyPaths } from '../trust/paths.ts'
import { seeded, skewedJobs } from './skewed-network.ts'

/** One line of the table: three friendly paths at one size of network, times in milliseconds. */
export type PathsRow = {
  readonly organisations: number
  /** Ties per organisation, on average. */
  readonly ties: number
  readonly questions: number
  /** Share of questions with at least one path. */
  readonly answered: number
  readonly p50: number
  readonly p95: number
  readonly slowest: number
}

/** Times friendly paths between organisations drawn at random and, as often, drawn by their ties (hubs ask and are asked most). */
export function benchPaths(sizes: readonly number[] = [1_000, 30_000, 100_000], questions = 2_000): PathsRow[] {
  return sizes.map((organisations) => {
    const ties = tiesFrom(organisations, skewedJobs(organisations, 11))
    const random = seeded(17)
    const anyone = (turn: number): number => turn % 2 === 0 ? Math.floor(random() * organisations) : ties.targets[Math.floor(random() * ties.targets.length)] ?? 0
    let answered = 0
    const times: number[] = []
    for (let turn = 0; turn < questions; turn++) {
      const [from, to] = [anyone(turn), anyone(turn)]
      const start = performance.now()
      const found = friendlyPaths(ties, from, to, { visible: () => true, load: (node) => node % 7 })
      times.push(performance.now() - start)
      if (found.length > 0) answered++
    }
    times.sort((a, b) => a - b)
    const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0
    return { organisations, ties: ties.targets.length / organisations, questions, answered: answered / questions, p50: at(0.5), p95: at(0.95), slowest: at(1) }
  })
}

if (import.meta.main) console.table(benchPaths())
