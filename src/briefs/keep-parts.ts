import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { listCapabilities } from '../networks/index.ts'
import { rememberBefore } from './before-store.ts'
import { partInput, partWords } from './brief-input.ts'
import { touchBrief } from './brief-store.ts'
import { moved, MOST_PARTS, type Brief } from './brief.ts'
import { TooManyParts } from './errors.ts'
import { getBriefToKeep } from './keep.ts'
import { appendParts, markPartRemoved, savePart, savePlaces } from './part-store.ts'

/** Adds a part at the end. */
export function addPart(ctx: Ctx, slug: string, brief: Id<'brief'>, input: unknown): Promise<Id<'part'>> {
  return ctx.transaction(async (tx) => {
    const kept = await getBriefToKeep(tx, slug, brief)
    if (kept.brief.parts.length >= MOST_PARTS) throw new TooManyParts()
    const [part] = await appendParts(tx, kept.network.id, brief, [partWords(await listCapabilities(tx, kept.network.id), parse(partInput, input))])
    if (!part) throw new Error('One part was saved, yet none came back.')
    await changed(tx, kept.brief)
    return part
  })
}

export function changePart(ctx: Ctx, slug: string, brief: Id<'brief'>, part: Id<'part'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const kept = await getBriefToKeep(tx, slug, brief)
    mustHave(kept.brief, part)
    await savePart(tx, kept.network.id, brief, part, partWords(await listCapabilities(tx, kept.network.id), parse(partInput, input)))
    await changed(tx, kept.brief)
  })
}

/** One place up or down. At the edge nothing happens. */
export function movePart(ctx: Ctx, slug: string, brief: Id<'brief'>, part: Id<'part'>, by: 'up' | 'down'): Promise<void> {
  return ctx.transaction(async (tx) => {
    const kept = await getBriefToKeep(tx, slug, brief)
    mustHave(kept.brief, part)
    await savePlaces(tx, kept.network.id, brief, moved(kept.brief.parts, part, by).map((one) => one.id))
    await changed(tx, kept.brief)
  })
}

/** Takes a part out; it can be brought back for 30 days. Twice is harmless. */
export function removePart(ctx: Ctx, slug: string, brief: Id<'brief'>, part: Id<'part'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const kept = await getBriefToKeep(tx, slug, brief)
    mustHave(kept.brief, part)
    if (await markPartRemoved(tx, kept.network.id, brief, part, tx.now)) await changed(tx, kept.brief)
  })
}

export function returnPart(ctx: Ctx, slug: string, brief: Id<'brief'>, part: Id<'part'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const kept = await getBriefToKeep(tx, slug, brief)
    if (kept.brief.parts.some((one) => one.id === part)) return
    if (kept.brief.parts.length >= MOST_PARTS) throw new TooManyParts()
    if (!(await markPartRemoved(tx, kept.network.id, brief, part, null))) throw noSuchPart()
    await changed(tx, kept.brief)
  })
}

/** `brief` is as it stood before the change. */
async function changed(tx: Tx, brief: Brief): Promise<void> {
  await rememberBefore(tx, brief)
  await touchBrief(tx, brief.network, brief.id)
  if (brief.state.is !== 'draft') await tx.emit('brief.changed', { network: brief.network, brief: brief.id })
}

export const noSuchPart = () => new NotFound('There is no such part in this brief.', 'Open the brief again; it may have changed.')

function mustHave(brief: Brief, part: Id<'part'>): void {
  if (!brief.parts.some((one) => one.id === part)) throw noSuchPart()
}
