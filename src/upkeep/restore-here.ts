import type { Ctx } from '../kit/ctx.ts'
import { Invalid, Refusal } from '../kit/refusal.ts'
import { hasHost } from '../people/index.ts'

class HouseLivedIn extends Refusal {
  readonly kind = 'conflict'
  constructor() { super('People already live in this house, so nothing was restored over them.', 'Restore into an empty folder: DATA_DIR=./data-restored npx guildhall restore FILE') }
}

/** First run, "restore a backup": into an empty house only, all of it or nothing. A damaged file is refused in words. */
export async function restoreHere(ctx: Ctx, path: string): Promise<void> {
  if (await hasHost(ctx)) throw new HouseLivedIn()
  if (!ctx.tending) throw new Error('This process cannot restore.')
  try {
    await ctx.tending.restore(path)
  } catch (error) {
    if (error instanceof Error && 'sentence' in error && typeof error.sentence === 'string') throw new Invalid([{ field: 'file', sentence: error.sentence }])
    throw error
  }
}
