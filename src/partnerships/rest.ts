import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { changeOurs, mustBeAgreed, pairOf } from './change-ours.ts'
import { restInput } from './input.ts'
import { saveMoment } from './moment-store.ts'
import { changeShared, changeSide } from './store.ts'

/** Lets it rest: nothing nags, nobody is led to it, and the reason stays with us. */
export function restPartnership(ctx: Ctx, id: Id<'partnership'>, input: unknown): Promise<void> {
  const { because } = parse(restInput, input)
  return changeOurs(ctx, id, async (house, ours) => {
    mustBeAgreed(ours)
    if (ours.standing.is === 'resting') return
    await changeShared(house, id, { resting_since: house.now, resting_by: ours.us })
    await changeSide(house, ours.us, id, { resting_because: because ?? null })
    await saveMoment(house, id, { kind: 'rested', says: 'Let it rest for a while.', by: ours.us, at: house.now })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
  })
}

/** Either side wakes it, and the other hears of it. */
export function wakePartnership(ctx: Ctx, id: Id<'partnership'>): Promise<void> {
  return changeOurs(ctx, id, async (house, ours) => {
    if (ours.standing.is !== 'resting') return
    await changeShared(house, id, { resting_since: null, resting_by: null })
    await changeSide(house, ours.us, id, { resting_because: null })
    await saveMoment(house, id, { kind: 'rested', says: 'Woke it up again.', by: ours.us, at: house.now })
    await tell(house, { kind: 'partnerships.woken', to: ours.partner.id, subject: { partnership: id, partner: ours.us } })
    await house.emit('partnership.changed', { partnership: id, between: pairOf(ours) })
  })
}
