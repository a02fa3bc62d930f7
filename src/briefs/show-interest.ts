import { z } from 'zod'
import { withdrawAsk } from '../asks/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound, SignInFirst } from '../kit/refusal.ts'
import { getNetwork } from '../networks/index.ts'
import { ActForItFirst, getOrganisationToKeep } from '../organisations/index.ts'
import { askOwner } from './ask-owner.ts'
import { getBrief } from './brief-store.ts'
import { isOpen } from './brief.ts'
import { AlreadyInterested, BriefNotOpen, InterestAnswered, OwnBrief } from './errors.ts'
import { getInterest, holdInterest, listInterests, markInterest, saveInterests } from './interest-store.ts'
import { noSuchPart } from './keep-parts.ts'
import { mayKeepBriefs } from './who-may.ts'

export const interestInput = z.strictObject({
  part: z.preprocess((value) => value || undefined, idField<'part'>('That part').optional()),
  says: text('Your line', 500),
})

/** "Yes, this part", or the whole of it, with a line. Its owner is asked to answer. Whoever sees a brief may say so. */
export async function showInterest(ctx: Ctx, slug: string, id: Id<'brief'>, input: unknown): Promise<Id<'interest'>> {
  return ctx.transaction(async (tx) => {
    const network = await getNetwork(tx, slug)
    const brief = await getBrief(tx, network.id, id)
    if (!tx.actor.person) throw new SignInFirst()
    if (!tx.actor.organisation) throw new ActForItFirst()
    const us = await getOrganisationToKeep(tx, tx.actor.organisation, mayKeepBriefs)
    const { part, says } = parse(interestInput, input)
    if (brief.organisation === us.id) throw new OwnBrief()
    if (!isOpen(brief)) throw new BriefNotOpen()
    if (part && !brief.parts.some((one) => one.id === part)) throw noSuchPart()
    if ((await listInterests(tx, network.id, id)).some((one) => one.part === part && one.organisation === us.id)) throw new AlreadyInterested()
    const [interest] = await saveInterests(tx, [{ network: network.id, brief: id, owner: brief.organisation, organisation: us.id, part, says }])
    if (!interest) throw new Error('One line of interest was saved, yet none came back.')
    await askOwner(tx, { network: network.id, brief: id, owner: brief.organisation, organisation: us.id, interest })
    await tx.emit('interest.shown', { network: network.id, brief: id, interest })
    return interest
  })
}

/** Takes our line back while nobody has answered. */
export function withdrawInterest(ctx: Ctx, slug: string, brief: Id<'brief'>, id: Id<'interest'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const network = await getNetwork(tx, slug)
    const interest = await getInterest(tx, network.id, brief, id)
    if (interest.organisation !== tx.actor.organisation) throw new NotFound()
    await getOrganisationToKeep(tx, interest.organisation, mayKeepBriefs)
    await asHouse(tx).transaction(async (house) => {
      await holdInterest(house, network.id, brief, id)
      const { state, ask: asked } = await getInterest(house, network.id, brief, id)
      if (state.is === 'withdrawn') return
      if (state.is === 'welcomed' || state.is === 'declined') throw new InterestAnswered()
      if (asked && state.is === 'waiting') await withdrawAsk(house, asked)
      await markInterest(house, network.id, brief, id, { withdrawn_at: tx.now, withdrawn_by: tx.actor.person ?? null })
    })
  })
}
