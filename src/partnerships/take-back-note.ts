import { withdrawAsk } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { findOrganisation } from '../organisations/index.ts'
import { askPartner } from './ask-partner.ts'
import { changeOurs, hasAgreed } from './change-ours.ts'
import { NobodyToAsk, NotYoursToTakeBack, TheySaidNo } from './errors.ts'
import { deletePartnership } from './store.ts'

/** Takes a note back while only we see it; the question goes with it. */
export function takeBackNote(ctx: Ctx, id: Id<'partnership'>): Promise<void> {
  return changeOurs(ctx, id, async (house, ours) => {
    if (hasAgreed(ours)) throw new NotYoursToTakeBack()
    if (ours.standing.is === 'waiting') await withdrawAsk(house, ours.standing.ask)
    await deletePartnership(house, id)
  })
}

/** Asks once more where the question ran out in silence; never after a no. */
export function askAgain(ctx: Ctx, id: Id<'partnership'>): Promise<void> {
  return changeOurs(ctx, id, async (house, ours) => {
    if (ours.standing.is === 'ours_alone' && ours.standing.declinedAt) throw new TheySaidNo()
    if (ours.standing.is !== 'ours_alone') return
    const partner = await findOrganisation(house, ours.partner.id)
    if (!partner || partner.standing.is === 'listed' || partner.standing.is === 'closed') throw new NobodyToAsk()
    await askPartner(house, { partnership: id, us: ours.us, partner: ours.partner.id })
  })
}
