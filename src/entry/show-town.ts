import { house as theHouse } from '../kit/ctx.ts'
import { openCtx, type House } from '../kit/open-ctx.ts'
import { loadTown } from '../upkeep/index.ts'

/** Moves the example town in, unless it lives here already. */
export async function showTown(house: House): Promise<void> {
  const ctx = openCtx(house, { actor: theHouse })
  const lived = await ctx.read((tx) => tx.db.selectFrom('person').select('id').limit(1).executeTakeFirst())
  if (!lived) await loadTown(ctx)
}
