import type { Ctx } from '../kit/ctx.ts'
import { listMyNetworks, type MyNetwork } from '../networks/index.ts'
import { readNotices, type NoticeInWords } from '../notices/index.ts'
import { listWorkingFor, type WorkingFor } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import { describeTurns, type Turn } from './describe-turns.ts'
import { arePutAway, readFirstSteps, type Step } from './first-steps.ts'
import { part, type Part } from './part.ts'
import { listTurns } from './snooze.ts'
import { readWorthALook, type Worth } from './worth-a-look.ts'

export type Home = {
  readonly name: string
  readonly turns: readonly Turn[]
  /** How many wait in all, and how many are put off. */
  readonly waiting: number
  readonly later: number
  readonly worth: Part<readonly Worth[]>
  readonly good: Part<readonly NoticeInWords[]>
  readonly happened: Part<readonly NoticeInWords[]>
  /** Absent where they are done or were put away. */
  readonly steps?: readonly Step[]
  readonly working: readonly WorkingFor[]
  readonly networks: readonly MyNetwork[]
}

const FIRST = 5

/** A short start to the day. What waits comes first; each other card is read by itself. */
export async function readHome(ctx: Ctx): Promise<Home> {
  const { turns, networks, ...own } = await ctx.read(async (tx) => {
    const [account, due, working, mine, away] = await Promise.all([tx.actor.person && findAccount(tx, tx.actor.person), listTurns(tx), listWorkingFor(tx), listMyNetworks(tx), arePutAway(tx)])
    const steps = away ? undefined : await readFirstSteps(tx, { organisation: tx.actor.organisation, networks: mine })
    return { name: account ? account.name : '', turns: due, working, networks: mine, steps: steps?.every((step) => step.done) ? undefined : steps }
  })
  const [described, worth, good, happened] = await Promise.all([
    describeTurns(ctx, turns.due.slice(0, FIRST)), part(ctx, 'worth a look', () => readWorthALook(ctx, networks)),
    part(ctx, 'good news', () => readNotices(ctx, { good: true, limit: 5 })), part(ctx, 'what happened', () => readNotices(ctx, { good: false, limit: 5 })),
  ])
  return { ...own, networks, turns: described, waiting: turns.due.length, later: turns.later.length, worth, good, happened }
}
