import type { Allowance } from './allowance.ts'
import { range } from './ask.ts'
import { type Best, NEXT } from './best.ts'
import { type Field, fieldOf } from './field.ts'
import { openingPrices, type Prices } from './prices.ts'
import { tighten } from './tighten.ts'

/** Good prices, and only those candidates who could still be in a team better than the best known by `above`. */
export function narrowed(start: Field, best: Best, allowance: Allowance, above: number): { field: Field; prices: Prices; bound: number } {
  let field = start
  let prices = openingPrices(field)
  let bound = Infinity
  for (let pass = 0; pass < 4; pass++) {
    const here = field
    const forced = range(here.n).filter((i) => here.forced[i])
    const out = tighten(here, prices, {
      rounds: pass === 0 ? 150 : 40, allowance: allowance.share(0.5), known: () => best.score,
      onChoice: (chosen) => best.consider([...forced, ...chosen].map((i) => here.who[i]!)),
    })
    bound = Math.min(bound, out.bound)
    const kept = range(here.n).filter((i) => out.boundWith[i]! >= best.score + above - 1 + NEXT || here.forced[i])
    ;({ field, prices } = keepOnly(here, out.prices, kept))
    if (bound < best.score + NEXT || kept.length > here.n * 0.9 || allowance.isSpent()) break
  }
  return { field, prices, bound }
}

function keepOnly(field: Field, prices: Prices, kept: readonly number[]): { field: Field; prices: Prices } {
  const inside = new Uint8Array(field.n)
  for (const i of kept) inside[i] = 1
  const toll: number[] = []
  for (const i of kept) {
    for (let e = field.tieStart[i]!; e < field.tieStart[i + 1]!; e++) if (inside[field.tieTo[e]!]) toll.push(prices.toll[e]!)
  }
  return { field: fieldOf(field.ask, kept.map((i) => field.who[i]!)), prices: { ...prices, toll: Float64Array.from(toll) } }
}
