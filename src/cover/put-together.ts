import { z } from 'zod'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { inNameOf } from '../organisations/index.ts'
import { markTaken } from './answer-cover.ts'
import { hours } from './ask-for-cover.ts'
import { getCover, holdCover, listAsked, markAsked } from './cover-store.ts'
import { isPartly, stateOf } from './cover.ts'
import { NotItsTurn } from './errors.ts'
import { getOursToKeep } from './who-may.ts'

/** Who takes how many hours. */
export const partsInput = z.strictObject({ parts: z.array(z.strictObject({ associate: idField<'organisation'>('That associate'), hours: hours('The hours') })).min(1, 'Choose at least one of them.').max(20) })

/** The owner puts several parts together, or is content with one; then it is taken, and whoever else was asked is thanked. */
export function putTogether(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const { parts } = parse(partsInput, input)
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const cover = await holdCover(as, id)
      const asked = await listAsked(as, [id])
      if (cover.takenAt) throw new NotItsTurn('It is taken already.')
      if (!['asking', 'partly', 'nobody'].includes(stateOf(cover, asked))) throw new NotItsTurn('This cover is not looked for any more.')
      for (const { associate, hours: minutes } of parts) {
        const offer = asked.find((one) => one.associate === associate && isPartly(one))?.answer?.minutes
        if (offer === undefined) throw new Invalid([{ field: 'parts', sentence: 'One of them has offered nothing, or no longer does. Look again at who did.' }])
        if (minutes > offer) throw new Invalid([{ field: 'parts', sentence: 'That is more than one of them offered.' }])
        await markAsked(as, id, associate, { chosen_at: as.now, chosen_minutes: minutes })
      }
      await markTaken(as, cover, parts.map((part) => part.associate))
    })
  })
}
