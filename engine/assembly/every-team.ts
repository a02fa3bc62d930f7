import type { Field } from './field.ts'
import { scoreOf } from './score.ts'

/** Beyond this many, growing forests is quicker than looking at every team. */
const FEW = 600

/** The best team by looking at all of them, luck deciding between equals; nothing said when they are too many. */
export function bestOfAll(field: Field): { readonly team?: readonly number[] } | undefined {
  const { ask, who, forced } = field
  const always = Array.from(who).filter((_, i) => forced[i])
  const others = Array.from(who).filter((_, i) => !forced[i])
  const missing = ask.members - always.length
  if (waysToChoose(others.length, missing) > FEW) return undefined
  let best: readonly number[] | undefined
  let score = -Infinity
  let luck = 0
  const weigh = (team: readonly number[]): void => {
    const here = scoreOf(ask, team)
    if (here < score || here === -Infinity) return
    const hereLuck = team.reduce((sum, u) => sum + ask.problem.luck[u]!, 0)
    if (here === score && hereLuck <= luck) return
    score = here
    luck = hereLuck
    best = [...team].sort((a, b) => a - b)
  }
  const choose = (team: readonly number[], from: number): void => {
    if (team.length === ask.members) return weigh(team)
    for (let k = from; k < others.length; k++) choose([...team, others[k]!], k + 1)
  }
  choose(always, 0)
  return { team: best }
}

/**
 * @example waysToChoose(5, 2) // 10
 */
export function waysToChoose(from: number, count: number): number {
  let ways = count < 0 || count > from ? 0 : 1
  for (let k = 1; k <= count && ways > 0; k++) ways = (ways * (from - count + k)) / k
  return ways
}
