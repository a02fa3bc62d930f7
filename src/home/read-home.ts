import { getKind, listOpenAsksTo, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { listMyNetworks, type MyNetwork } from '../networks/index.ts'
import { listWorkingFor, type WorkingFor } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'

export type Turn = { readonly ask: Ask; readonly title: string; readonly lines: readonly string[]; readonly words: Readonly<Record<string, string>> }

export type Home = {
  readonly name: string
  readonly turns: readonly Turn[]
  /** How many more wait below the first five. */
  readonly moreTurns: number
  readonly working: readonly WorkingFor[]
  readonly networks: readonly MyNetwork[]
}

const FIRST = 5

/** What is waiting for this person, whoever has waited longest first. */
export async function readHome(ctx: Ctx): Promise<Home> {
  const own = await ctx.read(async (tx) => ({
    name: (tx.actor.person && (await findAccount(tx, tx.actor.person)))?.name ?? '',
    asks: await listOpenAsksTo(tx),
    working: await listWorkingFor(tx),
    networks: await listMyNetworks(tx),
  }))
  const turns = await asHouse(ctx).read((tx) => describeAll(tx, own.asks.slice(0, FIRST)))
  return { ...own, turns, moreTurns: Math.max(0, own.asks.length - FIRST) }
}

/** Each ask in its own words. They were asked, so its sender chose to tell them; the words are the kind's to choose. */
async function describeAll(tx: Tx, asks: readonly Ask[]): Promise<readonly Turn[]> {
  const turns: Turn[] = []
  for (const ask of asks) {
    const kind = getKind(ask.kind)
    const { title, lines } = await kind.describe(tx, ask)
    turns.push({ ask, title, lines, words: kind.words })
  }
  return turns
}
