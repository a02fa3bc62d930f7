import { z } from 'zod'
import { audit } from '../kit/audit.ts'
import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { getSeat } from './seat-store.ts'
import { listShares, sayShare as saveShare } from './share-store.ts'
import { takingPart } from './stand-in.ts'
import { UNITS } from './workshare.ts'

export const shareInput = z.strictObject({
  what: z.enum(['promised', 'delivered'], 'Say whether this was promised or delivered.'),
  figure: z.coerce.number('Write a whole number.').int('Write a whole number.').min(0, 'Less than nothing cannot be delivered.').max(100_000_000_000, 'That is more than we can hold.'),
  unit: z.preprocess((value) => value || undefined, z.enum(UNITS).optional()),
})

/** Each side says its own figure, also after the job. What both say alike is confirmed; what differs stands side by side for the two of them. */
export function sayShare(ctx: Ctx, id: Id<'team'>, seatId: Id<'seat'>, part: Id<'team part'>, input: unknown): Promise<void> {
  const given = parse(shareInput, input)
  return takingPart(ctx, id, async (house, team, us) => {
    const seat = await getSeat(house, team, seatId)
    const side = us === team.lead ? 'lead' : 'holder'
    if ((side === 'holder' && seat.organisation !== us) || !seat.parts.some((one) => one.part === part)) throw new NotFound()
    const before = (await listShares(house, team)).find((one) => one.seat === seatId && one.part === part)
    const unit = before?.unit ?? given.unit
    if (!unit) throw new Invalid([{ field: 'unit', sentence: 'Choose how the share is counted.' }])
    if (unit === 'percent' && given.figure > 100) throw new Invalid([{ field: 'figure', sentence: 'A share cannot be more than 100 %.' }])
    await saveShare(house, seat, part, { side, what: given.what, figure: given.figure, unit })
    await audit(house, { chain: `team:${team.id}`, act: `share.${given.what}`, subject: seat.id, detail: { side } })
  }, true)
}
