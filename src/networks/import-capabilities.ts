import type { Ctx } from '../kit/ctx.ts'
import { planImport, readTable, writeTable, type Plan } from './capability-table.ts'
import { holdVocabulary, listCapabilities, saveCapability, saveNewCapabilities } from './capability-store.ts'
import { getNetworkTo } from './tend.ts'
import { mayKeepVocabulary, maySeeMembers } from './who-may.ts'

/** What a table would change, without changing anything. */
export function previewCapabilities(ctx: Ctx, slug: string, table: string): Promise<Plan> {
  return ctx.read(async (tx) => {
    const { id } = await getNetworkTo(tx, slug, mayKeepVocabulary)
    return planImport(readTable(table), await listCapabilities(tx, id))
  })
}

export type Imported = { readonly added: number; readonly changed: number; readonly same: number }

/** Takes in a whole table or none of it. Doing it twice changes nothing the second time. */
export function importCapabilities(ctx: Ctx, slug: string, table: string): Promise<Imported> {
  return ctx.transaction(async (tx) => {
    const { id: network } = await getNetworkTo(tx, slug, mayKeepVocabulary)
    await holdVocabulary(tx, network)
    const known = await listCapabilities(tx, network)
    const plan = planImport(readTable(table), known)
    await saveNewCapabilities(tx, network, plan.added)
    const byId = new Map(known.map((one) => [one.id, one]))
    for (const change of plan.changed) {
      const there = byId.get(change.id)
      if (there) await saveCapability(tx, network, change.id, { ...there, code: change.code, synonyms: change.synonyms })
    }
    if (plan.added.length + plan.changed.length > 0) await tx.emit('capability.changed', { network })
    return { added: plan.added.length, changed: plan.changed.length, same: plan.same }
  })
}

/** The vocabulary as a CSV file that can be taken in again. */
export function exportCapabilities(ctx: Ctx, slug: string): Promise<string> {
  return ctx.read(async (tx) => {
    const { id } = await getNetworkTo(tx, slug, maySeeMembers)
    return writeTable(await listCapabilities(tx, id))
  })
}
