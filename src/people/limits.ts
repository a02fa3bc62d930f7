import type { Ctx } from '../kit/ctx.ts'
import { giveTurnBack, takeTurn, type Turns } from '../kit/limit.ts'

/**
 * How often each way in may be tried: by one address on the net, for one account, and by the two together. A market hall of people
 * shares one address, so that one is wide; nobody is locked out by a stranger's guesses, so the account alone is wider than the pair.
 */
const QUARTER = 900
const HOUR = 3600
const LIMITS = {
  'sign in': { address: { points: 100, perSeconds: QUARTER }, account: { points: 50, perSeconds: QUARTER }, pair: { points: 10, perSeconds: QUARTER } },
  'sign up': { address: { points: 60, perSeconds: HOUR }, account: { points: 5, perSeconds: HOUR } },
  'send a link': { address: { points: 30, perSeconds: HOUR }, account: { points: 5, perSeconds: HOUR } },
  'use a link': { address: { points: 60, perSeconds: QUARTER } },
  'use a passkey': { address: { points: 100, perSeconds: QUARTER } },
  'sign in elsewhere': { address: { points: 60, perSeconds: QUARTER } },
} as const satisfies Record<string, { address?: Turns; account?: Turns; pair?: Turns }>

type Act = keyof typeof LIMITS

/** Counts this try before anything else is done. `account` is the e-mail address it is about, known or not. */
export async function limit(ctx: Ctx, act: Act, account = ''): Promise<void> {
  for (const { key, turns } of countsOf(ctx, act, account)) await takeTurn(ctx, key, turns)
}

/** It went well, so it does not count. */
export async function unlimit(ctx: Ctx, act: Act, account = ''): Promise<void> {
  for (const { key } of countsOf(ctx, act, account)) await giveTurnBack(ctx, key)
}

function countsOf(ctx: Ctx, act: Act, account: string): readonly { key: string; turns: Turns }[] {
  const keys = { address: `${act} from ${ctx.address}`, account: `${act} as ${account}`, pair: `${act} as ${account} from ${ctx.address}` }
  return Object.entries(LIMITS[act]).map(([which, turns]) => ({ key: keys[which as keyof typeof keys], turns })) // LIMITS has these three words only
}
