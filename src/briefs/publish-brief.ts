import { withdrawAsk } from '../asks/index.ts'
import { dayOf } from '../answers/index.ts'
import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { markBrief } from './brief-store.ts'
import { BriefNotOpen, NothingInIt } from './errors.ts'
import { listInterests, getInterest } from './interest-store.ts'
import { wantsAnswer } from './interest.ts'
import { getBriefToKeep } from './keep.ts'
import { mustBeToCome } from './write-brief.ts'

/** Shows a brief to those it was written for; or again, after it was withdrawn or closed. */
export function publishBrief(ctx: Ctx, slug: string, id: Id<'brief'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network, brief } = await getBriefToKeep(tx, slug, id)
    if (brief.state.is === 'open') return
    if (brief.parts.length === 0) throw new NothingInIt()
    mustBeToCome(brief.answerBy, dayOf(tx.now))
    const first = brief.state.is === 'draft' ? { published_at: tx.now, published_by: tx.actor.person ?? null } : {}
    await markBrief(tx, network.id, id, { ...first, withdrawn_at: null, withdrawn_by: null, closed_at: null, closed_by: null })
    await audit(tx, { chain: `organisation:${brief.organisation}`, act: 'brief.published', subject: id, detail: { sight: brief.sight } })
    await tx.emit('brief.published', { network: network.id, brief: id })
  })
}

/** No more answers, thank you. Those who see it still see it, closed. */
export function closeBrief(ctx: Ctx, slug: string, id: Id<'brief'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network, brief } = await getBriefToKeep(tx, slug, id)
    if (brief.state.is === 'closed' && brief.state.by) return
    if (brief.state.is !== 'open' && brief.state.is !== 'closed') throw new BriefNotOpen()
    await markBrief(tx, network.id, id, { closed_at: tx.now, closed_by: tx.actor.person ?? null })
    await tx.emit('brief.closed', { network: network.id, brief: id })
  })
}

/** Takes a brief back: only our own people and those who answered see it, and those who wait for an answer are told. */
export function withdrawBrief(ctx: Ctx, slug: string, id: Id<'brief'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network, brief } = await getBriefToKeep(tx, slug, id)
    if (brief.state.is === 'withdrawn') return
    if (brief.state.is === 'draft') throw new BriefNotOpen()
    await markBrief(tx, network.id, id, { withdrawn_at: tx.now, withdrawn_by: tx.actor.person ?? null })
    await asHouse(tx).transaction((house) => tellThoseWhoWait(house, network.id, id))
    await audit(tx, { chain: `organisation:${brief.organisation}`, act: 'brief.withdrawn', subject: id })
    await tx.emit('brief.closed', { network: network.id, brief: id })
  })
}

/** For the house: nobody is left waiting for an answer to what is no longer asked. */
export async function tellThoseWhoWait(tx: Tx, network: Id<'network'>, brief: Id<'brief'>): Promise<void> {
  for (const interest of (await listInterests(tx, network, brief)).filter(wantsAnswer)) {
    const { ask } = await getInterest(tx, network, brief, interest.id)
    if (ask && interest.state.is === 'waiting') await withdrawAsk(tx, ask)
    await tell(tx, { kind: 'briefs.withdrawn', to: interest.organisation, subject: { network, brief, interest: interest.id } })
  }
}
