import { assemble } from '../assembly/assemble.ts'
import type { Brief, Candidate, Proof, Tie } from '../assembly/brief.ts'
import { preparePool } from '../assembly/pool.ts'
import { whatIf } from '../assembly/what-if.ts'
import { loadHighs } from '../evaluate/task-b-highs.ts'
import { quantile } from '../evaluate/task-b.ts'
import { timeHighs, timeOurs } from '../evaluate/task-b-timing.ts'
import { seeded } from './skewed-network.ts'

/** One line of the table: briefs of one size over one network, times in milliseconds. */
export type AssemblyRow = {
  readonly organisations: number
  readonly parts: number
  /** Filling the pool from every organisation there is. */
  readonly poolP50: number
  /** The whole answer: three sizes and a different team, who could step in for whom. */
  readonly answerP50: number
  readonly answerP95: number
  readonly whatIfP50: number
  readonly whatIfP95: number
  /** Share of teams proven best, and the widest gap promised for the others, in percent. */
  readonly proven: number
  readonly widestGap: number
  /** The three sizes by HiGHS over the three sizes here, medians; nothing where HiGHS was not asked. */
  readonly highsRatio?: number
}

const now = () => performance.now()

/** Times whole answers and what-if questions on invented networks; HiGHS is asked too where it can keep up. */
export async function benchAssembly(organisations: readonly number[] = [1_000, 30_000], parts: readonly number[] = [6, 12, 20], briefs = 8): Promise<AssemblyRow[]> {
  const highs = await loadHighs()
  return organisations.flatMap((size) => {
    const network = inventedNetwork(size, Math.max(...parts) * 2)
    return parts.map((count): AssemblyRow => {
      const asked = Array.from({ length: briefs }, (_, turn) => askOnce(network, inventedBrief(count, Math.max(...parts) * 2, turn)))
      const ratios = count > 6 ? [] : Array.from({ length: 3 }, (_, turn) => {
        const pool = prepared(network, inventedBrief(count, Math.max(...parts) * 2, turn))
        const ours = timeOurs(pool)
        return ours.sizes.reduce((sum, { ask }) => sum + timeHighs(highs, ask, 10).milliseconds, 0) / ours.milliseconds
      })
      const gaps = asked.flatMap((one) => one.gaps)
      const p = (of: 'pool' | 'answer' | 'whatIf', share: number) => quantile(asked.flatMap((one) => one[of]), share)
      return {
        organisations: size, parts: count, poolP50: p('pool', 0.5), answerP50: p('answer', 0.5), answerP95: p('answer', 0.95),
        whatIfP50: p('whatIf', 0.5), whatIfP95: p('whatIf', 0.95),
        proven: gaps.filter((gap) => gap === 0).length / gaps.length, widestGap: Math.max(0, ...gaps),
        ...(ratios.length > 0 && { highsRatio: quantile(ratios, 0.5) }),
      }
    })
  })
}

type Network = { readonly candidates: readonly Candidate[]; readonly ties: readonly Tie[] }

function prepared(network: Network, brief: Brief) {
  const pool = preparePool(brief, network.candidates, network.ties)
  if (pool.is === 'refused') throw new Error(pool.because)
  return pool
}

function askOnce(network: Network, brief: Brief) {
  const start = now()
  const pool = prepared(network, brief)
  const filled = now()
  const answer = assemble(pool, { now })
  const done = now()
  const whatIfs = answer.teams.slice(0, 1).flatMap((team) => team.members.slice(0, 3)).map((member) => {
    const since = now()
    whatIf(pool, { drop: member.id }, { now, before: answer })
    return now() - since
  })
  return {
    pool: [filled - start], answer: [done - filled], whatIf: whatIfs,
    gaps: answer.teams.map((team) => (team.sure.is === 'proven best' ? 0 : team.sure.atMostBelow.percent)),
  }
}

function inventedBrief(parts: number, capabilities: number, turn: number): Brief {
  const first = (turn * 5) % capabilities
  return { parts: Array.from({ length: parts }, (_, n) => ({ id: `c${(first + n) % capabilities}`, need: n < Math.ceil(parts * 0.8) ? 'must' : 'should' })) }
}

const PROOFS: readonly Proof[] = ['claimed', 'claimed', 'old proof', 'proven']

/** Each does one to four things, the popular ones most often; a few know many, most know one or two. */
function inventedNetwork(size: number, capabilities: number): Network {
  const random = seeded(size)
  const skewed = (most: number) => Math.floor(most * random() * random())
  const candidates = Array.from({ length: size }, (_, n): Candidate => ({
    id: `o${n}`, region: `r${skewed(12)}`, size: random() < 0.62 ? 'small' : 'medium', fit: random(),
    covers: Array.from({ length: 1 + skewed(5) }, () => ({ part: `c${Math.floor(random() * capabilities)}`, proof: PROOFS[Math.floor(random() * PROOFS.length)]! })),
  }))
  const ties = Array.from({ length: size * 4 }, (): Tie => ({ a: `o${skewed(size)}`, b: `o${Math.floor(random() * size)}`, strength: 1 / (1 + skewed(12)) }))
  return { candidates, ties }
}
