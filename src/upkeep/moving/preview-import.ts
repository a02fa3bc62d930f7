import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Network } from '../../networks/index.ts'
import { getDraft, type Draft } from './draft-store.ts'
import { planDraft } from './look-through.ts'
import { openDraft } from './match-columns.ts'
import { countRows } from './row-store.ts'
import type { Doing, Planned } from './shape.ts'
import { getNetworkToMove } from './who-may.ts'

export type Preview = { readonly network: Network; readonly draft: Draft; readonly planned: readonly Planned[]; readonly counts: Readonly<Record<Doing, number>>; readonly toMend: number; readonly leftOut: number }

/** What a table would do, before anything does. */
export function previewImport(ctx: Ctx, slug: string, id: Id<'import'>): Promise<Preview> {
  return ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    const draft = await openDraft(tx, network.id, id, getDraft)
    const planned = await planDraft(tx, draft)
    const { leftOut } = await countRows(tx, draft)
    return { network, draft, planned, counts: countsOf(planned), toMend: planned.filter((row) => Object.keys(row.problems).length > 0).length, leftOut }
  })
}

export function countsOf(planned: readonly Planned[]): Readonly<Record<Doing, number>> {
  const counts = { new: 0, changed: 0, same: 0, kept: 0 }
  for (const { does } of planned) counts[does] += 1
  return counts
}
