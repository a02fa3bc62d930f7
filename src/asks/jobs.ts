import type { Ctx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { getKind } from './kinds.ts'
import { tellThem } from './letters.ts'
import { listAsksToEnd, listAsksToRemind, markAsk } from './store.ts'

/** Nothing waits for ever: each open ask is reminded of once, and ends when its time has passed. */
export async function tendAsks(ctx: Ctx): Promise<void> {
  while (await ctx.transaction(async (tx) => {
    const due = await listAsksToRemind(tx, 50)
    for (const ask of due) {
      await tellThem(tx, ask, 'reminder')
      await markAsk(tx, ask.id, { reminded_at: tx.now })
    }
    return due.length === 50
  }));
  while (await ctx.transaction(async (tx) => {
    const over = await listAsksToEnd(tx, 50)
    for (const ask of over) {
      await markAsk(tx, ask.id, { ended_at: tx.now })
      await getKind(ask.kind).ended?.(tx, ask)
      await tx.emit('ask.ended', { ask: ask.id, kind: ask.kind })
    }
    return over.length === 50
  }));
}

defineChore({ name: 'asks.tend', cron: '*/10 * * * *', run: tendAsks })
